import Predictions
import Reviewing
import Testing

@Suite("The sample data, opened")
struct SampleReviewTests {
  private let store: PredictionStore
  private let snapshot: IndexSnapshot
  private let ledger: Ledger
  private let paths: [String]

  init() throws {
    let folder = SampleDataTests.folder
    store = try PredictionStore.open(
      [folder.appending("support-replies-v7.jsonl").string], options: OpenOptions())
    store.start {}
    snapshot = store.waitUntilComplete()
    paths = ["ada.jsonl", "lin.jsonl"].map { folder.appending("ledger").appending($0).string }
    ledger = try Ledger.open(LedgerLocation(written: nil, read: paths), reviewer: "ada")
  }

  @Test("has all tiers, repeats, damage, and something covered")
  func variety() {
    let counts = Dictionary(
      uniqueKeysWithValues: snapshot.tiers.map { ($0.tier.name, $0.count) })
    #expect(counts["easy"] ?? 0 > 200 && counts["ambiguous"] ?? 0 > 100)
    #expect(counts["hard"] ?? 0 > 40)
    #expect(snapshot.damaged == 5)
    #expect(snapshot.files.first?.signal == .confidence)
    let entries = (0..<snapshot.rowCount).map { snapshot[$0] }
    #expect(entries.count { $0.copies > 1 } > 4)
    #expect(entries.count { $0.isShielded } > 5)
    #expect(entries.count { $0.isNotAnObject } == 1)
  }

  @Test("has reviews by two people, in a ledger without damage")
  func ledgers() throws {
    #expect(ledger.damage.isEmpty)
    #expect(try LedgerVerification.verify(paths).isIntact)
    #expect(ledger.book.reviewers == ["ada", "lin"])
    #expect(ledger.book.count > 60)
  }

  @Test("has reviews of this run, of the one before that follow, and of replies that changed")
  func following() throws {
    let book = ledger.book
    var runs: [String: Int] = [:]
    var changed = 0
    for row in 0..<snapshot.rowCount where snapshot[row].firstRow == row {
      for review in book.reviews(of: snapshot[row].digest) {
        runs[review.item.run ?? "", default: 0] += 1
      }
      let prediction = store.prediction(at: row)
      if book.isChanged(input: prediction.inputDigest, content: prediction.contentDigest) {
        changed += 1
      }
    }
    #expect(runs["v7"] ?? 0 >= 40)
    #expect(runs["v6"] ?? 0 >= 5)
    #expect(changed >= 5)
  }
}
