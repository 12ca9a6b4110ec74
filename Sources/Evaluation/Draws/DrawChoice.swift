import Predictions
import Reviewing

/// Which draws of a ledger are of the run that is open.
package enum DrawChoice {
  /// The draws whose run is this one, oldest first; of a draw that was extended, its last form.
  ///
  /// A draw names its run. Where files were moved or renamed since, it is known by its populations.
  package static func draws(of context: QueryContext) -> [DrawEvent] {
    let snapshot = context.snapshot
    let run = runName(of: context)
    let populations = snapshot.tiers.map(\.count)
    var seen: Set<String> = []
    return context.book.draws
      .filter { seen.insert($0.draw.id).inserted }
      .filter { event in
        event.draw.run == nil || event.draw.run == run
          || event.draw.strata.map(\.population) == populations
          || event.draw.strata.map(\.population) == [snapshot.itemCount]
      }
      .reversed()
  }

  /// What the run that is open is called: what its first row says.
  package static func runName(of context: QueryContext) -> String? {
    guard context.snapshot.rowCount > 0 else { return nil }
    return context.store.prediction(at: 0).run
  }
}

extension DrawnSample {
  /// What a recorded draw takes of the predictions that are open; nothing where it was cancelled.
  ///
  /// Linear in the rows. The same as when it was made, as long as the predictions are the same.
  package static func again(
    _ draw: Draw, in context: QueryContext, isCancelled: @escaping @Sendable () -> Bool
  ) throws(QueryError) -> DrawnSample? {
    let query = try draw.where.map { text throws(QueryError) in try Query.parse(text) }
    let candidates = try DrawCandidates.find(
      DrawNumbers(seed: draw.seed), limit: draw.strata.map(\.take).max() ?? 0, query: query,
      in: context, isCancelled: isCancelled)
    return candidates.map { DrawnSample(draw, from: $0) }
  }
}
