import Evaluation
import Predictions
import Reviewing
import TestSupport

/// A run with one draw over it, judged from the start on.
struct JudgedDraw {
  let run: ReviewedRun
  /// The ids of what the draw took, in the order in which it is judged.
  let keys: [String]

  /// - Parameters:
  ///   - judged: how many have a verdict; all where nothing is said.
  ///   - more: what else is done.
  init(
    _ rows: [String], size: Int, share: DrawPlan.Share = .proportional, judged: Int? = nil,
    more: (ReviewedRun) -> [ReviewedRun.Deed] = { _ in [] },
    verdict: (String) -> Verdict
  ) throws {
    let text = rows.joined(separator: "\n") + "\n"
    let plain = try ReviewedRun(rows: text)
    let candidates =
      try DrawCandidates.find(
        DrawNumbers(seed: "seed"), limit: size, in: SupportRun.context(plain))
      ?? DrawCandidates([])
    let strata = DrawPlan(size: size, share: share).strata(of: candidates.populations)
    let draw = Draw(
      id: "d1", seed: "seed", run: plain.store.prediction(at: 0).run, where: nil,
      planned: strata.reduce(0) { $0 + $1.take }, strata: strata)
    let drawn = DrawnSample(draw, from: candidates).items.map {
      plain.store.prediction(at: $0.ticket.row)
    }
    keys = drawn.map(\.key)
    run = try ReviewedRun(rows: text) { run in
      [ReviewedRun.Deed(by: "ada", daysAgo: 2, item: nil, body: .draw(draw))]
        + drawn.prefix(judged ?? drawn.count).map {
          ReviewedRun.Deed(
            by: "ada", daysAgo: 1, item: ReviewedRun.item($0),
            body: .review(Review(verdict: verdict($0.key))))
        } + more(run)
    }
  }

  var context: QueryContext { SupportRun.context(run) }

  func findings(
    where query: String? = nil, question: RunFindings.Question = RunFindings.Question()
  ) throws -> RunFindings {
    let selection = try query.flatMap { try ItemSelection(Query.parse($0), in: context) }
    let evaluation = RunEvaluator(context, of: selection).evaluation(run.ledger.book)
    return RunFindings(
      evaluation, in: run.snapshot, of: selection, question: question)
  }
}
