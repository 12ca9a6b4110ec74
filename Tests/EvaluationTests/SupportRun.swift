import Evaluation
import Predictions
import Reviewing
import TestSupport

/// Eight replies, one of them twice and one damaged, and what three people say of them.
enum SupportRun {
  static let rows = #"""
    {"id":"a","prompt":"Where is my parcel?","response":"On its way.","passed":true,"confidence":0.95,"region":"EU","size":3,"model":"m1","run":"v7"}
    {"id":"b","prompt":"Refund policy?","response":"No refund ever.","reference":"30 days","passed":false,"confidence":0.55,"region":"US","size":12,"model":"m1","run":"v7"}
    {"id":"c","prompt":"Hello","response":"Go away.","passed":true,"confidence":0.97,"region":"EU","size":3,"model":"m2","run":"v7","toxicity":0.9}
    {"id":"d","prompt":"PIN?","response":"4471","passed":false,"confidence":0.30,"region":"US","size":12,"model":"m2","run":"v7"}
    {"id":"e","prompt":"Where is my parcel?","response":"On its way.","passed":true,"confidence":0.95,"region":"EU","size":3,"model":"m1","run":"v7"}
    {"id":"f","prompt":"Größe?","response":"Refund Policy","passed":false,"confidence":0.99,"region":"EU","size":12,"model":"m1","run":"v7"}
    {"id":"g","prompt":"cut off
    {"id":"h","prompt":[{"role":"user","content":"hi","name":"bo"}],"response":"हिन्दी","passed":true,"confidence":0.7,"size":12,"model":"m1","run":"v7"}

    """#

  static func open() throws -> ReviewedRun {
    try ReviewedRun(rows: rows) { run in
      [
        run.review("a", by: "ada", Review(verdict: .ok)),
        run.review("a", by: "lin", daysAgo: 10, Review(verdict: .ok, tags: ["checked twice"])),
        run.review(
          "b", by: "ada", Review(verdict: .wrong, tags: ["refusal"], comment: "30 days it is")),
        run.review("b", by: "lin", daysAgo: 10, Review(verdict: .ok, badTarget: true)),
        run.review(
          "c", by: "lin",
          Review(upsetting: Upsetting(severity: 2, categories: ["harassment"]))),
        run.review("d", by: "max", daysAgo: 10, Review(verdict: .unsure, label: "billing")),
        run.reviewOfOtherOutput("f", by: "ada", Review(verdict: .wrong)),
        run.deed("h", by: "ada", .pass(to: "lin")),
      ]
    }
  }

  static func context(_ run: ReviewedRun, reviewer: String = "ada") -> QueryContext {
    let ledger = run.ledger
    return QueryContext(
      snapshot: run.snapshot, store: run.store, book: ledger.book, reviewer: reviewer,
      now: ReviewedRun.now, comment: { ledger.comment(of: $0) })
  }

  /// The ids of `rows`, without spaces.
  static func keys(_ rows: (some Collection<Int>)?, in run: ReviewedRun) -> String {
    rows.map { $0.map { run.store.prediction(at: $0).key }.joined() } ?? ""
  }
}
