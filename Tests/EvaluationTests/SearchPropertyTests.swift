import Evaluation
import Predictions
import Reviewing
import TestSupport
import Testing

@Suite("Searching many rows against asking each one")
struct SearchPropertyTests {
  @Test("find gives the rows whose decoded texts hold the text", arguments: [1, 2] as [UInt64])
  func find(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for name in ["run.jsonl", "run.csv"] {
      let (context, folder) = try Self.context(name, using: &random)
      defer { withExtendedLifetime(folder) {} }
      let items = (0..<context.snapshot.rowCount)
        .filter { context.snapshot[$0].firstRow == $0 }
        .map { ($0, Self.texts(context.store.prediction(at: $0))) }
      for _ in 0..<25 {
        let text = RandomRows.pattern(using: &random)
        let pattern = TextPattern(text)
        let expected = items.filter { $1.contains(where: pattern.isContained) }
        let found = try #require(Finder(text).found(in: context))
        #expect(items.map(\.0).filter(found.rows.contains) == expected.map(\.0), "“\(text)”")
        #expect(found.count == expected.count, "“\(text)”")
      }
    }
  }

  @Test(
    "a filter gives the rows that pass one by one", arguments: [4] as [UInt64])
  func filter(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (context, folder) = try Self.context("run.jsonl", using: &random)
    defer { withExtendedLifetime(folder) {} }
    let terms = [
      "tier:easy", "-tier:ambiguous", "automatic:correct", "automatic:none", "confidence<0.6",
      "signs>=1", "copies>1", "damaged", "shielded", "refund", "output:KIK", "id:*17*",
      "not (input:policy or nfoo)", "reviewed", "unreviewed-by-me", "verdict:wrong by:ada",
      "-flagged", "changed", "file:run", "other:refund", "(damaged or \"17\")", "missed",
    ]
    for _ in 0..<20 {
      let text = (0..<Int.random(in: 1...3, using: &random))
        .map { _ in terms.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : " or ")
      let query = try Query.parse(text)
      let matcher = try QueryMatcher(query, context: context)
      let expected = (0..<context.snapshot.rowCount).filter {
        context.snapshot[$0].firstRow == $0 && matcher.matches(row: $0)
      }
      let rows = try Arranger.rows(
        Arrangement(query: query), context: context, isCancelled: { false })
      #expect(rows.map(Array.init) == expected, "\(text)")
      let first = Int.random(in: 0...context.snapshot.rowCount, using: &random)
      let rest = try Arranger.rows(
        Arrangement(query: query), from: first, context: context, isCancelled: { false })
      #expect(rest.map(Array.init) == expected.filter { $0 >= first }, "\(text) from \(first)")
    }
  }

  @Test("a find that goes on finds what one at once finds")
  func goingOn() throws {
    var random = SeededGenerator(seed: 6)
    let (context, folder) = try Self.context("run.jsonl", using: &random)
    defer { withExtendedLifetime(folder) {} }
    let whole = try #require(Finder("refund").found(in: context))
    let again = try #require(Finder("refund").found(after: whole, in: context))
    #expect(again == whole)
    #expect(whole.searched == context.snapshot.rowCount)
  }

  private static func context(
    _ name: String, using random: inout SeededGenerator
  ) throws -> (QueryContext, TemporaryFolder) {
    // More rows than one stretch has, so that its borders are met.
    let count = IndexStretch.capacity + 500
    let rows =
      name.hasSuffix("csv")
      ? RandomRows.table(count, using: &random) : RandomRows.lines(count, using: &random)
    let folder = try TemporaryFolder()
    let store = try PredictionStore.open([try folder.write(rows, to: name)], options: OpenOptions())
    let snapshot = store.waitUntilComplete()
    let ledger = try Ledger.open(.memory, reviewer: "ada", clock: { ReviewedRun.now }, onChange: {})
    for row in stride(from: 0, to: snapshot.rowCount, by: 50) {
      let prediction = store.prediction(at: row)
      let item = ReviewedItem(
        content: prediction.contentDigest, input: prediction.inputDigest, key: prediction.key,
        run: prediction.run, file: prediction.file)
      let review = Review(verdict: row % 100 == 0 ? .wrong : .ok)
      _ = ledger.append(
        LedgerDraft(
          item: item, context: ReviewContext(tier: prediction.tier.name), body: .review(review)))
    }
    ledger.waitUntilSettled()
    let context = QueryContext(
      snapshot: snapshot, store: store, book: ledger.book, reviewer: "ada", now: ReviewedRun.now)
    return (context, folder)
  }

  private static func texts(_ prediction: Prediction) -> [String] {
    [prediction.key]
      + [prediction.input, prediction.output, prediction.target].compactMap { $0?.plainText }
  }
}
