import Predictions
import Reviewing

/// What draw somebody asks for.
///
/// The seed, where nobody names one, is that of the newest draw of the run over the same predictions,
/// so that tomorrow's thirty extend today's; the first one's is the run's name, a space and the day in
/// UTC: `v7 2026-11-26`. So people who draw on the same day draw the same.
package struct DrawOrder: Hashable, Sendable {
  /// How large the draw is to be.
  package enum Size: Hashable, Sendable {
    /// So many in all: a smaller draw is extended to it.
    case total(Int)
    /// What is open of the newest draw; where nothing is, so many more.
    case next(Int)
    /// As ``next(_:)``, but no more on the day on which the newest draw was made or extended.
    case daily(Int)

    /// The number comes on top of an earlier draw.
    var isAddedTo: Bool {
      if case .total = self { false } else { true }
    }

    /// So many at a time.
    package var count: Int {
      switch self {
      case .total(let count), .next(let count), .daily(let count): count
      }
    }
  }

  package var size: Size
  package var share: DrawPlan.Share
  package var seed: String?
  /// The query that says which predictions can be drawn.
  package var `where`: String?

  package init(
    _ size: Size, share: DrawPlan.Share = .proportional, seed: String? = nil,
    where: String? = nil
  ) {
    self.size = size
    self.share = share
    self.seed = seed
    self.where = `where`
  }

  /// The newest of a run's draws that is continued or extended; with a seed, the one that has it.
  package func earlier(in draws: [DrawEvent]) -> DrawEvent? {
    draws.last { $0.draw.where == self.where && (seed == nil || $0.draw.seed == seed) }
  }

  /// The seed that holds for a run's draw on this day.
  package func seed(after earlier: DrawEvent?, run: String?, day: String) -> String {
    seed ?? earlier?.draw.seed ?? Self.seed(run: run, day: day)
  }

  /// As many of a tier may be needed.
  package func most(after earlier: Draw?) -> Int {
    let before = earlier?.strata.map(\.take).max() ?? 0
    return max(size.count + (size.isAddedTo ? earlier?.planned ?? 0 : 0), before)
  }

  /// Whether a draw that was judged so far is what is asked for, on this day.
  func isMet(by standing: DrawStanding, on day: String) -> Bool {
    switch size {
    case .total(let count): standing.event.draw.planned >= count
    case .next: !standing.isFinished
    case .daily: !standing.isFinished || standing.event.at.day == day
    }
  }

  /// How many the draw has, of `population`; whoever names a number is told where there are fewer.
  func total(after earlier: Draw?, of population: Int) throws(DrawError) -> Int {
    guard population > 0 else { throw .nothingToDraw }
    switch size {
    case .total(let count):
      guard count <= population else { throw .tooMany(asked: count, there: population) }
      return count
    case .next(let count), .daily(let count):
      return min((earlier?.planned ?? 0) + count, population)
    }
  }

  /// The query, which may ask about predictions alone: a draw must be the same tomorrow.
  package func query() throws(DrawError) -> Query? {
    guard let text = self.where else { return nil }
    let query: Query
    do throws(QueryError) { query = try Query.parse(text) } catch { throw .query(error) }
    if let term = query.firstTermAboutReviews { throw .asksAboutReviews(term.position) }
    return query
  }

  /// The seed of a run's first draw.
  package static func seed(run: String?, day: String) -> String {
    [run, day].compactMap(\.self).joined(separator: " ")
  }

  /// What a draw is called: ten digits of a hash of seed, run and query, so that the same draw made
  /// on two machines is one draw when their ledgers meet.
  package static func id(seed: String, run: String?, where: String?) -> String {
    let text = [seed, run ?? "", `where` ?? ""].joined(separator: "\0")
    let digest = ContentDigest(of: text.utf8).prefix
    return String(EventID(high: digest.high, low: digest.low).text.suffix(10))
  }
}

/// Why a draw cannot be made.
package enum DrawError: Error, Hashable, Sendable {
  case query(QueryError)
  /// The place of the term in the query.
  case asksAboutReviews(Int)
  case nothingToDraw
  case tooMany(asked: Int, there: Int)
  /// Only a part is here of what the draw was made of.
  case fewerThanBefore(before: Int, now: Int)

  /// What was asked for could never be done, rather than not here.
  package var isUsage: Bool {
    switch self {
    case .query, .asksAboutReviews: true
    case .nothingToDraw, .tooMany, .fewerThanBefore: false
    }
  }

  /// What is wrong and what to do.
  package var words: String {
    switch self {
    case .query(let error): "the query: \(error)"
    case .asksAboutReviews(let position):
      "the query asks about reviews (at character \(position + 1)), and a draw has to be the same "
        + "tomorrow: ask about predictions alone, such as tier:hard region:EU"
    case .fewerThanBefore(let before, let now):
      "the draw was made of \(before) predictions and \(now) are here: open all of its files to "
        + "extend it, or begin another one with `sample --seed`"
    case .nothingToDraw: "there is no prediction to draw"
    case .tooMany(let asked, let there):
      "\(asked) were asked for and there are \(there) to draw: ask for \(there) at most"
    }
  }
}
