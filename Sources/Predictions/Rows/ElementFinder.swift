/// Finds the rows of a document: the elements of one list, or values that follow each other.
///
/// An element is read strictly. Where that fails its brackets are balanced instead, and where they
/// do not balance the next element is looked for by the way the first one begins; so a damaged
/// element keeps its place and hides none of the later ones as long as they can be told apart.
/// Trouble between elements, and a list that never ends, is kept in ``damage``.
struct ElementFinder: RowFinder {
  enum Layout {
    /// The elements of a list, whose opening bracket was passed already.
    case list
    /// Values with white space between them.
    case sequence
  }

  /// An element whose end is not found within this many bytes is given up as damaged.
  static let patience = 8 << 20

  let layout: Layout
  private(set) var line: Int
  /// The first trouble that belongs to no row.
  private(set) var damage: RowDamage?
  /// The list's closing bracket was passed.
  private(set) var isClosed = false
  private var expectsComma = false
  /// What follows the list, up to the end of the document.
  private var tail: DocumentTail
  private var span: ElementSpan

  /// - Parameter depth: how many containers lie around the list.
  init(layout: Layout, line: Int = 1, depth: Int = 0) {
    self.layout = layout
    self.line = line
    tail = DocumentTail(depth: depth)
    span = ElementSpan(layout: layout)
  }

  mutating func findRows(
    in bytes: UnsafeRawBufferPointer, at offset: Int, isLast: Bool, rows: inout [RowPosition]
  ) -> Int {
    var at = 0
    while let next = visible(in: bytes, from: &at) {
      if isClosed {
        at = passTail(bytes, from: next, at: offset)
        continue
      }
      if layout == .list, passPunctuation(bytes[next], at: offset + next) {
        at = next + 1
        continue
      }
      guard let stop = span.end(from: next, in: bytes, isLast: isLast) else { return next }
      if expectsComma { note(.unexpectedByte, at: offset + next) }
      append(next..<stop, in: bytes, at: offset, to: &rows)
      at = stop
    }
    if isLast, layout == .list {
      if !isClosed { note(.arrayNotClosed, at: offset + bytes.count) }
      if !tail.isPassed { note(.objectNotClosed, at: offset + bytes.count) }
    }
    return bytes.count
  }

  mutating func passLongRow(at offset: Int, length: Int) -> RowPosition {
    isClosed = true
    note(.tooLong, at: offset)
    return RowPosition(offset: offset, length: length, line: line)
  }

  /// Skips white space and counts the lines in it.
  private mutating func visible(in bytes: UnsafeRawBufferPointer, from at: inout Int) -> Int? {
    while at < bytes.count, ByteSearch.isSpace(bytes[at]) {
      if bytes[at] == 0x0A { line += 1 }
      at += 1
    }
    return at < bytes.count ? at : nil
  }

  /// Takes what stands between the elements of a list; false where an element begins.
  private mutating func passPunctuation(_ byte: UInt8, at offset: Int) -> Bool {
    switch byte {
    case UInt8(ascii: ","):
      if !expectsComma { note(.unexpectedByte, at: offset) }
      expectsComma = false
    case UInt8(ascii: "]"):
      if !expectsComma, span.hasSeenElement { note(.unexpectedByte, at: offset) }
      isClosed = true
    case UInt8(ascii: "}"), UInt8(ascii: ":"):
      note(.unexpectedByte, at: offset)
    default: return false
    }
    return true
  }

  /// Passes what lies around the list, where there is no row any more; nothing may follow it.
  private mutating func passTail(
    _ bytes: UnsafeRawBufferPointer, from start: Int, at offset: Int
  ) -> Int {
    if tail.isPassed {
      note(.textAfterValue, at: offset + start)
      return bytes.count
    }
    let stop = tail.pass(bytes, from: start)
    line += ByteSearch.count(of: 0x0A, in: UnsafeRawBufferPointer(rebasing: bytes[start..<stop]))
    return stop
  }

  private mutating func append(
    _ span: Range<Int>, in bytes: UnsafeRawBufferPointer, at offset: Int,
    to rows: inout [RowPosition]
  ) {
    rows.append(RowPosition(offset: offset + span.lowerBound, length: span.count, line: line))
    line += ByteSearch.count(of: 0x0A, in: UnsafeRawBufferPointer(rebasing: bytes[span]))
    expectsComma = layout == .list
  }

  private mutating func note(_ reason: RowDamage.Reason, at offset: Int) {
    if damage == nil { damage = RowDamage(reason: reason, offset: offset, line: line) }
  }
}
