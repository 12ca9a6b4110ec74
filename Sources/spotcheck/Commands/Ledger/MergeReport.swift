import Reviewing

/// What `ledger merge` did, ready to be printed.
struct MergeReport {
  private let merge: LedgerMerge

  init(_ merge: LedgerMerge) {
    self.merge = merge
  }

  /// The report as `format`, with a line break at its end.
  func text(as format: TextFormat) throws -> String {
    switch format {
    case .text: merge.report.map { $0 + "\n" }.joined()
    case .json: try JSONPrinter.text(of: Record(merge))
    }
  }

  private struct Record: Encodable {
    let output: String
    let events: Int
    let repeated: Int
    let conflicts: [String]
    let damage: [String]
    let roots: Int

    init(_ merge: LedgerMerge) {
      output = merge.output
      events = merge.events
      repeated = merge.repeated
      conflicts = merge.conflicts.map(\.text)
      damage = merge.damage.map(\.words)
      roots = merge.roots
    }
  }
}
