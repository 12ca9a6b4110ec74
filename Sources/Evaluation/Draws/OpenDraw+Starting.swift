import Predictions
import Reviewing

extension OpenDraw {
  /// Whoever reviewed anything within so many days takes part in a draw that is shared.
  package static let daysOfTeam = 14

  /// Takes up the draw that is ordered or makes it and puts it into the ledger; nothing where it was
  /// cancelled. Linear in the rows.
  ///
  /// - Parameter overlap: the share of the draw that everybody looks at, where the rest is split among
  ///   the team; absent where everybody looks at all of it.
  package static func start(
    _ order: DrawOrder, overlap: Double? = nil, in context: QueryContext, ledger: Ledger,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(DrawError) -> OpenDraw? {
    guard let made = try MadeDraw.make(order, in: context, isCancelled: isCancelled) else {
      return nil
    }
    if made.news != .known { ledger.append(LedgerDraft(body: .draw(made.draw))) }
    guard let event = ledger.book.draws.first(where: { $0.draw.id == made.draw.id }) else {
      return nil
    }
    let shares = overlap.map { DrawShares(overlap: $0, reviewers: team(of: context)) }
    return OpenDraw(event, made, in: context, shares: shares)
  }

  /// Who asks, and whoever reviewed of late. Linear in the reviews, for each of the reviewers.
  static func team(of context: QueryContext) -> Set<String> {
    let first = context.now.milliseconds - Int64(daysOfTeam) * 86_400_000
    let recent = context.book.reviewers.filter { name in
      context.book.latestReview(by: name).map { $0.at.milliseconds >= first } ?? false
    }
    return Set(recent).union([context.reviewer])
  }
}
