import Crypto
import SystemPackage

/// Reads one file of the ledger as it grows.
struct LedgerFileReader {
  enum Change {
    case none
    case grown(to: Int)
    /// The path leads to another file, or what was read is no longer there.
    case replaced
  }

  /// One line that is not blank.
  struct Line {
    let content: LineContent
    let bytes: UnsafeRawBufferPointer
    let offset: Int
    let number: Int
    let isWhole: Bool
  }

  let file: OpenFile
  /// The file was found beside the ledger, not named.
  let isSibling: Bool
  /// Behind the last whole line that was read.
  private(set) var offset = 0
  private(set) var lineNumber = 0
  /// How far the file reached when it was read, a last line without its end included.
  private(set) var size = 0
  /// Where the last line that is not blank lies; an own first line names it.
  private(set) var lastLine: Range<Int>?
  /// The file holds something else than a ledger, such as predictions in the same folder.
  private(set) var isForeign = false
  /// The last bytes before `offset`: they show whether the file was written anew in place.
  private var mark: [UInt8] = []
  private var modified: Int64 = 0
  private var lines = LedgerLineReader(.replay)

  init(_ file: OpenFile, isSibling: Bool) {
    self.file = file
    self.isSibling = isSibling
  }

  /// What happened to the file since it was read.
  mutating func change() -> Change {
    guard file.isAtItsPath, case .success(let status) = file.status() else { return .replaced }
    if status.size < size { return .replaced }
    if status.size == size, status.modified == modified { return .none }
    modified = status.modified
    guard isMarkUnchanged else { return .replaced }
    return status.size > size ? .grown(to: status.size) : .none
  }

  /// Reads what lies behind the last whole line, up to `end`.
  mutating func read(to end: Int, _ body: (Line) -> Void) -> Errno? {
    guard !isForeign else { return nil }
    var seenTo = offset
    let failure = LineWalk.walk(file, from: offset, to: end) { line in
      guard !isForeign else { return }
      seenTo = line.offset + line.length + (line.isWhole ? 1 : 0)
      take(line, lines.content(of: line), body)
    }
    size = seenTo
    rememberMark()
    return failure
  }

  /// Whether the file ends in the middle of a line.
  var endsWithinLine: Bool { size > offset }

  /// The digest of the line that a writer new to this file names; nothing in an empty file.
  func digestOfLastLine() -> String? {
    let range = lastLine ?? (endsWithinLine ? offset..<size : nil)
    guard let range, let bytes = file.bytes(at: range.lowerBound, count: range.count) else {
      return nil
    }
    return LineDigest.text(of: bytes)
  }

  /// Counts the next line, whose content was found out before, and hands it over.
  mutating func take(
    _ line: LineWalk.Line, _ content: LineContent, _ body: (Line) -> Void
  ) {
    guard !isForeign else { return }
    if line.isWhole {
      lineNumber += 1
      offset = line.offset + line.length + 1
      if line.length > 0 { lastLine = line.offset..<line.offset + line.length }
    }
    if case .blank = content { return }
    if isSibling, lineNumber == 1, case .fault(.foreign) = content { isForeign = true }
    guard !isForeign else { return }
    body(
      Line(
        content: content, bytes: line.bytes, offset: line.offset,
        number: line.isWhole ? lineNumber : lineNumber + 1, isWhole: line.isWhole))
  }

  private mutating func rememberMark() {
    if case .success(let status) = file.status() { modified = status.modified }
    let count = min(64, offset)
    mark = file.bytes(at: offset - count, count: count) ?? []
  }

  private var isMarkUnchanged: Bool {
    file.bytes(at: offset - mark.count, count: mark.count) == mark
  }
}

/// The hash that `prev`, heads and `--expect-head` use.
enum LineDigest {
  static func text(of line: some Sequence<UInt8>) -> String {
    text(of: SHA256.hash(data: Array(line)))
  }

  static func text(of digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text = "sha256:"
    for byte in digest {
      text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte >> 4)]))
      text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte & 15)]))
    }
    return text
  }
}
