import Evaluation
import Predictions
import Reviewing

/// What `fields` prints: the report on the files and, where a query was given, what it matches.
struct FieldsListing {
  private let report: FieldsReport
  private let matching: Int?

  /// Reads the files of `workspace` whole.
  init(of workspace: Workspace, where query: String?) throws {
    let query = try query.map { text throws(QueryError) in try Query.parse(text) }
    let store = try workspace.openStore()
    let snapshot = store.indexed(showing: ProgressLine("reading"))
    report = FieldsReport(snapshot)
    matching = try query.map { try Self.count($0, in: snapshot, of: store, workspace) }
  }

  /// The listing as `format`, with a line break at its end.
  func text(as format: TextFormat) -> String {
    switch format {
    case .text:
      (report.lines + (matching.map { ["\($0) match the query"] } ?? []))
        .map { $0 + "\n" }.joined()
    case .json: json
    }
  }

  private var json: String {
    guard let matching else { return report.json + "\n" }
    return report.json.dropLast() + ",\"matching\":\(matching)}\n"
  }

  private static func count(
    _ query: Query, in snapshot: IndexSnapshot, of store: PredictionStore, _ workspace: Workspace
  ) throws -> Int {
    let ledger = try workspace.openLedger()
    defer { ledger.close() }
    let context = QueryContext(
      snapshot: snapshot, store: store, book: ledger.book, reviewer: workspace.reviewer,
      now: .now(), comment: { ledger.comment(of: $0) })
    defer { Console.report(unread: context.unread) }
    let progress = ProgressLine("matching")
    defer { progress.finish() }
    let rows = try Arranger.rows(
      Arrangement(query: query), context: context, isCancelled: { false },
      progress: { progress.update($0, of: snapshot.rowCount) })
    return rows?.count ?? 0
  }
}

extension PredictionStore {
  /// Indexes the files to their end, with a progress line where that takes a while.
  func indexed(showing progress: ProgressLine) -> IndexSnapshot {
    start { [weak self] in
      guard let snapshot = self?.snapshot else { return }
      let total = snapshot.arrival == nil ? snapshot.bytesTotal : nil
      progress.update(snapshot.bytesRead, of: total)
    }
    let snapshot = waitUntilComplete()
    progress.finish()
    return snapshot
  }
}
