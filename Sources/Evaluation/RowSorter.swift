import Predictions

/// A row and its rank in one word, which is what is moved while sorting: rank above, row below.
struct RankedRow: Sendable {
  let word: UInt64

  init(rank: UInt32, row: Int) { word = UInt64(rank) << 32 | UInt64(UInt32(row)) }

  var rank: UInt32 { UInt32(truncatingIfNeeded: word >> 32) }
  var row: Int { Int(UInt32(truncatingIfNeeded: word)) }
}

/// Puts rows in the order of their ranks; rows of equal rank stay as they are.
///
/// A radix sort: linear in the rows, with as much scratch again as the rows take. Of 32 bits of
/// rank eleven are sorted by at a time, so that the counts stay in the nearest cache.
enum RowSorter {
  private static let bits = 11
  private static let buckets = 1 << bits
  private static let passes = 3

  /// The rows by rank.
  static func sorted(_ rows: [RankedRow]) -> [RankedRow] {
    guard rows.count > 1 else { return rows }
    let counts = counts(of: rows)
    var source = rows
    var target = [RankedRow]()
    for pass in 0..<passes {
      let count = counts[pass * buckets..<(pass + 1) * buckets]
      // Where all rows agree in these bits there is nothing to move.
      guard !count.contains(rows.count) else { continue }
      target = moved(source, starts: starts(count), pass: pass)
      swap(&source, &target)
    }
    return source
  }

  private static func digit(_ row: RankedRow, _ pass: Int) -> Int {
    Int(truncatingIfNeeded: row.word >> UInt64(32 + pass * bits)) & (buckets - 1)
  }

  /// How often each digit occurs, pass after pass.
  private static func counts(of rows: [RankedRow]) -> [Int] {
    var counts = [Int](repeating: 0, count: passes * buckets)
    counts.withUnsafeMutableBufferPointer { counts in
      for row in rows {
        for pass in 0..<passes { counts[pass * buckets + digit(row, pass)] += 1 }
      }
    }
    return counts
  }

  private static func starts(_ counts: ArraySlice<Int>) -> [Int] {
    var next = 0
    return counts.map { count in
      defer { next += count }
      return next
    }
  }

  private static func moved(_ rows: [RankedRow], starts: [Int], pass: Int) -> [RankedRow] {
    Array(unsafeUninitializedCapacity: rows.count) { target, filled in
      var starts = starts
      // Every place is written once, because the starts were counted from these very rows.
      starts.withUnsafeMutableBufferPointer { starts in
        for row in rows {
          let digit = digit(row, pass)
          target.baseAddress.map { $0 + starts[digit] }?.initialize(to: row)
          starts[digit] += 1
        }
      }
      filled = rows.count
    }
  }
}
