import Predictions

@testable import Reviewing

/// Items, events and ledgers that the tests of this module share.
enum Samples {
  /// An item whose content is told apart by `name`, and its input by `input`.
  static func item(_ name: String, input: String = "question") -> ReviewedItem {
    ReviewedItem(
      content: ContentDigest(of: Array("\(input)\0\(name)".utf8)),
      input: ContentDigest(of: Array(input.utf8)), key: name, run: "v7", file: "intents-v7.jsonl")
  }

  static func draft(_ name: String, _ review: Review) -> LedgerDraft {
    LedgerDraft(item: item(name), body: .review(review))
  }

  static func draft(_ name: String, _ verdict: Verdict) -> LedgerDraft {
    draft(name, Review(verdict: verdict))
  }

  /// A ledger in memory whose clock ticks a second per event.
  static func memory(reviewer: String = "ada") throws -> Ledger {
    try Ledger.open(.memory, reviewer: reviewer, clock: clock())
  }

  /// A clock that ticks a second each time it is asked.
  static func clock() -> @Sendable () -> Timestamp {
    let ticks = Monitor(Int64(1_795_435_445))
    return {
      ticks.withLock { seconds in
        seconds += 1
        return Timestamp(milliseconds: seconds * 1000)
      }
    }
  }
}
