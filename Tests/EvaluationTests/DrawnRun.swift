import Evaluation
import Predictions
import Reviewing
import TestSupport

/// A run of short questions in three tiers, for draws: what is wrong can be told from the row.
///
/// Of every ten rows six are easy, three ambiguous and one hard; region and result vary.
struct DrawnRun {
  static let seed = "2026-11-26"

  let run: ReviewedRun

  /// - Parameter deeds: what is done, once the run can be asked for its items.
  init(
    rows: Range<Int>, order: [Int]? = nil, deeds: (ReviewedRun) -> [ReviewedRun.Deed] = { _ in [] }
  ) throws {
    let lines = (order ?? Array(rows)).map(Self.line)
    run = try ReviewedRun(rows: lines.joined(separator: "\n") + "\n", deeds: deeds)
  }

  static func line(_ number: Int) -> String {
    let confidence = [0.95, 0.7, 0.95, 0.95, 0.3, 0.95, 0.7, 0.95, 0.7, 0.95][number % 10]
    let region = ["EU", "US", "APAC"][number % 3]
    let isCorrect = number % 4 != 0
    return #"{"id":"r\#(number)","input":"question \#(number)","output":"answer \#(number)","#
      + #""correct":\#(isCorrect),"confidence":\#(confidence),"region":"\#(region)","run":"v7"}"#
  }

  var context: QueryContext { SupportRun.context(run) }

  func candidates(limit: Int, query: String? = nil) throws -> DrawCandidates {
    let query = try query.map { try Query.parse($0) }
    return try DrawCandidates.find(
      DrawNumbers(seed: Self.seed), limit: limit, query: query, in: context)
      ?? DrawCandidates([])
  }

  /// A draw of `size` as the plan has it.
  func draw(_ size: Int, share: DrawPlan.Share = .proportional) throws -> DrawnSample {
    let candidates = try candidates(limit: size)
    let strata = DrawPlan(size: size, share: share).strata(of: candidates.populations)
    return DrawnSample(
      Draw(
        id: "d1", seed: Self.seed, run: "v7", where: nil,
        planned: strata.reduce(0) { $0 + $1.take }, strata: strata), from: candidates)
  }

  /// The ids of a sample's items, as they are shown.
  func keys(_ sample: DrawnSample) -> [String] {
    sample.items.map { run.store.prediction(at: $0.ticket.row).key }
  }
}
