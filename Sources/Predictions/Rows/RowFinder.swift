/// Finds the rows in a stretch of a file; what they hold is the scanners' business.
protocol RowFinder: Sendable {
  /// The line of the next byte to come, from 1.
  var line: Int { get }

  /// Appends the rows that lie whole in `bytes` and returns how many bytes they take.
  ///
  /// - Parameters:
  ///   - bytes: the file from `offset` on; the next call begins where this one stopped.
  ///   - isLast: nothing follows `bytes`, so that an unfinished row is a row as well.
  mutating func findRows(
    in bytes: UnsafeRawBufferPointer, at offset: Int, isLast: Bool, rows: inout [RowPosition]
  ) -> Int

  /// Takes a row into account that was too long for any stretch.
  mutating func passLongRow(at offset: Int, length: Int) -> RowPosition
}
