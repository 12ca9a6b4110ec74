/// What was recognised in each file and why: the content of `spotcheck fields`.
package struct FieldsReport: Sendable {
  /// A file and how many of its items are in each tier.
  struct File: Sendable {
    let report: FileReport
    let tiers: [TierReport]
  }

  let files: [File]

  /// The report on an index; linear in its rows where there are several files.
  package init(_ snapshot: IndexSnapshot) {
    guard snapshot.files.count > 1 else {
      files = snapshot.files.map { File(report: $0, tiers: snapshot.tiers) }
      return
    }
    files = snapshot.files.map { report in
      File(report: report, tiers: Self.tiers(of: report, in: snapshot))
    }
  }

  private static func tiers(of report: FileReport, in snapshot: IndexSnapshot) -> [TierReport] {
    var items = [Int](repeating: 0, count: snapshot.tiers.count)
    var rows = items
    for row in report.firstRow..<(report.firstRow + report.rows) {
      let entry = snapshot[row]
      rows[entry.tier] += 1
      if entry.firstRow == row { items[entry.tier] += 1 }
    }
    return snapshot.tiers.indices.filter { rows[$0] > 0 }.map {
      TierReport(tier: snapshot.tiers[$0].tier, count: items[$0], rows: rows[$0])
    }
  }
}
