import Predictions
import Reviewing
import Statistics

/// A draw that a reviewer goes through: which rows, in which order, and what they come to so far.
package struct OpenDraw: Sendable {
  package let event: DrawEvent
  package let news: MadeDraw.News
  package let sample: DrawnSample
  /// What this reviewer looks at, in the order in which it is shown.
  package let items: [DrawnSample.Item]
  /// It is shared among reviewers: what is in ``items`` waits for this one, whoever judged it before.
  package let isShared: Bool
  private let cells: RunCells
  private let itemOfRow: [Int: DrawnSample.Item]

  /// Counts the items of the run. Linear in its rows, on all processors.
  ///
  /// - Parameter shares: how the draw is shared among reviewers; absent where everybody looks at all.
  package init(
    _ event: DrawEvent, _ made: MadeDraw, in context: QueryContext, shares: DrawShares? = nil
  ) {
    self.event = event
    news = made.news
    sample = made.sample
    isShared = shares != nil
    let sample = made.sample
    items = sample.items.filter { item in
      // What one judged already stays in sight when the shares change.
      shares?.isFor(context.reviewer, item, of: sample) ?? true
        || context.book.isJudged(item.ticket.content, by: context.reviewer)
    }
    itemOfRow = Dictionary(uniqueKeysWithValues: items.map { ($0.ticket.row, $0) })
    cells = RunCells.count(context.snapshot)
  }

  /// The place among ``items`` of the first that waits for this reviewer: where everybody looks at
  /// all of the draw one that nobody judged comes before one that others did.
  package func firstOpen(in book: ReviewBook, for reviewer: String) -> Int? {
    let unseen = isShared ? nil : items.firstIndex { !book.isJudged($0.ticket.content) }
    return unseen ?? items.firstIndex { !book.isJudged($0.ticket.content, by: reviewer) }
  }

  /// The item of a row, where it is one of them.
  package func item(row: Int) -> DrawnSample.Item? { itemOfRow[row] }

  /// The name of an item's stratum.
  package func stratum(of item: DrawnSample.Item) -> String { event.draw.strata[item.stratum].name }

  /// How far the draw is and what it says; linear in its items.
  package func progress(
    in snapshot: IndexSnapshot, book: ReviewBook, reviewer: String
  ) -> DrawProgress {
    DrawProgress(self, cells, in: snapshot, book: book, reviewer: reviewer)
  }
}

/// How far a draw was judged and what it says of the run so far.
package struct DrawProgress: Hashable, Sendable {
  /// Items of the draw, and those with a verdict by anyone.
  package let planned: Int
  package let judged: Int
  /// Items of the reviewer who looks, and those with a verdict of their own.
  package let mine: Int
  package let judgedByMe: Int
  /// Of those, what was judged otherwise than in this draw.
  package let takenOver: Int
  /// What was found in the finished beginning of the draw.
  package let found: JudgedItems
  /// From the finished beginning of the draw.
  package let rates: [Finding: Rate]

  package var isFinished: Bool { judged == planned }

  init(
    _ draw: OpenDraw, _ cells: RunCells, in snapshot: IndexSnapshot, book: ReviewBook,
    reviewer: String
  ) {
    let standing = DrawStanding(draw.event, draw.sample, book: book)
    planned = standing.planned
    judged = standing.judged
    mine = draw.items.count
    let reviews = draw.items.compactMap { book.review(of: $0.ticket.content, by: reviewer) }
      .filter { $0.review.verdict != nil }
    judgedByMe = reviews.count
    takenOver = reviews.count { $0.context.draw != draw.event.draw.id }
    let sample = RunSample([standing], in: snapshot, book: book)
    found = sample.items.reduce(into: JudgedItems()) { $0.add($1.value) }
    if draw.event.draw.where == nil {
      let estimator = RunEstimator(cells, sample)
      rates = Finding.allCases.reduce(into: [:]) { $0[$1] = estimator.rate($1) }
    } else {
      rates = Finding.allCases.reduce(into: [:]) { $0[$1] = Self.rate($1, standing, book) }
    }
  }

  /// Of a draw among some predictions: its own strata are all that there is.
  private static func rate(
    _ finding: Finding, _ standing: DrawStanding, _ book: ReviewBook
  ) -> Rate? {
    let strata = standing.strata.map { stratum in
      let found = stratum.tickets.prefix(stratum.finished)
        .compactMap { book.drawnValue(of: $0.content) }.reduce(into: JudgedItems()) { $0.add($1) }
      return (found: found, population: stratum.population)
    }
    return Rate(finding, in: strata, soFar: !standing.isFinished)
  }
}
