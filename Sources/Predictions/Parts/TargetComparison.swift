/// Output against target: equal when trimmed, or equal as numbers; a list matches by any member.
enum TargetComparison {
  /// Whether two decoded texts are the same answer; no allocation where they are no numbers.
  static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.withUnsafeBytes { left in right.withUnsafeBytes { right in isSame(left, right) } }
  }

  /// The same for bytes that lie in a row.
  @inline(__always)
  static func isSame(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    left.count == right.count && ByteSearch.areEqual(left, right) || isSameTrimmed(left, right)
  }

  @inline(never)
  private static func isSameTrimmed(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
  ) -> Bool {
    let left = trimmed(left)
    let right = trimmed(right)
    if left.count == right.count, ByteSearch.areEqual(left, right) { return true }
    guard looksNumeric(left), looksNumeric(right), let one = JSONNumber.value(of: left),
      let other = JSONNumber.value(of: right)
    else { return false }
    return one == other && DecimalNumber(left) == DecimalNumber(right)
  }

  /// Whether the decoded output equals what the target's source says at `target`.
  static func isSame(
    output: [UInt8], _ source: RecognisedParts.TextSource, target: Int, of tape: JSONTape,
    in bytes: UnsafeRawBufferPointer, scratch: inout [UInt8]
  ) -> Bool {
    guard let texts = DerivedText.texts(source, at: target, of: tape, in: bytes) else {
      return isSame(output: output, target: target, of: tape, in: bytes, scratch: &scratch)
    }
    return texts.contains { isSame(output, Array($0.utf8)) }
  }

  /// Whether the decoded output equals the value at `target`, or any member of it.
  static func isSame(
    output: [UInt8], target: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer,
    scratch: inout [UInt8]
  ) -> Bool {
    guard tape[target].kind == .array else {
      scratch.removeAll(keepingCapacity: true)
      ContentReader.appendText(of: target, of: tape, in: bytes, to: &scratch)
      return isSame(output, scratch)
    }
    for member in tape.children(of: target) {
      scratch.removeAll(keepingCapacity: true)
      ContentReader.appendText(of: member, of: tape, in: bytes, to: &scratch)
      if isSame(output, scratch) { return true }
    }
    // A list can also be the answer as a whole.
    scratch.removeAll(keepingCapacity: true)
    ContentReader.appendText(of: target, of: tape, in: bytes, to: &scratch)
    return isSame(output, scratch)
  }

  @inline(__always)
  private static func trimmed(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var first = 0
    var end = text.count
    while first < end, isBlank(text[first]) { first += 1 }
    while end > first, isBlank(text[end - 1]) { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: text[first..<end])
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte >= 0x09 && byte <= 0x0D
  }

  @inline(__always)
  private static func looksNumeric(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let first = text.first, text.count < 64 else { return false }
    return first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9") || first == UInt8(ascii: "-")
      || first == UInt8(ascii: "+") || first == UInt8(ascii: ".")
  }
}

/// Outputs and targets of the sampled rows, to see whether comparing them says anything.
struct ComparedTexts {
  /// Texts of this mean length that never are the same are replies, not answers.
  private static let replyLength = 40
  private static let enoughRows = 5

  private var rows = 0
  private var same = 0
  private var outputBytes = 0

  init(sample: RowSample, parts: RecognisedParts) {
    guard let output = parts.output, let target = parts.target else { return }
    var text: [UInt8] = []
    var scratch: [UInt8] = []
    sample.forEach { tape, bytes in
      guard let node = tape.value(at: output.place, in: bytes),
        let other = tape.value(at: target.place, in: bytes)
      else { return }
      text.removeAll(keepingCapacity: true)
      ContentReader.append(output, at: node, of: tape, in: bytes, to: &text)
      rows += 1
      outputBytes += text.count
      if TargetComparison.isSame(
        output: text, target, target: other, of: tape, in: bytes, scratch: &scratch)
      {
        same += 1
      }
    }
  }

  var hasMatches: Bool { same > 0 }

  /// Some outputs match, or they are short enough to be answers.
  var isMeaningful: Bool {
    same > 0 || rows < Self.enoughRows || outputBytes <= rows * Self.replyLength
  }
}
