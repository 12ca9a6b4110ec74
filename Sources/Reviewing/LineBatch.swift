import Predictions

/// What some lines of a file say, one behind the other in its order.
///
/// Ordinary reviews are records already, with codes of the names of whoever read them; what is rare
/// stands beside them. Whoever fills it hands it over once it is full, so that it never holds much more
/// than the longest line does, and places among its keys stay small.
struct LineBatch: Sendable {
  /// So many lines are enough to be handed over.
  static let fullCount = 512
  /// And so many bytes of them, which ordinary lines do not come to.
  static let fullSize = 1 << 20

  /// A line that holds no ordinary review.
  struct Other: Sendable {
    /// How many ordinary reviews stand before it.
    let place: Int
    let offset: Int
    let length: Int
    /// A line break follows.
    let isWhole: Bool
    let content: LineContent
  }

  private(set) var reviews: [ReviewRecord] = []
  /// Who wrote each of the reviews.
  private(set) var writers: [ReviewRecord.Code] = []
  /// The keys of the predictions, where the reviews say that they lie.
  private(set) var keys: [UInt8] = []
  private(set) var others: [Other] = []
  /// How many of the lines are whole.
  private(set) var wholeLines = 0
  /// Behind the last whole line; nothing where there is none.
  private(set) var wholeEnd: Int?
  /// Behind the last line, its line break included.
  private(set) var end: Int?
  /// Where the last line lies that is whole and not empty.
  private(set) var lastLine: Range<Int>?

  var isEmpty: Bool { end == nil }

  /// The bytes of the lines without their line breaks.
  private(set) var size = 0

  /// As many lines, or as long ones, as are taken at a time.
  var isFull: Bool { lineCount >= Self.fullCount || size >= Self.fullSize }

  /// How many lines there are.
  var lineCount: Int { reviews.count + others.count }

  /// The first line, where it is whole and that of another kind of file.
  var foreignFirstLine: Other? {
    guard let first = others.first, first.place == 0, first.isWhole,
      case .fault(.foreign) = first.content
    else { return nil }
    return first
  }

  mutating func add(
    _ record: ReviewRecord, key: UnsafeRawBufferPointer, by writer: ReviewRecord.Code,
    from line: LineWalk.Line
  ) {
    var record = record
    record.place = LinePlace(file: 0, offset: line.offset, length: line.length)
    record.key = TextPile.Text(chunk: 0, start: UInt32(keys.count), count: UInt32(key.count))
    keys.append(contentsOf: key)
    reviews.append(record)
    writers.append(writer)
    note(line)
  }

  mutating func add(_ content: LineContent, from line: LineWalk.Line) {
    others.append(
      Other(
        place: reviews.count, offset: line.offset, length: line.length, isWhole: line.isWhole,
        content: content))
    note(line)
  }

  /// Forgets the lines and keeps the room.
  mutating func removeAll() {
    reviews.removeAll(keepingCapacity: true)
    writers.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
    wholeLines = 0
    size = 0
    (wholeEnd, end, lastLine) = (nil, nil, nil)
  }

  private mutating func note(_ line: LineWalk.Line) {
    size += line.bytes.count
    end = line.offset + line.length + (line.isWhole ? 1 : 0)
    guard line.isWhole else { return }
    wholeLines += 1
    wholeEnd = end
    if line.length > 0 { lastLine = line.offset..<line.offset + line.length }
  }
}

/// What a line of the ledger holds that is no ordinary review.
enum LineContent: Sendable {
  /// Nothing but white space.
  case blank
  indirect case event(LedgerEvent)
  indirect case fault(LineFault)
}
