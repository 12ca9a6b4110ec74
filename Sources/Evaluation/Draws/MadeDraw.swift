import Predictions
import Reviewing

/// A draw as it was ordered: the one to record, or one that is in the ledger already.
///
///     let made = try MadeDraw.make(DrawOrder(.total(60)), in: context)
///     if made.news != .known { ledger.append(LedgerDraft(body: .draw(made.draw))) }
package struct MadeDraw: Sendable {
  package enum News: String, Hashable, Sendable {
    case new, extended
    /// The ledger has it.
    case known
  }

  package let draw: Draw
  package let sample: DrawnSample
  package let news: News

  /// Makes the draw, or extends the newest of the run that fits; nothing where it was cancelled.
  ///
  /// Linear in the rows, on all processors. Records nothing.
  package static func make(
    _ order: DrawOrder, in context: QueryContext,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(DrawError) -> MadeDraw? {
    let query = try order.query()
    let run = DrawChoice.runName(of: context)
    let earlier = order.earlier(in: DrawChoice.draws(of: context))
    do throws(QueryError) {
      if let earlier {
        let sample = try DrawnSample.again(earlier.draw, in: context, isCancelled: isCancelled)
        guard let sample else { return nil }
        let standing = DrawStanding(earlier, sample, book: context.book)
        if order.isMet(by: standing, on: context.now.day) {
          return MadeDraw(draw: earlier.draw, sample: sample, news: .known)
        }
      }
    } catch {
      throw .query(error)
    }
    let seed = order.seed(after: earlier, run: run, day: context.now.day)
    let candidates = try candidates(
      order, query, seed: seed, limit: order.most(after: earlier?.draw), in: context, isCancelled)
    let rates = order.share == .neyman ? wrongRates(in: context, isCancelled) : [:]
    return try candidates.map { candidates throws(DrawError) in
      try make(order, from: candidates, run: run, seed: seed, rates: rates, extending: earlier)
    }
  }

  /// Makes the draw of what there is to choose from, wherever that was collected.
  ///
  /// - Parameter rates: the wrong rates of tiers, as far as they are known.
  package static func make(
    _ order: DrawOrder, from candidates: DrawCandidates, run: String?, seed: String,
    rates: [String: Double] = [:], extending earlier: DrawEvent? = nil
  ) throws(DrawError) -> MadeDraw {
    let before = earlier?.draw.strata.reduce(0) { $0 + $1.population } ?? 0
    guard candidates.population >= before else {
      throw .fewerThanBefore(before: before, now: candidates.population)
    }
    let total = try order.total(after: earlier?.draw, of: candidates.population)
    let plan = DrawPlan(size: total, share: order.share, rates: rates)
    let strata = plan.strata(of: candidates.populations, extending: earlier?.draw.strata ?? [])
    let planned = Draw(
      id: earlier?.draw.id ?? DrawOrder.id(seed: seed, run: run, where: order.where), seed: seed,
      run: run, where: order.where, planned: strata.reduce(0) { $0 + $1.take }, strata: strata)
    let draw = DrawnSample(planned, from: candidates).recorded
    return MadeDraw(
      draw: draw, sample: DrawnSample(draw, from: candidates),
      news: earlier == nil ? .new : earlier?.draw == draw ? .known : .extended)
  }

  private static func candidates(
    _ order: DrawOrder, _ query: Query?, seed: String, limit: Int, in context: QueryContext,
    _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(DrawError) -> DrawCandidates? {
    do throws(QueryError) {
      return try DrawCandidates.find(
        DrawNumbers(seed: seed), limit: limit, query: query, in: context, isCancelled: isCancelled)
    } catch {
      throw .query(error)
    }
  }

  /// What reviews say of the tiers so far.
  private static func wrongRates(
    in context: QueryContext, _ isCancelled: @escaping @Sendable () -> Bool
  ) -> [String: Double] {
    RunEvaluator(context, isCancelled: isCancelled).evaluation(context.book).tiers
      .reduce(into: [:]) { $0[$1.name] = $1.rates[.wrong]?.rate }
  }
}
