import Predictions
import Reviewing

/// Looks for a text in the decoded input, output, target and id of every item.
package struct Finder: Sendable {
  /// Matches found between two reports.
  private static let reportEvery = 4_096

  private let pattern: TextPattern

  /// The text may hold `*`; case counts only where it has a capital.
  package init(_ text: String) {
    pattern = TextPattern(text)
  }

  /// The rows that hold the text, ascending; nothing where it was cancelled.
  ///
  /// Reads every row once. `report` gets the rows found so far, now and then.
  package func rows(
    in context: QueryContext, isCancelled: () -> Bool = { false },
    report: ([Int]) -> Void = { _ in }
  ) -> [Int]? {
    var found: [Int] = []
    for row in 0..<context.snapshot.rowCount {
      if isCancelled() { return nil }
      guard context.snapshot[row].firstRow == row else { continue }
      if context.store.prediction(at: row).texts.contains(where: pattern.isContained) {
        found.append(row)
      }
      if row % Self.reportEvery == Self.reportEvery - 1 { report(found) }
    }
    return found
  }
}
