import Predictions
import Reviewing

/// What is known of a run with everybody's reviews, as it is printed.
///
/// Its keys are the ones that programs read; what is not known is left out, and nothing is rounded.
package struct ReviewedReport: Encodable, Sendable {
  /// What is known of a tier.
  package struct TierLine: Encodable, Sendable {
    package let tier: String
    /// Predictions, and how many different ones that could be judged they are.
    package let count: Int
    package let items: Int
    /// Items with a verdict by anyone, and those of them that were drawn.
    package let reviewed: Int
    package let drawn: Int
    package let lastReviewed: String?
    package let automatic: AutomaticMetric?
    package let wrong: Rate?
    package let unsure: Rate?
    package let upsetting: Rate?
  }

  /// What is known of the predictions that have a value of a segment, or of two that are crossed.
  package struct SegmentLine: Encodable, Sendable {
    package let segment: String
    package let value: String
    package let count: Int
    package let items: Int
    package let reviewed: Int
    package let drawn: Int
    package let automatic: AutomaticMetric?
    package let wrong: Rate?
    package let upsetting: Rate?
  }

  /// Rates of the whole run; none where nothing was drawn.
  package struct Estimate: Encodable, Sendable {
    package let wrong: Rate?
    package let unsure: Rate?
    package let upsetting: Rate?
    package let badTarget: Rate?
  }

  /// All that was found, also by browsing: counts that say nothing about the rest.
  package struct Found: Encodable, Sendable {
    package let lookedAt: Int
    package let wrong: Double
    package let unsure: Double
    package let upsetting: Int
    package let severity3: Int
    package let badTarget: Int
    package let missed: Int
    /// Items that were judged and that enter no rate: not drawn, or behind one that is still missing.
    package let inNoRate: Int
  }

  /// A draw and how far it was judged.
  package struct DrawLine: Encodable, Sendable {
    package let draw: String
    package let by: String
    package let at: String
    package let planned: Int
    package let judged: Int
    package let finished: Bool
    package let aside: String?
  }

  /// A draw that cannot be made again of these predictions.
  package struct LeftOutDraw: Encodable, Sendable {
    package let draw: String
    package let by: String
    package let at: String
    package let `where`: String?
    package let reason: String
  }

  package let predictions: Int
  package let damaged: Int
  package let items: Int
  package let reviewed: Int
  package let reviewers: [String]
  /// Of each reviewer, how many items they gave a verdict.
  package let verdicts: [String: Int]
  package let automatic: AutomaticMetric?
  package let tiers: [TierLine]
  package let segments: [SegmentLine]
  package let crossed: [SegmentLine]?
  package let estimate: Estimate
  package let missed: Rate?
  /// Rates in which predictions count by a field; absent where nobody asked for one.
  package let weighted: WeightedEstimate?
  package let found: Found
  package let disputed: Int
  package let draws: [DrawLine]
  /// Absent where every draw could be made again.
  package let drawsLeftOut: [LeftOutDraw]?
  /// The query asked what reviewers said, so there are counts and no rates; absent where it did not.
  package let chosenByReviews: Bool?
  package let tierAudit: TierAudit?
  package let automation: Automation?
  package let calibration: ModelCalibration?
  package let worstSegments: [SegmentStanding]
  package let needed: [MoreReviews]
  /// Where the configured guardrails stand; absent where there are none.
  package let guardrails: [GuardrailFinding]?
  /// The hash of each ledger writer's newest line, which pins the ledger down.
  package let heads: [String]

  package init(
    _ counts: RunReport, _ findings: RunFindings, weighted: WeightedEstimate? = nil,
    guardrails: [GuardrailFinding] = [], heads: [String]
  ) {
    let evaluation = findings.evaluation
    predictions = counts.predictions
    damaged = counts.damaged
    items = evaluation.items
    reviewed = evaluation.reviewed
    reviewers = evaluation.reviewers
    verdicts = evaluation.verdicts
    automatic = counts.automatic
    tiers = Self.tiers(counts, evaluation)
    segments = Self.segments(counts, evaluation)
    crossed = findings.crossings.isEmpty ? nil : findings.crossings.map { SegmentLine($0) }
    estimate = Estimate(
      wrong: findings.wrong, unsure: evaluation.rates[.unsure],
      upsetting: evaluation.rates[.upsetting], badTarget: evaluation.rates[.badTarget])
    missed = evaluation.missed
    self.weighted = weighted
    found = Found(evaluation)
    disputed = evaluation.disputed.count
    draws = evaluation.draws.map(DrawLine.init)
    let leftOut = evaluation.leftOut.map {
      LeftOutDraw(
        draw: $0.event.draw.id, by: $0.event.by, at: $0.event.at.text,
        where: $0.event.draw.where, reason: $0.reason)
    }
    drawsLeftOut = leftOut.isEmpty ? nil : leftOut
    chosenByReviews = evaluation.isChosenByReviews ? true : nil
    tierAudit = findings.audit
    automation = findings.automation
    calibration = findings.calibration
    worstSegments = findings.worst
    needed = findings.needed
    self.guardrails = guardrails.isEmpty ? nil : guardrails
    self.heads = heads
  }

  private static func tiers(_ counts: RunReport, _ evaluation: RunEvaluation) -> [TierLine] {
    counts.tiers.map { line in
      let slice = evaluation.tiers.first { $0.name == line.tier }
      return TierLine(
        tier: line.tier, count: line.count, items: slice?.items ?? 0,
        reviewed: slice?.found.judged ?? 0, drawn: slice?.drawn ?? 0,
        lastReviewed: slice?.lastReviewed?.text, automatic: line.automatic,
        wrong: slice?.rates[.wrong], unsure: slice?.rates[.unsure],
        upsetting: slice?.rates[.upsetting])
    }
  }

  private static func segments(_ counts: RunReport, _ evaluation: RunEvaluation) -> [SegmentLine] {
    let slices = Dictionary(grouping: evaluation.segments, by: \.segment)
      .mapValues { Dictionary($0.map { ($0.slice.name, $0) }) { first, _ in first } }
    return counts.segments.map { line in
      SegmentLine(line, slices[line.segment]?[line.value]?.slice)
    }
  }
}

