import Evaluation

extension ReportContent {
  /// What somebody flagged, the most serious first.
  var flaggedSection: ReportDocument.Section? {
    guard flaggedCount > 0 else { return nil }
    let left = flaggedCount - flagged.count
    let rest: ReportText =
      left > 0 ? "; the first \(flagged.count) are here, spotcheck export writes all" : ""
    return ReportDocument.Section(
      name: "flagged", title: "Flagged",
      blocks: [
        .sentences([
          "\(flaggedCount) flagged as wrong, upsetting or with a bad target, drawn or not" + rest
        ]), .predictions(flagged),
      ])
  }

  /// What was looked at and what was not, by whom, and what is still open.
  func signOffSection(_ reviewed: ReviewedReport) -> ReportDocument.Section {
    var lines: [ReportText] = [
      "predictions from " + files.map { ReportText.quoting($0) }.joined(separator: ", ")
    ]
    lines += reviewed.reviewers.map { name in
      "\(quoting: name) judged \(reviewed.verdicts[name] ?? 0)"
    }
    lines += reviewed.draws.map(\.line)
    lines += (reviewed.drawsLeftOut ?? []).map { draw in
      let query: ReportText = draw.where.map { " of \(quoting: $0)" } ?? ""
      return
        "draw \(quoting: draw.draw) by \(quoting: draw.by) on \(own: String(draw.at.prefix(10)))"
        + query + " left out: its query does not fit these predictions: \(quoting: draw.reason)"
    }
    if reviewed.found.inNoRate > 0 {
      lines.append(
        "\(reviewed.found.inNoRate) of those judged enter no rate: chosen by people, or drawn behind "
          + "one that is not judged yet")
    }
    lines += reviewed.unseenLines
    if reviewed.disputed > 0 {
      let names = disputed.map { ReportText.quoting($0) }.joined(separator: ", ")
      let more = reviewed.disputed - disputed.count
      lines.append(
        "open disagreements: " + names + (more > 0 ? " and \(more) more" : ""))
    } else {
      lines.append("no open disagreement")
    }
    lines += (reviewed.guardrails ?? []).map { "guardrail: \(quoting: $0.sentence)" }
    if !reviewed.heads.isEmpty {
      lines.append(
        "ledger heads: " + reviewed.heads.map { ReportText.quoting($0) }.joined(separator: ", "))
    }
    return ReportDocument.Section(
      name: "sign-off", title: "Sign-off: what was looked at and what was not",
      blocks: [.sentences(lines)])
  }
}

extension ReviewedReport {
  /// Tiers and segments of which nobody judged anything.
  fileprivate var unseenLines: [ReportText] {
    let unseenTiers = tiers.filter { $0.items > 0 && $0.reviewed == 0 }
    let unseen = segments.filter { $0.items > 0 && $0.reviewed == 0 }
    let most = 20
    var lines: [ReportText] = []
    if !unseenTiers.isEmpty {
      let names = unseenTiers.map { "\(quoting: $0.tier) (\($0.items))" as ReportText }
      lines.append("tiers not looked at: " + names.joined(separator: ", "))
    }
    if !unseen.isEmpty {
      let names = unseen.prefix(most).map {
        "\(quoting: $0.segment) \(quoting: $0.value) (\($0.items))" as ReportText
      }
      let more = unseen.count - names.count
      lines.append(
        "segments not looked at: " + names.joined(separator: ", ")
          + (more > 0 ? " and \(more) more" : ""))
    }
    if unseenTiers.isEmpty, unseen.isEmpty {
      lines.append("every tier and every segment was looked at")
    }
    return lines
  }

  /// All rates that the report shows.
  private var shownRates: [Rate?] {
    var rates: [Rate?] = [
      estimate.wrong, estimate.unsure, estimate.upsetting, estimate.badTarget, missed,
      automatic?.intervalRate, weighted?.wrong,
    ]
    for tier in tiers {
      rates += [tier.wrong, tier.unsure, tier.upsetting, tier.automatic?.intervalRate]
    }
    for value in segments + (crossed ?? []) {
      rates += [value.wrong, value.automatic?.intervalRate]
    }
    return rates
  }

  /// Every method that some number above comes from.
  var methodSection: ReportDocument.Section? {
    let rates = shownRates
    let used = Set(rates.compactMap { $0?.method })
    let order: [Rate.Method] = [
      .wilson, .modifiedWilson, .stratified, .postStratified, .predictionPowered,
      .weighted,
    ]
    var lines: [ReportText] = order.filter(used.contains).map { "\(own: $0.footnote)" }
    if rates.contains(where: { $0?.isSoFar ?? false }) {
      lines.append(
        "So far: until a draw is finished intervals are of 99.7 %, because looking after every "
          + "review makes one of 95 % miss more often, and only the finished beginning of each "
          + "stratum counts.")
    }
    if rates.contains(where: { $0?.upper != nil }) {
      lines.append("At most: one-sided, exact where a sample is not weighted.")
    }
    if rates.contains(where: { $0?.unseen != nil }) {
      lines.append(
        "Unseen: of tiers that nobody looked at, at most a fifth of the items, anything may be wrong; "
          + "the interval is wide enough for that. With more unseen it is n/a.")
    }
    if automation != nil { lines.append("\(own: Self.automationNote)") }
    if tierAudit != nil {
      lines.append(
        "Tiers are compared by the difference of their wrong rates, recovered from both intervals "
          + "(Newcombe 1998, method 10), and by the trend of Cochran and Armitage.")
    }
    if worstSegments.count > 1 {
      lines.append(
        "Worst segments: the interval of each of m values has an error of 5 %/m (Bonferroni), so "
          + "that all hold together. Values with fewer than five drawn and judged are not compared."
      )
    }
    if calibration != nil {
      lines.append(
        "Calibration: the expected calibration error over 15 bins of equal width (Guo et al. 2017); "
          + "verdicts weighted by tier, who can't tell left out.")
    }
    lines.append(
      "Where reviewers disagree an item counts by their mean until somebody settles it. Equal inputs "
        + "and outputs are one item.")
    return ReportDocument.Section(name: "methods", title: "Methods", blocks: [.sentences(lines)])
  }

  private static let automationNote =
    "Without people: fixed cuts, tested from the most confident down until one fails (Angelopoulos "
    + "et al. 2021), each by the exact one-sided bound of Clopper and Pearson on drawn predictions; "
    + "bounds of tiers are weighted and share the error. A cut with too few reviews to pass is not "
    + "tested."
}

extension ReviewedReport.DrawLine {
  /// A draw and how far it came.
  fileprivate var line: ReportText {
    let state = finished ? "finished" : "not finished"
    let apart: ReportText = aside.map { ", apart: \(quoting: $0)" } ?? ""
    return
      "draw \(quoting: draw) by \(quoting: by) on \(own: String(at.prefix(10))): \(judged) of "
      + "\(planned) judged, \(own: state)" + apart
  }
}

extension AutomaticMetric {
  /// The rate whose interval is shown.
  fileprivate var intervalRate: Rate? { about == .model ? accuracy : nil }
}
