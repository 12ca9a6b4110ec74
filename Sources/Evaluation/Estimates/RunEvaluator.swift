import Predictions
import Reviewing

/// Evaluates a run whose index is complete, again and again while it is reviewed: what does not depend
/// on reviews is worked out once.
///
///     let evaluator = try RunEvaluator(context)
///     let evaluation = evaluator.evaluation(context.book)
package struct RunEvaluator: Sendable {
  let snapshot: IndexSnapshot
  private let cells: RunCells
  /// Which items are asked about; all where absent.
  private let selection: ItemSelection?
  let draws: [(event: DrawEvent, sample: DrawnSample, aside: String?)]
  private let leftOut: [RunEvaluation.LeftOutDraw]

  /// Counts the items and makes the draws again. Linear in the rows times the draws.
  ///
  /// A draw whose query does not fit these predictions is left out: it took a part of another file,
  /// and the other draws are as good without it.
  ///
  /// - Parameter selection: the items that are asked about; draws are of the whole run all the same.
  package init(
    _ context: QueryContext, of selection: ItemSelection? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    snapshot = context.snapshot
    self.selection = selection
    let whole = RunCells.count(snapshot, isCancelled: isCancelled)
    cells =
      selection == nil
      ? whole : RunCells.count(snapshot, of: selection?.rows, isCancelled: isCancelled)
    let lookalikes = DrawChoice.lookalikes(of: context, whole)
    var draws: [(event: DrawEvent, sample: DrawnSample, aside: String?)] = []
    var leftOut: [RunEvaluation.LeftOutDraw] = []
    for event in lookalikes + DrawChoice.draws(of: context) {
      do throws(QueryError) {
        let sample = try DrawnSample.again(event.draw, in: context, isCancelled: isCancelled)
        guard let sample else { break }
        let standing = DrawStanding(event, sample, book: context.book)
        guard standing.isFinished || !lookalikes.contains(event) else { continue }
        draws.append((event, sample, event.draw.where.map { "only of \($0)" }))
      } catch {
        leftOut.append(RunEvaluation.LeftOutDraw(event: event, reason: error.description))
      }
    }
    self.draws = draws
    self.leftOut = leftOut
  }

  /// The first rows of all items that a draw over the whole run took.
  package var drawnRows: Set<Int> {
    Set(draws.filter { $0.aside == nil }.flatMap { $0.sample.strata.joined().map(\.row) })
  }

  /// What the reviews of `book` say; linear in them and in the items drawn, but for one look at each
  /// row whether anything was said about it.
  package func evaluation(_ book: ReviewBook) -> RunEvaluation {
    let standings = draws.map { DrawStanding($0.event, $0.sample, book: book) }
    let counting = zip(standings, draws).filter { $1.aside == nil }.map(\.0)
    // Who picks items by what was found in them has no random sample of them.
    let isChosenByReviews = selection?.isChosenByReviews ?? false
    let sample = RunSample(
      isChosenByReviews ? [] : counting, in: snapshot, book: book, of: selection?.rows)
    let estimator = RunEstimator(cells, sample)
    let found = FoundItems(in: snapshot, book: book, of: selection?.rows)
    return RunEvaluation(
      items: cells.count, found: found.all, verdicts: found.reviewers, flagged: found.flagged,
      disputed: found.disputed,
      tiers: tiers(estimator, found), segments: segments(estimator, found),
      draws: zip(standings, draws).map {
        RunEvaluation.DrawLine(
          event: $0.event, planned: $0.planned, judged: $0.judged, isFinished: $0.isFinished,
          aside: $1.aside)
      },
      drawnJudged: drawnJudged(book), leftOut: leftOut,
      isChosenByReviews: isChosenByReviews,
      rates: Self.rates { estimator.rate($0) }, missed: estimator.missed,
      missedFound: found.missed, sample: sample, cells: cells)
  }

  /// What was judged before it was drawn counts with its draw, and with no other number.
  private func drawnJudged(_ book: ReviewBook) -> Int {
    var seen: Set<Int> = []
    return draws.flatMap { $0.sample.strata.joined() }.count { ticket in
      (selection?.rows.contains(ticket.row) ?? true)
        && book.drawnValue(of: ticket.content)?.isJudged == true
        && seen.insert(ticket.row).inserted
    }
  }

  private func tiers(
    _ estimator: RunEstimator, _ found: FoundItems
  ) -> [RunEvaluation.Slice] {
    let drawn = estimator.sample.judged(tiers: cells.tiers.count)
    return cells.tiers.indices.map { tier in
      RunEvaluation.Slice(
        name: cells.tiers[tier].name, items: cells.count(tier: tier),
        found: found.tiers[tier].found,
        drawn: drawn[tier].judged, rates: Self.rates { estimator.rate($0, tier: tier) },
        lastReviewed: found.tiers[tier].last)
    }
  }

  private func segments(
    _ estimator: RunEstimator, _ found: FoundItems
  ) -> [RunEvaluation.SegmentSlice] {
    cells.segmentNames.indices.flatMap { segment in
      cells.segmentValues[segment].indices.dropFirst().compactMap { code in
        let items = cells.count(segment: segment, code: code)
        guard items > 0 else { return nil }
        let drawn = estimator.sample.items.count {
          $0.segments[segment] == code && $0.value.isJudged
        }
        return RunEvaluation.SegmentSlice(
          segment: cells.segmentNames[segment],
          slice: RunEvaluation.Slice(
            name: cells.segmentValues[segment][code], items: items,
            found: found.segments[segment][code].found, drawn: drawn,
            rates: Self.rates { estimator.rate($0, segment: segment, code: code) },
            lastReviewed: found.segments[segment][code].last))
      }
    }
  }

  private static func rates(_ rate: (Finding) -> Rate?) -> [Finding: Rate] {
    Finding.allCases.reduce(into: [:]) { $0[$1] = rate($1) }
  }
}