extension ReviewedReport.SegmentLine {
  fileprivate init(_ line: RunReport.SegmentLine, _ slice: RunEvaluation.Slice?) {
    segment = line.segment
    value = line.value
    count = line.count
    items = slice?.items ?? 0
    reviewed = slice?.found.judged ?? 0
    drawn = slice?.drawn ?? 0
    automatic = line.automatic
    wrong = slice?.rates[.wrong]
    upsetting = slice?.rates[.upsetting]
  }

  /// Of a crossing, of which only items are counted.
  fileprivate init(_ crossing: RunEvaluation.SegmentSlice) {
    let slice = crossing.slice
    segment = crossing.segment
    value = slice.name
    count = slice.items
    items = slice.items
    reviewed = slice.found.judged
    drawn = slice.drawn
    automatic = nil
    wrong = slice.rates[.wrong]
    upsetting = slice.rates[.upsetting]
  }
}

extension ReviewedReport.Found {
  fileprivate init(_ evaluation: RunEvaluation) {
    let found = evaluation.found
    lookedAt = found.lookedAt
    wrong = found.wrong
    unsure = found.unsure
    upsetting = found.upsetting
    severity3 = found.severity3
    badTarget = found.badTarget
    missed = evaluation.missedFound
    inNoRate = max(0, found.judged - evaluation.sample.items.count { $0.value.isJudged })
  }
}

extension ReviewedReport.DrawLine {
  fileprivate init(_ line: RunEvaluation.DrawLine) {
    draw = line.event.draw.id
    by = line.event.by
    at = line.event.at.text
    planned = line.planned
    judged = line.judged
    finished = line.isFinished
    aside = line.aside
  }
}
