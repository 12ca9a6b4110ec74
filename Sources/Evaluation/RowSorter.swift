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

  /// The rows of all pieces by rank.
  ///
  /// Consuming, so that the pieces are gone when their rows were moved once.
  static func sorted(_ pieces: consuming [[RankedRow]]) -> RowList {
    let counts = counts(of: pieces)
    let total = pieces.reduce(0) { $0 + $1.count }
    // Where all rows agree in the bits of a pass there is nothing to move.
    let needed = (0..<passes).filter { pass in
      !counts[pass * buckets..<(pass + 1) * buckets].contains(total)
    }
    var source = pieces
    for pass in needed.dropLast() {
      source = [moved(source, total, starts(counts, of: pass), pass) { $0 }]
    }
    var rows = RowList()
    if let last = needed.last {
      rows.append(
        packed: moved(source, total, starts(counts, of: last), last) { UInt32($0.row) })
    } else {
      for piece in source { rows.append(packed: piece.map { UInt32($0.row) }) }
    }
    return rows
  }

  @inline(__always)
  private static func digit(_ row: RankedRow, _ pass: Int) -> Int {
    Int(truncatingIfNeeded: row.word >> UInt64(32 + pass * bits)) & (buckets - 1)
  }

  /// How often each digit occurs, pass after pass.
  private static func counts(of pieces: [[RankedRow]]) -> [Int] {
    var counts = [Int](repeating: 0, count: passes * buckets)
    counts.withUnsafeMutableBufferPointer { counts in
      for piece in pieces {
        for row in piece {
          for pass in 0..<passes { counts[pass * buckets + digit(row, pass)] += 1 }
        }
      }
    }
    return counts
  }

  /// Where the rows of each digit begin.
  private static func starts(_ counts: [Int], of pass: Int) -> [Int] {
    var next = 0
    return counts[pass * buckets..<(pass + 1) * buckets].map { count in
      defer { next += count }
      return next
    }
  }

  private static func moved<Moved>(
    _ pieces: [[RankedRow]], _ total: Int, _ starts: [Int], _ pass: Int,
    _ make: (RankedRow) -> Moved
  ) -> [Moved] {
    Array(unsafeUninitializedCapacity: total) { target, filled in
      var starts = starts
      // Every place is written once, because the starts were counted from these very rows.
      starts.withUnsafeMutableBufferPointer { starts in
        for piece in pieces {
          for row in piece {
            let digit = digit(row, pass)
            target.baseAddress.map { $0 + starts[digit] }?.initialize(to: make(row))
            starts[digit] += 1
          }
        }
      }
      filled = total
    }
  }
}
