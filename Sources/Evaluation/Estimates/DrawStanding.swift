import Predictions
import Reviewing

/// How far a draw was judged. Of an unfinished one only the beginning of each stratum counts, up to the
/// first item that nobody is done with: what reviewers pass over is not random.
///
/// Who flags an item without looking, or passes it on covered, is done with it: else one text that
/// nobody wants to read would keep all behind it from counting. It has no verdict, and rates say so.
package struct DrawStanding: Sendable {
  package struct Stratum: Sendable {
    package let name: String
    package let population: Int
    /// What is to be judged, in order.
    package let tickets: [DrawTicket]
    /// How many from the start on reviewers are done with.
    package let finished: Int
    /// How many have one at all.
    package let judged: Int

    package var isFinished: Bool { finished == tickets.count }
  }

  package let event: DrawEvent
  package let strata: [Stratum]

  package init(_ event: DrawEvent, _ sample: DrawnSample, book: ReviewBook) {
    self.event = event
    strata = zip(sample.draw.strata, sample.strata).map { stratum, tickets in
      let values = tickets.map { book.drawnValue(of: $0.content) }
      return Stratum(
        name: stratum.name, population: stratum.population, tickets: tickets,
        finished: values.firstIndex { !($0?.isSettled ?? false) } ?? tickets.count,
        judged: values.count { $0?.isJudged ?? false })
    }
  }

  package var planned: Int { strata.reduce(0) { $0 + $1.tickets.count } }
  package var judged: Int { strata.reduce(0) { $0 + $1.judged } }
  package var isFinished: Bool { strata.allSatisfy(\.isFinished) }
  /// The draw was made without strata.
  package var isWhole: Bool { strata.first?.name == DrawPlan.wholeName }
}

extension ReviewBook {
  /// What reviewers together say of this content; nothing where nobody said anything.
  package func value(of content: DigestPrefix) -> ItemValue? {
    hasReviews(of: content) ? ItemValue(of: content, in: self) : nil
  }

  /// The same of a drawn item, of which also counts that somebody passed it on unseen.
  ///
  /// - Parameter moment: what was said before does not count.
  func drawnValue(of content: DigestPrefix, since moment: Timestamp? = nil) -> ItemValue? {
    if let value = value(of: content, since: moment) { return value }
    let isPassed =
      hasReviews(of: content)
      && passes(of: content).contains {
        $0.isCovered && $0.at >= moment ?? $0.at
      }
    return isPassed ? .passedUnseen : nil
  }

  /// The same of what was said since a moment.
  func value(of content: DigestPrefix, since moment: Timestamp?) -> ItemValue? {
    guard let moment else { return value(of: content) }
    guard hasReviews(of: content) else { return nil }
    if let settled = resolution(of: content), settled.at >= moment { return ItemValue([settled]) }
    return ItemValue(reviews(of: content).filter { $0.at >= moment })
  }
}
