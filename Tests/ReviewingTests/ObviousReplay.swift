import Predictions

@testable import Reviewing

/// What a ledger's lines amount to, found out without any table: slow, and easy to believe.
struct ObviousReplay {
  private let events: [LedgerEvent]

  init(_ lines: [[UInt8]]) {
    var known: [EventID: [UInt8]] = [:]
    for line in lines {
      guard let event = Self.event(line) else { continue }
      // Of lines with one name the one that sorts first counts.
      guard let other = known[event.id], other.lexicographicallyPrecedes(line) else {
        known[event.id] = line
        continue
      }
    }
    events = known.values.compactMap(Self.event)
  }

  private static func event(_ line: [UInt8]) -> LedgerEvent? {
    var reader = LedgerLineReader(.replay)
    return line.withUnsafeBytes { try? reader.read($0) }
  }

  /// Reviews that count and passes, in words and sorted; contents differ in their first 128 bits.
  var words: [String] {
    let withdrawn = Set(
      events.compactMap { event in
        if case .withdraw(let target) = event.body { [target.text, event.by] } else { nil }
      })
    let left = events.filter { !withdrawn.contains([$0.id.text, $0.by]) }
    let reviews = left.filter { if case .review = $0.body { true } else { false } }
    let current = reviews.filter { event in
      !reviews.contains { other in
        other.by == event.by && other.item?.content.prefix == event.item?.content.prefix
          && (other.seq, other.id) > (event.seq, event.id)
      }
    }
    let passes = left.filter { if case .pass = $0.body { true } else { false } }
    return (current + passes).map(Self.words).sorted()
  }

  private static func words(of event: LedgerEvent) -> String {
    let place = words(event.id, event.at, event.by, event.seq, event.item)
    guard case .review(var review) = event.body else { return "\(place) \(event.body)" }
    let hasComment = review.comment != nil
    review.comment = nil
    return "\(place) \(review) \(hasComment) \(event.context ?? ReviewContext())"
  }

  /// The same of a book.
  static func words(of book: ReviewBook) -> [String] {
    let contents = book.contents
    let reviews = contents.flatMap { book.reviews(of: $0) }.map { current in
      words(current.id, current.at, current.by, current.seq, current.item)
        + " \(current.review) \(current.hasComment) \(current.context)"
    }
    let passes = contents.flatMap { book.passes(of: $0) }.map { pass in
      words(pass.id, pass.at, pass.by, pass.seq, pass.item)
        + " \(LedgerBody.pass(to: pass.to))"
    }
    return (reviews + passes).sorted()
  }

  private static func words(
    _ id: EventID, _ at: Timestamp, _ by: String, _ seq: Int, _ item: ReviewedItem?
  ) -> String {
    "\(id.text) \(at.text) \(by) \(seq) \(item.map { "\($0)" } ?? "")"
  }
}
