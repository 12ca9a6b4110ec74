import Predictions
import Reviewing

/// Which draws of a ledger are of the run that is open.
package enum DrawChoice {
  /// As many draws of other names are looked at, because each takes a walk over the rows.
  private static let mostLookalikes = 8

  /// The draws whose run is this one, oldest first; of a draw that was extended, its last form.
  package static func draws(of context: QueryContext) -> [DrawEvent] {
    draws(ofRun: runName(of: context), in: context.book)
  }

  /// As ``draws(of:)``, of the run of this name.
  package static func draws(ofRun run: String?, in book: ReviewBook) -> [DrawEvent] {
    newestForms(book).filter { $0.draw.run == nil || $0.draw.run == run }.reversed()
  }

  /// Draws of another name over as many items of every tier, oldest first: where files were renamed
  /// since, they are of this run.
  ///
  /// Another run over the same inputs looks alike, so only those count of which every item was
  /// judged: these are a random sample of this run whatever they were drawn from.
  static func lookalikes(of context: QueryContext, _ cells: RunCells) -> [DrawEvent] {
    let run = runName(of: context)
    let populations = cells.tiers.indices.map { cells.count(tier: $0) }.filter { $0 > 0 }
    return newestForms(context.book).filter { event in
      let drawn = event.draw.strata.map(\.population)
      return event.draw.run != nil && event.draw.run != run && event.draw.where == nil
        && (drawn == populations || drawn == [cells.count])
    }
    .prefix(mostLookalikes).reversed()
  }

  /// What the run that is open is called: what its first row says.
  package static func runName(of context: QueryContext) -> String? {
    guard context.snapshot.rowCount > 0 else { return nil }
    return context.store.prediction(at: 0).run
  }

  private static func newestForms(_ book: ReviewBook) -> [DrawEvent] {
    var seen: Set<String> = []
    return book.draws.filter { seen.insert($0.draw.id).inserted }
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
