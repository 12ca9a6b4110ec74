import Predictions
import SystemPackage

/// Reads one file of the ledger as it grows.
struct LedgerFileReader {
  enum Change {
    case none
    case grown(to: Int)
    /// The path leads to another file, or what was read is no longer there.
    case replaced
  }

  /// Whether it is known what all the lines say that were taken.
  enum Certainty {
    case sure, unsure
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
  /// Why it is not known what the file holds by now, where reading failed.
  private(set) var failure: Errno?

  init(_ file: OpenFile, isSibling: Bool) {
    self.file = file
    self.isSibling = isSibling
  }

  /// What happened to the file since it was read.
  mutating func change() -> Change {
    guard file.isAtItsPath, case .success(let status) = file.status() else { return .replaced }
    if status.size < size { return .replaced }
    if status.size == size, status.modified == modified { return .none }
    guard let found = file.bytes(at: offset - mark.count, count: mark.count) else {
      // Nothing is known of a disk that does not answer, and what was read stays as it is.
      failure = .ioError
      return .none
    }
    guard found == mark else { return .replaced }
    failure = nil
    modified = status.modified
    return status.size > size ? .grown(to: status.size) : .none
  }

  /// Reads what lies behind the last whole line, up to `end`, and hands it over to `taking`, which
  /// passes it to ``take(_:into:of:)``.
  ///
  /// Returns why it is not known what the file says, where that is so.
  mutating func read(
    to end: Int, _ taking: (inout LedgerFileReader, inout LineCollector) -> Certainty
  ) -> Errno? {
    guard !isForeign else { return nil }
    size = offset
    var lines = LineCollector()
    var certainty = Certainty.sure
    let failure = LineWalk.walk(file, from: offset, to: end) { line in
      lines.add(line)
      if lines.batch.isFull, taking(&self, &lines) == .unsure { certainty = .unsure }
    }
    if taking(&self, &lines) == .unsure { certainty = .unsure }
    rememberMark()
    self.failure = failure ?? (certainty == .unsure ? .ioError : nil)
    return self.failure
  }

  /// Whether the file ends in the middle of a line.
  var endsWithinLine: Bool { size > offset }

  /// The digest of the line that a writer new to this file names; nothing in an empty file.
  func digestOfLastLine() -> String? {
    let range = lastLine ?? (endsWithinLine ? offset..<size : nil)
    guard let range, let bytes = file.bytes(at: range.lowerBound, count: range.count) else {
      return nil
    }
    return ContentDigest(of: bytes).text
  }

  /// Counts the lines that come next and hands over what they say; says whether that is known of
  /// all that was taken of this file.
  mutating func take(
    _ lines: inout LineCollector, into intake: inout LedgerIntake, of index: Int
  ) -> Certainty {
    add(&lines, to: &intake, of: index)
    return intake.takeUncertainty() ? .unsure : .sure
  }

  /// As ``take(_:into:of:)``, and leaves it to a later call to ask whether all of it is known.
  mutating func add(
    _ lines: inout LineCollector, to intake: inout LedgerIntake, of index: Int
  ) {
    defer { lines.removeAll() }
    guard !isForeign, let end = lines.batch.end else { return }
    if isSibling, lineNumber == 0, let first = lines.batch.foreignFirstLine {
      return forgo(from: first)
    }
    intake.take(&lines, of: index, after: lineNumber)
    lineNumber += lines.batch.wholeLines
    offset = lines.batch.wholeEnd ?? offset
    size = end
    lastLine = lines.batch.lastLine ?? lastLine
  }

  /// Reads nothing more of a file whose first line is that of something else.
  private mutating func forgo(from first: LineBatch.Other) {
    isForeign = true
    lineNumber = 1
    offset = first.offset + first.length + 1
    size = offset
    lastLine = first.offset..<first.offset + first.length
  }

  private mutating func rememberMark() {
    if case .success(let status) = file.status() { modified = status.modified }
    let count = min(64, offset)
    mark = file.bytes(at: offset - count, count: count) ?? []
  }
}
