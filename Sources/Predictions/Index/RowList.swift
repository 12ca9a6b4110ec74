/// The rows of a list in its order, four bytes each; rows from 0 on at the beginning take none.
///
/// A list of ten million rows in file order is a number, and any other one lies in chunks, so that
/// it grows without being copied. Taking a copy costs the number of chunks.
///
///     var rows: RowList = [4, 2]
///     rows.append(contentsOf: 7..<9)
///     Array(rows) // [4, 2, 7, 8]
package struct RowList: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
  private static let shift = 16
  private static let chunkSize = 1 << shift

  /// The list begins with the rows 0, 1, 2 and so on, as many as this.
  private var leading = 0
  /// All that follows; every chunk but the last is full.
  private var chunks: [[UInt32]] = []
  /// Every row is greater than the one before it.
  package private(set) var isAscending = true

  package let startIndex = 0
  package private(set) var endIndex = 0

  package init() {}

  package init(arrayLiteral rows: Int...) { self.init(rows) }

  package init(_ rows: some Sequence<Int>) {
    for row in rows { append(row) }
  }

  /// The row at a place; constant time.
  package subscript(place: Int) -> Int {
    precondition(place >= 0 && place < endIndex, "the list has no such place")
    guard place >= leading else { return place }
    let rest = place - leading
    return Int(chunks[rest >> Self.shift][rest & (Self.chunkSize - 1)])
  }

  package mutating func append(_ row: Int) {
    if let last, row <= last { isAscending = false }
    defer { endIndex += 1 }
    if row == endIndex, chunks.isEmpty {
      leading += 1
      return
    }
    if (endIndex - leading) & (Self.chunkSize - 1) == 0 { addChunk() }
    chunks[chunks.count - 1].append(UInt32(row))
  }

  /// Constant time where the list was in file order without a gap, and stays so.
  package mutating func append(contentsOf rows: Range<Int>) {
    guard chunks.isEmpty, rows.lowerBound == leading else {
      for row in rows { append(row) }
      return
    }
    leading = rows.upperBound
    endIndex = leading
  }

  /// Linear in `rows`.
  package mutating func append(contentsOf rows: RowList) {
    if rows.leading > 0 { append(contentsOf: 0..<rows.leading) }
    for chunk in rows.chunks {
      for row in chunk { append(Int(row)) }
    }
  }

  /// Appends rows as they lie in memory; hardly slower than copying them.
  package mutating func append(packed rows: [UInt32]) {
    var rows = rows[...]
    if chunks.isEmpty {
      let start = zip(rows, leading...).prefix { $0 == UInt32(truncatingIfNeeded: $1) }.count
      leading += start
      endIndex += start
      rows = rows.dropFirst(start)
    }
    guard let first = rows.first else { return }
    let isAscending = zip(rows, rows.dropFirst()).reduce(true) { $0 && $1.0 < $1.1 }
    if !isAscending || last.map({ $0 >= Int(first) }) == true { self.isAscending = false }
    while !rows.isEmpty {
      let used = (endIndex - leading) & (Self.chunkSize - 1)
      if used == 0 { addChunk() }
      let part = rows.prefix(Self.chunkSize - used)
      chunks[chunks.count - 1].append(contentsOf: part)
      endIndex += part.count
      rows = rows.dropFirst(part.count)
    }
  }

  private mutating func addChunk() {
    chunks.append([])
    chunks[chunks.count - 1].reserveCapacity(Self.chunkSize)
  }

  /// The place of `row`: logarithmic in an ascending list, else linear, a few rows at a time.
  package func place(of row: Int) -> Int? {
    guard row >= 0, row <= Int(UInt32.max) else { return nil }
    if row < leading { return row }
    if isAscending {
      let place = firstPlace { $0 >= row }
      return place < endIndex && self[place] == row ? place : nil
    }
    var before = leading
    for chunk in chunks {
      if let place = Self.place(of: UInt32(row), in: chunk) { return before + place }
      before += chunk.count
    }
    return nil
  }

  /// Looks at 64 rows between two questions, which the compiler turns into vectors.
  private static func place(of row: UInt32, in chunk: [UInt32]) -> Int? {
    chunk.withUnsafeBufferPointer { rows in
      var at = 0
      while at + 64 <= rows.count {
        var isThere: UInt32 = 0
        for place in at..<at + 64 { isThere |= rows[place] == row ? 1 : 0 }
        if isThere != 0 { break }
        at += 64
      }
      return rows[at...].firstIndex(of: row)
    }
  }

  /// The first place whose row meets a condition that holds from some place on; logarithmic.
  private func firstPlace(where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
