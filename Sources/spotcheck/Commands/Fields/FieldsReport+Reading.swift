import Evaluation
import Predictions
import Reviewing

extension FieldsReport {
  /// Reads the files of `workspace` whole, and counts what the query matches.
  init(of workspace: Workspace, where query: String?) throws {
    let query = try query.map { text throws(QueryError) in try Query.parse(text) }
    let store = try workspace.openStore()
    let snapshot = store.indexed(showing: ProgressLine("reading"))
    guard let query else {
      self.init(snapshot, matching: nil)
      return
    }
    let ledger = try workspace.openLedger()
    defer { ledger.close() }
    let context = QueryContext(
      snapshot: snapshot, store: store, book: ledger.book, reviewer: workspace.reviewer,
      now: .now(), comment: { ledger.comment(of: $0) })
    let rows = try Arranger.rows(
      Arrangement(query: query), context: context, isCancelled: { false })
    self.init(snapshot, matching: rows?.count)
  }
}

extension PredictionStore {
  /// Indexes the files to their end, with a progress line where that takes a while.
  func indexed(showing progress: ProgressLine) -> IndexSnapshot {
    start { [weak self] in
      guard let snapshot = self?.snapshot else { return }
      progress.update(snapshot.bytesRead, of: snapshot.bytesTotal)
    }
    let snapshot = waitUntilComplete()
    progress.finish()
    return snapshot
  }
}
