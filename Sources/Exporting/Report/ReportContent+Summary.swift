import Evaluation

extension ReportContent {
  /// What fits into a message: what was looked at, what was found, and what may be done about it.
  var summary: ReportDocument.Section {
    var lines = [runLine]
    if let reviewed {
      lines.append(reviewed.reviewLine)
      lines += reviewed.rateLines
      if let audit = reviewed.tierAudit { lines.append(audit.quotedSentence) }
      if let line = reviewed.automationLine { lines.append(line) }
      lines += (reviewed.guardrails ?? []).filter { $0.state == .left }.map {
        "guardrail left: \(quoting: $0.sentence)"
      }
    } else {
      lines.append(
        counts.automatic == nil
          ? "Nobody has reviewed any of it, and it has no metric: nothing says how good it is."
          : "Nobody has reviewed any of it: the metric is all there is.")
    }
    return ReportDocument.Section(
      name: "summary", title: "Summary", blocks: [.sentences(lines)])
  }

  private var runLine: ReportText {
    var parts: [ReportText] = ["\(own: Figures.count(counts.predictions, "prediction"))"]
    if let reviewed, reviewed.items < counts.predictions - counts.damaged {
      parts.append("\(reviewed.items) different ones")
    }
    if counts.damaged > 0 { parts.append("\(counts.damaged) damaged") }
    if let automatic = counts.automatic { parts.append("\(own: automatic.words)") }
    if let query { parts.append("only those that match \(quoting: query)") }
    return parts.joined(separator: " · ")
  }
}

extension ReviewedReport {
  /// How much was judged, by whom, and whether it was drawn at random.
  var reviewLine: ReportText {
    guard reviewed > 0 else { return nobodyLine }
    let names = reviewers.map { ReportText.quoting($0) }.joined(separator: ", ")
    let judged: ReportText = "\(reviewed) of \(items) judged by \(names)"
    if chosenByReviews == true {
      return judged + ": selected by what reviewers said, so there are counts and no rates"
    }
    let counting = draws.filter { $0.aside == nil }
    let drawn = tiers.reduce(0) { $0 + $1.drawn }
    guard !counting.isEmpty else {
      return judged + ", none of them drawn at random, so no rate follows: "
        + "spotcheck sample makes a draw"
    }
    guard drawn > 0 else {
      let taken = counting.reduce(0) { $0 + $1.judged }
      let how: ReportText =
        taken > 0
        ? "\(taken) of them drawn, but behind predictions of the draw that nobody judged"
        : "none of them drawn"
      return judged + ", " + how
        + ": no rate follows before spotcheck review --sample N goes through the draw"
    }
    let how: ReportText =
      counting.allSatisfy(\.finished)
      ? ", \(drawn) of them drawn at random"
      : ", \(drawn) of them from draws that are not finished: intervals are of 99.7 % until then"
    return judged + how
  }

  /// The same before anything has a verdict.
  private var nobodyLine: ReportText {
    let open = draws.reduce(0) { $0 + $1.planned }
    let then: ReportText =
      open > 0
      ? "\(own: Figures.count(open, "drawn prediction")) wait: spotcheck review --sample N goes through them"
      : "spotcheck review shows the predictions, spotcheck sample makes a draw"
    return "none of \(items) is judged; " + then
  }

  /// The rates of the whole run.
  var rateLines: [ReportText] {
    var lines: [ReportText] = []
    if let wrong = estimate.wrong {
      let unsure = estimate.unsure.map { ", can't tell another \(Figures.percent($0.rate))" } ?? ""
      lines.append("wrong \(own: wrong.words)\(own: unsure)" + wrong.conditions)
    }
    if let weighted { lines.append(weighted.line) }
    if let upsetting = estimate.upsetting { lines.append("upsetting " + upsetting.sentence) }
    if found.upsetting > 0 {
      let worst = found.severity3 > 0 ? ", \(found.severity3) of them of severity 3" : ""
      lines.append("\(found.upsetting) upsetting found in all, drawn or not\(own: worst)")
    }
    if let target = estimate.badTarget, target.rate > 0 {
      lines.append("bad target " + target.sentence)
    }
    if let missed {
      lines.append("missed by the metric, of what it calls correct: " + missed.sentence)
    }
    if disputed > 0 {
      lines.append("\(own: Figures.count(disputed, "open disagreement")) between reviewers")
    }
    return lines
  }

  /// What could run without people.
  var automationLine: ReportText? {
    guard let automation else { return nil }
    let leak = Figures.percent(automation.leak)
    guard let widest = automation.widest, let upper = widest.upper else {
      return
        "nothing is shown to be safe without people at a leak of \(own: leak): "
        + automation.reason
    }
    return
      "\(own: Figures.percent(widest.share)) could run without people (\(quoting: widest.name)): "
      + "\(own: CountWords.text(widest.events)) of \(widest.n) were wrong or upsetting, "
      + "at most \(own: Figures.percent(upper)), \(own: leak) are accepted"
  }
}

extension Automation {
  /// Why no cut passed.
  var reason: ReportText {
    if let failed = cuts.first(where: { $0.passes == false }) {
      let upper = failed.upper.map { ", which may be \(Figures.percent($0))" } ?? ""
      return
        "of \(quoting: failed.name) \(own: CountWords.text(failed.events)) of \(failed.n) were "
        + "wrong or upsetting\(own: upper)"
    }
    return needed.map {
      "too few were judged for any cut to pass; it takes \($0) without an error at least, more where "
        + "a cut spans tiers"
    } ?? "no number of reviews shows that"
  }
}

extension Rate {
  /// The rate, and where nothing was found the bound that is not exceeded.
  var sentence: ReportText {
    "\(own: words)\(own: bound.map { ", " + $0 } ?? "")" + conditions
  }

  /// What the rate would be if what is open turned out one way, and the other.
  var conditions: ReportText {
    var text: ReportText = ""
    if let range = ifMissing {
      text =
        text
        + "; \(own: range.words) if all that is missing of the draw turned out well, or all badly"
    }
    if let passedUnseen {
      text = text + "; \(passedUnseen) passed on unseen count in the upper bound"
    }
    if let range = ifSettled {
      text = text + "; \(own: range.words) however open disagreements end"
    }
    return text
  }
}

extension WeightedEstimate {
  /// What the rates are where predictions count by a field.
  fileprivate var line: ReportText {
    guard let wrong, let upsetting else {
      return
        "weighted by \(quoting: field): n/a, not every tier was looked at or nothing has a weight"
    }
    let without = without.map { "; \($0) have no number there and count nothing" } ?? ""
    return
      "weighted by \(quoting: field): wrong \(own: wrong.words), upsetting \(own: upsetting.words)"
      + "\(own: without)"
  }
}

extension Rate.Range {
  /// `9.9 to 18.3 %`
  var words: String { "\(Figures.tenths(low)) to \(Figures.percent(high))" }
}
