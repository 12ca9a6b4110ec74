import Predictions
import Testing

@testable import Reviewing

struct ReviewBookTests {
  @Test("the newest review of a reviewer counts, and others keep theirs")
  func newestCounts() throws {
    let ledger = try Samples.memory()
    ledger.append(Samples.draft("a", .ok))
    ledger.append(Samples.draft("a", Review(verdict: .wrong, tags: ["refusal"], label: "billing")))
    let book = ledger.book
    let review = try #require(book.review(of: Samples.item("a").content, by: "ada"))
    #expect(review.review == Review(verdict: .wrong, tags: ["refusal"], label: "billing"))
    #expect(review.item == Samples.item("a"))
    #expect(book.reviews(of: Samples.item("a").content.prefix) == [review])
    #expect(book.review(of: Samples.item("a").content, by: "lin") == nil)
    #expect(book.count == 1)
    #expect(book.counts(of: "ada").wrong == 1)
    #expect(book.tags == [NameUse(name: "refusal", count: 1)])
    #expect(book.labels == [NameUse(name: "billing", count: 1)])
  }

  @Test("a withdrawn review gives way to the one before, and to none at last")
  func withdraw() throws {
    let ledger = try Samples.memory()
    let first = ledger.append(Samples.draft("a", .ok))
    let second = ledger.append(
      Samples.draft("a", Review(upsetting: Upsetting(severity: 2), tags: ["hate"])))
    let content = Samples.item("a").content
    #expect(ledger.book.isUpsetting(content.prefix))
    ledger.append(LedgerDraft(body: .withdraw(of: second)))
    #expect(ledger.book.review(of: content, by: "ada")?.review.verdict == .ok)
    #expect(!ledger.book.isUpsetting(content.prefix))
    #expect(ledger.book.tags.isEmpty)
    ledger.append(LedgerDraft(body: .withdraw(of: first)))
    #expect(ledger.book.isEmpty)
    #expect(ledger.book.reviewers.isEmpty)
    #expect(ledger.book.counts(of: "ada") == ReviewerCount())
  }

  @Test("a snapshot does not change when the book goes on")
  func snapshots() throws {
    let ledger = try Samples.memory()
    ledger.append(Samples.draft("a", .ok))
    let before = ledger.book
    ledger.append(Samples.draft("a", .wrong))
    ledger.append(Samples.draft("b", .wrong))
    #expect(before.review(of: Samples.item("a").content, by: "ada")?.review.verdict == .ok)
    #expect(before.count == 1)
    #expect(ledger.book.count == 2)
  }

  @Test("another output for the same input shows as changed, the same output does not")
  func changed() throws {
    let ledger = try Samples.memory()
    ledger.append(Samples.draft("old", .wrong))
    let old = Samples.item("old")
    let new = Samples.item("new")
    #expect(ledger.book.isChanged(input: new.input, content: new.content))
    #expect(!ledger.book.isChanged(input: old.input, content: old.content))
    #expect(ledger.book.reviews(ofInput: new.input).map(\.item.content) == [old.content])
    #expect(ledger.book.reviews(of: new.content).isEmpty)
  }

  @Test("passes and settlements are kept apart from reviews")
  func passesAndSettlements() throws {
    let ledger = try Samples.memory()
    let item = Samples.item("a")
    let pass = ledger.append(LedgerDraft(item: item, body: .pass(to: "lin")))
    ledger.append(LedgerDraft(item: item, body: .resolve(Review(verdict: .ok))))
    let book = ledger.book
    #expect(book.passes(to: "lin").map(\.item) == [item])
    #expect(book.passes(of: item.content.prefix).map(\.by) == ["ada"])
    #expect(book.resolution(of: item.content.prefix)?.review.verdict == .ok)
    #expect(book.reviews(of: item.content).isEmpty)
    #expect(!book.isJudged(item.content.prefix))
    ledger.append(LedgerDraft(body: .withdraw(of: pass)))
    #expect(ledger.book.passes(to: "lin").isEmpty)
  }

  @Test("the context and the reserved fields of a review come back")
  func wholeReview() throws {
    let ledger = try Samples.memory()
    let review = Review(
      verdict: .unsure, upsetting: Upsetting(severity: 3, categories: ["hate", "other"]),
      badTarget: true, tags: ["a", "b"], label: "x", preference: .tie, ratings: ["tone": 0.5])
    let context = ReviewContext(
      automatic: "correct", blind: false, draw: "D1", stratum: "hard", position: 0, tier: "hard",
      afterReveal: true)
    ledger.append(
      LedgerDraft(item: Samples.item("a"), context: context, body: .review(review)))
    let current = try #require(ledger.book.latestReview(by: "ada"))
    #expect(current.review == review)
    #expect(current.context == context)
    #expect(!current.hasComment)
  }

  @Test("a comment is read from where it lies, and stays out of the book")
  func comments() throws {
    let ledger = try Samples.memory()
    ledger.append(Samples.draft("a", Review(verdict: .ok, comment: "fine\nby me")))
    let current = try #require(ledger.book.latestReview(by: "ada"))
    #expect(current.review.comment == nil)
    #expect(current.hasComment)
    #expect(ledger.comment(of: current) == "fine\nby me")
  }
}
