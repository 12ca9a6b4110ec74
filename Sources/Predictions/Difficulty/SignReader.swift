/// Looks for signs of trouble in a decoded output, without making strings of it.
struct SignReader: Equatable, Sendable {
  /// Outputs longer than this are extreme; it follows from the sampled rows.
  let extremeLength: Int
  /// Outputs are expected in the script of the input: the file is no translation.
  let comparesScripts: Bool
  /// Outputs are sentences; labels are never cut off.
  let isProse: Bool

  private static let leastExtremeLength = 2_000

  init(sample: RowSample, parts: RecognisedParts) {
    guard let output = parts.output else {
      self.init(extremeLength: .max, comparesScripts: false, isProse: false)
      return
    }
    var lengths: [Int] = []
    var spaced = 0
    var scripts = (same: 0, different: 0)
    sample.forEach { tape, bytes in
      guard let node = tape.value(at: output.place, in: bytes) else { return }
      var text: [UInt8] = []
      ContentReader.append(output, at: node, of: tape, in: bytes, to: &text)
      lengths.append(text.count)
      if text.count > 20, text.contains(0x20) || text.contains(where: { $0 >= 0x80 }) {
        spaced += 1
      }
      guard let input = parts.input, let other = tape.value(at: input.place, in: bytes) else {
        return
      }
      var question: [UInt8] = []
      ContentReader.append(input, at: other, of: tape, in: bytes, to: &question)
      switch Script.differs(text, from: question) {
      case true?: scripts.different += 1
      case false?: scripts.same += 1
      case nil: break
      }
    }
    // What was chosen from a list was not written by the model, so nothing in it is cut off.
    let isProse = !output.isChosenFromList && spaced * 2 > lengths.count
    let median = lengths.isEmpty ? 0 : lengths.sorted()[lengths.count / 2]
    self.init(
      extremeLength: max(Self.leastExtremeLength, median * 8),
      comparesScripts: scripts.same >= scripts.different, isProse: isProse)
  }

  init(extremeLength: Int, comparesScripts: Bool, isProse: Bool) {
    self.extremeLength = extremeLength
    self.comparesScripts = comparesScripts
    self.isProse = isProse
  }

  /// The signs that a row's output shows, of a very long one its beginning and its end.
  func signs(of text: DigestText) -> Signs {
    signs(of: text.output, length: text.outputLength, input: text.hasInput ? text.input : [])
  }

  /// The signs that `output` shows as an answer to `input`.
  ///
  /// - Parameter length: of the whole output, where there is only its beginning and its end.
  func signs(of output: [UInt8], length: Int? = nil, input: [UInt8]) -> Signs {
    guard output.contains(where: { $0 > 0x20 }) else { return .empty }
    var signs: Signs = []
    if isProse, Self.isCutOff(output) { signs.insert(.cutOff) }
    if Looping.endsInLoop(output) { signs.insert(.looping) }
    if Refusal.isRefusal(output) { signs.insert(.refusal) }
    if length ?? output.count > extremeLength { signs.insert(.extremeLength) }
    if comparesScripts, Script.differs(output, from: input) == true { signs.insert(.otherScript) }
    return signs
  }

  /// A longer text that has whole sentences ends without the end of one, or leaves code open.
  static func isCutOff(_ text: [UInt8]) -> Bool {
    guard text.count >= 80, let last = text.lastIndex(where: { $0 > 0x20 }) else { return false }
    if openFences(text) { return true }
    let byte = text[last]
    let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    guard isLetter || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") else { return false }
    // Lists, verses and code end without a stop as well: only prose with stops is judged.
    let lastLine = text[...last].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    guard last - lastLine > 40 else { return false }
    return text[lastLine...last].dropLast().indices.contains {
      text[$0] == UInt8(ascii: ".") && text[$0 + 1] == 0x20
    }
  }

  private static func openFences(_ text: [UInt8]) -> Bool {
    var fences = 0
    var run = 0
    for byte in text {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      if run == 3 { fences += 1 }
    }
    return fences % 2 == 1
  }
}
