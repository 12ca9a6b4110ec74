import Evaluation
import Exporting
import Predictions
import Reviewing
import TestSupport

/// A run of three hundred answers with a draw that ada judged and what lin adds, and its report.
struct ReportedRun {
  let content: ReportContent
  let json: ReviewedReport

  /// - Parameters:
  ///   - hostile: what stands in every field, id and name; plain words where absent.
  ///   - skipped: so many of the draw, from its start on, ada passes over.
  init(hostile: String? = nil, judged: Int = 90, skipping skipped: Int = 0) throws {
    let rows = (0..<300).map { Self.row($0, hostile) }.joined(separator: "\n")
    let plain = try ReviewedRun(rows: rows)
    let draw = Draw(
      id: hostile ?? "d1", seed: "seed", run: nil, where: nil, planned: 90,
      strata: [
        Draw.Stratum(name: "easy", population: 180, take: 54),
        Draw.Stratum(name: "ambiguous", population: 90, take: 27),
        Draw.Stratum(name: "hard", population: 30, take: 9),
      ])
    let sample = try DrawnSample.again(
      draw, in: Self.context(plain), isCancelled: { false })
    let drawn = (sample?.items ?? []).map { plain.store.prediction(at: $0.ticket.row) }
    let run = try ReviewedRun(rows: rows) { _ in
      [ReviewedRun.Deed(by: "ada", daysAgo: 2, item: nil, body: .draw(draw))]
        + drawn.dropFirst(skipped).prefix(judged).enumerated().map { place, prediction in
          ReviewedRun.Deed(
            by: "ada", daysAgo: 1, item: ReviewedRun.item(prediction),
            body: .review(Self.review(place, hostile)))
        }
        + (skipped > 0 ? [] : [Self.disagreement(on: drawn[4])])
    }
    let context = Self.context(run)
    let evaluation = RunEvaluator(context).evaluation(run.ledger.book)
    let findings = RunFindings(
      evaluation, in: run.snapshot, question: RunFindings.Question(crossings: [["region", "size"]]))
    var all = RowList()
    all.append(contentsOf: 0..<run.snapshot.rowCount)
    let counts = RunReport(RunCounts(run.snapshot, of: all))
    var evaluator = MetricEvaluator(context)
    let rule = GuardrailRule(
      metric: .wrongRate, range: 0...0.15)
    json = ReviewedReport(
      counts, findings, weighted: try WeightedEstimate(of: evaluation, by: "traffic", in: context),
      guardrails: [try evaluator.finding(of: rule)], heads: ["sha256:0c1d"])
    let export = try FlaggedExport(ExportSelection(), context: context)
    content = ReportContent(
      counts: counts, reviewed: json, files: [hostile ?? "run.jsonl"], query: hostile,
      flagged: evaluation.flagged.prefix(20).map { export.prediction(at: $0) },
      flaggedCount: evaluation.flagged.count,
      disputed: evaluation.disputed.map { run.store.prediction(at: $0).key })
  }

  private static func context(_ run: ReviewedRun) -> QueryContext {
    let ledger = run.ledger
    return QueryContext(
      snapshot: run.snapshot, store: run.store, book: ledger.book, reviewer: "ada",
      now: ReviewedRun.now, comment: { ledger.comment(of: $0) })
  }

  private static func row(_ number: Int, _ hostile: String?) -> String {
    let confidence = [0.95, 0.7, 0.95, 0.95, 0.3, 0.95, 0.7, 0.95, 0.7, 0.95][number % 10]
    let region = hostile.map { $0 + "\(number % 3)" } ?? ["EU", "US", "APAC"][number % 3]
    let fields = [
      ("id", Self.quoted("r\(number)" + (hostile ?? ""))),
      ("input", Self.quoted((hostile ?? "question ") + "\(number)")),
      ("output", Self.quoted((hostile ?? "answer ") + "\(number)")),
      ("correct", number % 4 == 0 ? "false" : "true"), ("confidence", "\(confidence)"),
      ("traffic", "\(number * 13 % 101)"), ("region", Self.quoted(region)),
      ("size", number % 2 == 0 ? "\"large\"" : "\"small\""),
    ]
    return "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.appendString(text.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func disagreement(on prediction: Prediction) -> ReviewedRun.Deed {
    ReviewedRun.Deed(
      by: "lin", daysAgo: 1, item: ReviewedRun.item(prediction),
      body: .review(Review(verdict: .wrong)))
  }

  private static func review(_ place: Int, _ hostile: String?) -> Review {
    Review(
      verdict: place % 6 == 0 ? .wrong : place == 10 ? .unsure : .ok,
      upsetting: place == 12 ? Upsetting(severity: 3, categories: [hostile ?? "harassment"]) : nil,
      tags: place % 6 == 0 ? [hostile ?? "refusal"] : [],
      comment: place == 6 ? hostile ?? "not our policy" : nil)
  }
}
