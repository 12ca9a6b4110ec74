import Evaluation
import Screen

/// What stands above the table.
extension ReviewState {
  func summary(_ standing: RunStanding, columns: Int) -> [StyledLine] {
    let evaluation = standing.evaluation
    guard !evaluation.draws.isEmpty else {
      return noDraw(evaluation, columns: columns) + [StyledLine()]
    }
    var lines = [
      rateLine(theme.glyphs.mark(.wrong), "wrong", standing.findings.wrong, .wrong, columns)
    ]
    lines += weightedLine(standing, columns: columns)
    lines += [
      rateLine(
        theme.glyphs.mark(.unsure), "can't tell", evaluation.rates[.unsure], .unsure, columns),
      rateLine(
        theme.glyphs.mark(.upsetting), "upsetting", evaluation.rates[.upsetting], .upsetting,
        columns),
      rateLine(" ", "missed", evaluation.missed, .text, columns),
    ]
    let planned = evaluation.draws.reduce(0) { $0 + $1.planned }
    let judged = evaluation.draws.reduce(0) { $0 + $1.judged }
    var facts = [
      "\(NumberText.count(evaluation.draws.count, "draw")), \(judged) of \(planned) judged"
    ]
    if evaluation.browsed > 0 {
      facts.append("\(evaluation.browsed) more judged by browsing, in no rate")
    }
    if let rate = standing.findings.wrong {
      facts.append("\(rate.isSoFar ? "99.7" : "95") % \(rate.method.rawValue)")
    }
    lines += wrapped(facts, columns: columns)
    if let missing = evaluation.rates[.wrong]?.ifMissing {
      lines += wrapped(
        "wrong if what is missing were all right or all wrong: "
          + RateText.range(missing.low, missing.high) + " %", .dim, columns: columns)
    }
    if let passed = evaluation.rates[.upsetting]?.passedUnseen {
      lines += wrapped(
        "upsetting: \(NumberText.count(passed, "prediction")) passed on unseen, in the upper bound",
        .dim, columns: columns)
    }
    if evaluation.found.splits > 0 {
      lines += wrapped(disagreements(evaluation), .dim, columns: columns)
    }
    lines += evaluation.leftOut.flatMap { left in
      let query = left.event.draw.where ?? ""
      return wrapped("draw of \(query) left out: \(left.reason)", .message, columns: columns)
    }
    return lines + [StyledLine()]
  }

  /// As many facts on a line as it has room for, none of them broken that fits on one.
  private func wrapped(_ facts: [String], columns: Int) -> [StyledLine] {
    facts.reduce(into: [String]()) { lines, fact in
      if let last = lines.last, DisplayText("\(last) · \(fact)").width <= columns {
        lines[lines.count - 1] = "\(last) · \(fact)"
      } else {
        lines.append(fact)
      }
    }.flatMap { wrapped($0, .dim, columns: columns) }
  }

  /// The wrong rate in which predictions count by a field, where the configuration names one.
  private func weightedLine(_ standing: RunStanding, columns: Int) -> [StyledLine] {
    guard let field = options.weight, let weighted = standing.weighted else { return [] }
    let name = DisplayText("by \(field)").truncated(to: 11).string
    switch weighted {
    case .success(let estimate): return [rateLine(" ", name, estimate.wrong, .wrong, columns)]
    case .failure:
      return wrapped(
        "by \(field)  n/a: that is not one field of these files", .dim, columns: columns,
        indent: 2)
    }
  }

  private func disagreements(_ evaluation: RunEvaluation) -> String {
    var words = NumberText.count(evaluation.found.splits, "open disagreement")
    if let settled = evaluation.rates[.wrong]?.ifSettled, settled.low < settled.high {
      words += ": wrong \(RateText.range(settled.low, settled.high)) % however they end"
    }
    return words
  }

  private func noDraw(_ evaluation: RunEvaluation, columns: Int) -> [StyledLine] {
    let found = evaluation.found
    var words = "No rate yet: rates come from draws."
    if found.lookedAt > 0 {
      words +=
        " Found by browsing, in \(NumberText.count(found.lookedAt, "prediction")): "
        + "\(NumberText.short(found.wrong)) wrong, \(found.upsetting) upsetting, "
        + "\(evaluation.missedFound) that the metric calls correct."
    }
    return wrapped(words, .dim, columns: columns)
  }

  /// `✗ wrong       15 % of 41 (4–33, so far)  ├──●────┤`
  private func rateLine(
    _ mark: DisplayText, _ name: String, _ rate: Rate?, _ role: Role, _ columns: Int
  ) -> StyledLine {
    var line = StyledLine(mark, role)
    line.append(DisplayText(" \(name)").padded(to: 13), .text)
    line.append(DisplayText(RateText.words(rate)).padded(to: 30), rate == nil ? .dim : .text)
    let room = min(40, columns - line.width - 1)
    if let rate, room >= 12 {
      line.append(" ", .dim)
      // In reverse the blanks of a bar would be the loudest thing on the screen.
      let isReversed = theme[role].attributes.contains(.reverse)
      line.append(bar(rate, columns: room), isReversed ? .text : role)
    }
    return line
  }

  func bar(_ rate: Rate, upTo end: Double = 1, columns: Int) -> DisplayText {
    IntervalBar.text(
      low: rate.low, rate: rate.rate, high: rate.high, upTo: end, columns: columns,
      glyphs: theme.glyphs)
  }
}
