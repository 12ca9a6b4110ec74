/// Four thousand rows of the index: written once from front to back, never moved.
///
/// Unchecked, because one indexing thread writes and any thread reads: a reader only asks for rows
/// that a snapshot counts, those were written before the snapshot was handed over under a lock, and
/// they never change again. What does change later lies in columns of atomic numbers.
final class RowChunk: @unchecked Sendable {
  static let capacity = 4_096

  /// The columns that only some files need.
  struct Columns: OptionSet {
    let rawValue: UInt8
    static let uncertainty = Columns(rawValue: 1)
    static let confidence = Columns(rawValue: 2)
    static let score = Columns(rawValue: 4)
  }

  private let rows = UnsafeMutablePointer<PackedRow>.allocate(capacity: capacity)
  private let uncertainties: UnsafeMutablePointer<UInt16>?
  private let confidences: UnsafeMutablePointer<Float>?
  private let scores: UnsafeMutablePointer<Float>?
  /// The low bytes of the codes of segment values, row after row.
  private let segments: UnsafeMutablePointer<UInt8>?
  /// Their high bytes, four to a number: few fields have more than 255 values.
  let highBytes: LazyColumn
  let segmentCount: Int
  /// Of an item's first row, how many other rows belong to it; of a duplicate, its first row.
  let links = LazyColumn()
  /// Of a row whose id was met before in its file, how many times it was; 0 elsewhere.
  let occurrences = LazyColumn()

  init(columns: Columns, segmentCount: Int) {
    self.segmentCount = segmentCount
    highBytes = LazyColumn(capacity: Self.highBytes(of: Self.capacity, segmentCount))
    func column<Value>(_ wanted: Bool, width: Int = 1) -> UnsafeMutablePointer<Value>? {
      wanted ? .allocate(capacity: Self.capacity * width) : nil
    }
    uncertainties = column(columns.contains(.uncertainty))
    confidences = column(columns.contains(.confidence))
    scores = column(columns.contains(.score))
    segments = column(segmentCount > 0, width: segmentCount)
  }

  deinit {
    rows.deallocate()
    uncertainties?.deallocate()
    confidences?.deallocate()
    scores?.deallocate()
    segments?.deallocate()
  }

  /// Writes the row at `place`, which no snapshot counts yet.
  func write(
    _ row: PackedRow, at place: Int, uncertainty: Float, confidence: Float, score: Float,
    segments codes: SegmentCodes
  ) {
    (rows + place).initialize(to: row)
    uncertainties?[place] = Self.packed(uncertainty)
    confidences?[place] = confidence
    scores?[place] = score
    for segment in 0..<segmentCount {
      let (code, at) = (codes[segment], place * segmentCount + segment)
      segments?[at] = UInt8(truncatingIfNeeded: code)
      if code > UInt8.max { setHighByte(code >> 8, at: at) }
    }
  }

  subscript(place: Int) -> PackedRow { rows[place] }

  /// The column's value, or nothing where the file does without the column.
  func uncertainty(_ place: Int) -> Float? { uncertainties.map { Self.unpacked($0[place]) } }
  func confidence(_ place: Int) -> Float? { confidences?[place] }
  func score(_ place: Int) -> Float { scores?[place] ?? .nan }

  func segmentCodes(_ place: Int) -> SegmentCodes {
    var codes = SegmentCodes(count: segmentCount)
    for segment in 0..<segmentCount { codes[segment] = segmentCode(place, segment: segment) }
    return codes
  }

  func segmentCode(_ place: Int, segment: Int) -> Int {
    guard let segments else { return 0 }
    let at = place * segmentCount + segment
    return Int(segments[at]) | highByte(at) << 8
  }

  private func highByte(_ at: Int) -> Int { (highBytes[at / 4] >> (at % 4 * 8)) & 0xFF }

  private func setHighByte(_ byte: Int, at: Int) {
    highBytes.set(highBytes[at / 4] | byte << (at % 4 * 8), at: at / 4)
  }

  /// How many numbers of ``highBytes`` so many rows take.
  static func highBytes(of rows: Int, _ segmentCount: Int) -> Int { (rows * segmentCount + 3) / 4 }

  /// The room of the first `count` rows in each of the columns that lie as they are in the cache.
  ///
  /// Written to only before any snapshot counts the rows.
  func columns(of count: Int) -> [UnsafeMutableRawBufferPointer] {
    func room<Value>(
      _ column: UnsafeMutablePointer<Value>?, width: Int = 1
    ) -> UnsafeMutableRawBufferPointer? {
      column.map {
        UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(start: $0, count: count * width))
      }
    }
    return [
      room(rows), room(uncertainties), room(confidences), room(scores),
      room(segments, width: segmentCount),
    ].compactMap(\.self)
  }

  private static func packed(_ uncertainty: Float) -> UInt16 {
    uncertainty.isNaN ? .max : UInt16(max(0, min(1, uncertainty)) * 65_534)
  }

  private static func unpacked(_ code: UInt16) -> Float {
    code == .max ? .nan : Float(code) / 65_534
  }
}
