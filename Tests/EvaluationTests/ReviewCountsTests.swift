import Evaluation
import Predictions
import Reviewing
import TestSupport
import Testing

@Suite("Counting what was judged")
struct ReviewCountsTests {
  @Test("counts items, by anyone and by me")
  func counts() throws {
    let run = try SupportRun.open()
    var counts = ReviewCounts(reviewer: "ada")
    counts.count(upTo: run.snapshot, book: run.ledger.book)
    #expect(counts.judged == 3)
    #expect(counts.judgedByMe == 2)
    #expect([counts.wrong, counts.unsure, counts.upsetting, counts.badTarget] == [1, 1, 1, 1])
    #expect(counts[.easy].judged == 1)
    #expect(counts[.ambiguous].judgedByMe == 1)
    #expect(counts[.hard].judged == 1)
    #expect(counts[.hard].judgedByMe == 0)
  }

  @Test("counts no row twice while an index grows")
  func growing() throws {
    let run = try SupportRun.open()
    var counts = ReviewCounts(reviewer: "ada")
    for _ in 0..<3 { counts.count(upTo: run.snapshot, book: run.ledger.book) }
    #expect(counts.judged == 3)
  }

  @Test("says before the first row how much is likely upsetting")
  func exposure() throws {
    let run = try SupportRun.open()
    let exposure = Exposure(book: run.ledger.book, snapshot: run.snapshot)
    #expect(exposure.covered == 1)
    #expect(exposure.categories == [NameUse(name: "harassment", count: 1)])
  }
}
