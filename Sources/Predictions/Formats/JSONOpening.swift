/// What the first lines of a JSON file tell: one document, or a value on every line?
struct JSONOpening {
  private enum First {
    /// The line is a value.
    case whole
    /// The line is the beginning of a value.
    case open
    case damaged
  }

  private static let limit = 200

  private let lines: [ArraySlice<UInt8>]
  private let first: First
  /// Something comes behind the first line, be it here or not.
  private let isFirstFollowed: Bool

  /// - Parameter isWhole: `text` is the whole file, so that its last line is whole as well.
  init(_ text: [UInt8], isWhole: Bool) {
    var lines = text.split(separator: 0x0A, maxSplits: Self.limit, omittingEmptySubsequences: true)
      .map(Self.trimmed).filter { !$0.isEmpty }
    let endsInLine = text.last == 0x0A && lines.count <= Self.limit
    if !isWhole, !endsInLine, lines.count > 1 { lines.removeLast() }
    self.lines = lines
    isFirstFollowed = lines.count > 1 || !isWhole && endsInLine
    first = lines.first.map(Self.kind) ?? .damaged
  }

  /// A value stands on the first line alone, and others follow.
  var isFirstOfSeveralLines: Bool {
    first == .whole && isFirstFollowed
  }

  /// A value stands on a line alone, and nothing else is there.
  var isOneLine: Bool { first == .whole && !isFirstFollowed }

  /// A file that is named for its lines and is a document all the same: a list, or spread out.
  var isDocumentAmongLines: Bool {
    guard let line = lines.first else { return false }
    if line.elementsEqual([UInt8(ascii: "{")]) { return true }
    guard line.first == UInt8(ascii: "["), !isFirstOfSeveralLines else { return false }
    guard lines.count > 1, let last = line.last else { return true }
    // A first row that was cut is the beginning of a list too, but what follows stands alone.
    guard first == .open else { return false }
    if line.count == 1 || last == UInt8(ascii: ",") || last == UInt8(ascii: "{") { return true }
    return lines[1].first != UInt8(ascii: "{") && lines[1].first != UInt8(ascii: "[")
  }

  /// Two lines or more, and most of them, begin and end like objects of their own.
  ///
  /// A comma alone on a line stands between the elements of a list, whatever they look like.
  var looksLikeLines: Bool {
    if first == .open, lines.contains(where: { $0.elementsEqual([UInt8(ascii: ",")]) }) {
      return false
    }
    let objects = lines.count { line in
      line.count > 2 && line.first == UInt8(ascii: "{") && line.last == UInt8(ascii: "}")
    }
    return objects >= 2 && objects * 2 > lines.count
  }

  /// A value stands on the line alone.
  static func isValue(_ line: ArraySlice<UInt8>) -> Bool { kind(line) == .whole }

  private static func kind(_ line: ArraySlice<UInt8>) -> First {
    var scanner = JSONScanner()
    var tape = JSONTape()
    let fault = line.withUnsafeBytes { scanner.walk($0, into: &tape).hardFault }
    switch fault?.reason {
    case nil: return .whole
    case .objectNotClosed, .arrayNotClosed: return .open
    default: return .damaged
    }
  }

  /// The line without the white space around what stands on it.
  static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop(while: ByteSearch.isSpace)
    while let last = line.last, ByteSearch.isSpace(last) { line.removeLast() }
    return line
  }
}
