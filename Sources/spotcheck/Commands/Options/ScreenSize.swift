import ArgumentParser
import Screen

/// A size as the command line writes it: `100x30`.
struct ScreenSize: ExpressibleByArgument, CustomStringConvertible {
  /// The largest side: more is a slip of the keyboard.
  private static let longest = 1_000

  let size: Size

  init(columns: Int, rows: Int) {
    size = Size(columns: columns, rows: rows)
  }

  init?(argument: String) {
    let sides = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let columns = sides[0], let rows = sides[1],
      (1...Self.longest).contains(columns), (1...Self.longest).contains(rows)
    else { return nil }
    self.init(columns: columns, rows: rows)
  }

  var description: String { "\(size.columns)x\(size.rows)" }
}
