import Predictions
import TestSupport
import Testing

@testable import Reviewing

struct WithdrawalTests: LedgerSuite {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A ledger of ada that holds these events, read in this order.
  private func read(_ events: [LedgerEvent]) throws -> ReviewBook {
    let text = events.map { $0.line + "\n" }.joined()
    try folder.write(text, to: "ledger/others.jsonl")
    let ledger = try open()
    ledger.close()
    return ledger.book
  }

  private func event(
    _ number: Int, by reviewer: String, _ body: LedgerBody, seq: Int? = nil
  ) -> LedgerEvent {
    LedgerEvent(
      id: EventID(high: 1, low: UInt64(number)), at: Timestamp(milliseconds: 1_795_435_445_000),
      by: reviewer, seq: seq ?? number, writer: "w\(reviewer)", item: Samples.item("a"), body: body)
  }

  /// A ledger of somebody else with an event that has the highest number and the highest name.
  private func forgeHighest(by reviewer: String, _ body: LedgerBody) throws {
    var forged = event(1, by: reviewer, body, seq: LedgerEvent.highestSeq)
    forged.id = EventID(high: .max, low: .max)
    try folder.write(forged.line + "\n", to: "ledger/others.jsonl")
  }

  private let content = Samples.item("a").content

  @Test("nobody takes back what somebody else said", arguments: [true, false])
  func foreignWithdrawal(isReadFirst: Bool) throws {
    let review = event(1, by: "lin", .review(Review(verdict: .wrong)))
    let withdrawal = event(2, by: "mallory", .withdraw(of: review.id))
    let book = try read(isReadFirst ? [withdrawal, review] : [review, withdrawal])
    #expect(book.review(of: content, by: "lin")?.review.verdict == .wrong)
  }

  @Test("one's own withdrawal counts beside somebody else's", arguments: [true, false])
  func ownWithdrawal(isReadFirst: Bool) throws {
    let review = event(1, by: "lin", .review(Review(verdict: .wrong)))
    let foreign = event(2, by: "mallory", .withdraw(of: review.id))
    let own = event(3, by: "lin", .withdraw(of: review.id))
    let events = [review, foreign, own]
    let book = try read(isReadFirst ? events.reversed() : events)
    #expect(book.review(of: content, by: "lin") == nil)
  }

  @Test("nobody takes back somebody else's draw or pass")
  func drawsAndPasses() throws {
    let draw = Draw(
      id: "01JDC8DRAW", seed: "7", run: nil, where: nil, planned: 1,
      strata: [Draw.Stratum(name: "all", population: 3, take: 1)])
    let drawn = event(1, by: "lin", .draw(draw))
    let pass = event(2, by: "lin", .pass(to: "ada"))
    let book = try read([
      drawn, pass, event(3, by: "mallory", .withdraw(of: drawn.id)),
      event(4, by: "mallory", .withdraw(of: pass.id)),
    ])
    #expect(book.draws.count == 1)
    #expect(book.passes(of: content.prefix).count == 1)
  }

  @Test("what settles a disagreement is the team's, and anybody takes it back")
  func settlement() throws {
    let settled = event(1, by: "lin", .resolve(Review(verdict: .wrong)))
    let book = try read([settled, event(2, by: "ada", .withdraw(of: settled.id))])
    #expect(book.resolution(of: content.prefix) == nil)
  }

  @Test("a history says the same of a withdrawal by somebody else")
  func history() throws {
    let review = event(1, by: "lin", .review(Review(verdict: .wrong)))
    let withdrawal = event(2, by: "mallory", .withdraw(of: review.id))
    _ = try read([review, withdrawal])
    let history = try LedgerHistory.read(
      [folder.path(of: "ledger/others.jsonl")], of: .key("a"))
    #expect(history.entries.map(\.isWithdrawn) == [false, false])
    #expect(history.entries.map(\.isCurrent) == [true, false])
  }

  @Test("a verdict counts also where an event has the highest number and name that there are")
  func highestNumber() throws {
    try forgeHighest(by: "ada", .review(Review(verdict: .ok)))
    let ledger = try open()
    #expect(ledger.book.review(of: content, by: "ada")?.review.verdict == .ok)
    for verdict in [Verdict.wrong, .unsure] {
      ledger.append(Samples.draft("a", verdict))
      #expect(ledger.book.review(of: content, by: "ada")?.review.verdict == verdict)
    }
    ledger.close()
    let again = try open()
    again.close()
    #expect(again.book.review(of: content, by: "ada")?.review.verdict == .unsure)
    #expect(again.damage.isEmpty)
  }

  @Test("a settlement counts also where somebody's has the highest number and name")
  func highestSettlement() throws {
    try forgeHighest(by: "mallory", .resolve(Review(verdict: .ok)))
    let ledger = try open()
    ledger.append(
      LedgerDraft(item: Samples.item("a"), body: .resolve(Review(verdict: .wrong))))
    ledger.close()
    #expect(ledger.book.resolution(of: content.prefix)?.review.verdict == .wrong)
    let again = try open()
    again.close()
    #expect(again.book.resolution(of: content.prefix)?.review.verdict == .wrong)
  }

  @Test("with numbers at their end a clock that steps back decides nothing")
  func clockStepsBack() throws {
    let forged = event(1, by: "mallory", .unknown("ping"), seq: LedgerEvent.highestSeq)
    try folder.write(forged.line + "\n", to: "ledger/others.jsonl")
    for (time, verdict) in [(2_000_000_000, Verdict.ok), (1_000_000_000, .wrong)] {
      let ledger = try Ledger.open(
        LedgerLocation(written: folder.path(of: "ledger/{reviewer}.jsonl")), reviewer: "ada",
        clock: { Timestamp(milliseconds: Int64(time) * 1000) })
      ledger.append(Samples.draft("a", verdict))
      ledger.close()
      #expect(ledger.book.review(of: content, by: "ada")?.review.verdict == verdict)
    }
    let again = try open()
    again.close()
    #expect(again.book.review(of: content, by: "ada")?.review.verdict == .wrong)
  }
}
