import Evaluation
import Screen

/// What follows from the rates: whether tiers sort, whether promises are kept, how many more reviews are
/// needed, and whether the model knows when it is right.
extension ReviewState {
  func drawFindings(
    _ dashboard: Dashboard, _ standing: RunStanding, into grid: inout CellGrid, _ rect: Rect
  ) {
    drawPane(
      into: &grid, rect, title: StyledLine("what follows", .title),
      isFocused: dashboard.focus == .findings)
    let lines = findingLines(standing, columns: rect.columns - 4)
    let height = rect.rows - 2
    let first = max(0, min(dashboard.scroll, lines.count - height))
    for (index, line) in lines.dropFirst(first).prefix(height).enumerated() {
      let isSelected = dashboard.focus == .findings && line.entry == dashboard.lead
      put(line.line, into: &grid, row: rect.row + 1 + index, rect, isSelected: isSelected)
    }
    drawScrollMark(into: &grid, rect, first: first, shown: height, of: lines.count)
  }

  /// How many lines of the findings are in sight, and how many can be scrolled away.
  func findingsExtent(of dashboard: Dashboard) -> (height: Int, most: Int) {
    guard let rect = findingsRect(of: dashboard), let standing = dashboard.standing else {
      return (1, 0)
    }
    let count = findingLines(standing, columns: rect.columns - 4).count
    return (rect.rows - 2, max(0, count - (rect.rows - 2)))
  }

  /// The line of the findings on which the chosen one begins.
  func lineOfLead(in dashboard: Dashboard) -> Int? {
    guard let rect = findingsRect(of: dashboard), let standing = dashboard.standing else {
      return nil
    }
    return findingLines(standing, columns: rect.columns - 4).firstIndex {
      $0.entry == dashboard.lead
    }
  }

  private func findingLines(_ standing: RunStanding, columns: Int) -> [DashboardLine] {
    let sections = [
      guardrailSection(standing.sortedGuardrails, columns: columns),
      auditSection(standing.findings, columns: columns).map { DashboardLine(line: $0) },
      calibrationSection(
        standing.findings.calibration, from: standing.guardrails.count, columns: columns),
      neededSection(standing.findings, columns: columns).map { DashboardLine(line: $0) },
    ].filter { !$0.isEmpty }
    return Array(sections.joined(separator: [DashboardLine(line: StyledLine())]))
  }

  func wrapped(
    _ text: String, _ role: Role = .text, columns: Int, indent: Int = 0
  ) -> [StyledLine] {
    TextWrap.wrap(text, columns: max(8, columns - indent)).map {
      StyledLine($0, role).indented(by: indent)
    }
  }

  /// Each with its value and what is allowed.
  private func guardrailSection(
    _ guardrails: [GuardrailFinding], columns: Int
  ) -> [DashboardLine] {
    let title = [DashboardLine(line: StyledLine("guardrails", .title))]
    guard !guardrails.isEmpty else {
      return title
        + wrapped(
          "none yet: guardrails in spotcheck.yaml say what is allowed", .dim, columns: columns
        ).map { DashboardLine(line: $0) }
    }
    return title
      + guardrails.enumerated().flatMap { place, finding in
        var first = StyledLine(mark(of: finding), role(of: finding))
        first.append(
          DisplayText(" \(finding.state.rawValue)").padded(to: 9), role(of: finding))
        first.append(DisplayText(finding.rule.name), .text)
        let rule = finding.rule
        var words = "\(finding.measurement.words); allowed is \(rule.metric.words(rule.range))"
        if let more = finding.more {
          words += "; about \(NumberText.count(more, "review")) more would tell"
        }
        if let warning = finding.warning { words += "; \(warning)" }
        return [DashboardLine(line: first, entry: place)]
          + wrapped(words, .dim, columns: columns, indent: 2).map { DashboardLine(line: $0) }
      }
  }

  private func mark(of finding: GuardrailFinding) -> DisplayText {
    switch finding.state {
    case .left: theme.glyphs.mark(.wrong)
    case .open: theme.glyphs.mark(.unsure)
    case .waiting: theme.glyphs.mark(.separator)
    case .inside: theme.glyphs.mark(finding.isWarning ? .unsure : .ok)
    }
  }

  private func role(of finding: GuardrailFinding) -> Role {
    switch finding.state {
    case .left: .wrong
    case .open: .unsure
    case .waiting: .dim
    case .inside: finding.isWarning ? .unsure : .ok
    }
  }

  private func auditSection(_ findings: RunFindings, columns: Int) -> [StyledLine] {
    let title = [StyledLine("are the tiers what they say", .title)]
    guard let audit = findings.audit else {
      return title
        + wrapped(
          "not known before drawn predictions of two tiers are judged", .dim, columns: columns)
    }
    let role: Role =
      switch audit.order {
      case .cleaner: .text
      case .open: .unsure
      case .notCleaner: .wrong
      }
    let points =
      "\(RateText.points(audit.difference)) points (\(RateText.points(audit.low)) to "
      + "\(RateText.points(audit.high)))"
    return title + wrapped(audit.sentence, role, columns: columns)
      + wrapped(
        "\(audit.hardest.tier) minus \(audit.easiest.tier): \(points)", .dim, columns: columns)
  }

  /// How many more reviews reach the wanted width, of the run and of each tier.
  private func neededSection(_ findings: RunFindings, columns: Int) -> [StyledLine] {
    guard let margin = findings.needed.first?.margin else { return [] }
    let name = max(10, min(24, columns - 20))
    return wrapped(
      "more reviews until an interval reaches \(RateText.percent(margin)) to each side", .title,
      columns: columns)
      + findings.needed.map { line in
        var text = StyledLine(
          DisplayText(line.tier ?? "the run").truncated(to: name - 1).padded(to: name), .text)
        text.append(Self.right(NumberText.grouped(line.more), 8), .text)
        text.append(DisplayText("  after \(NumberText.grouped(line.reviewed))"), .dim)
        return text
      }
  }

  /// - Parameter place: of the first bin among what leads anywhere.
  private func calibrationSection(
    _ calibration: ModelCalibration?, from place: Int, columns: Int
  ) -> [DashboardLine] {
    guard let calibration, calibration.automatic != nil || calibration.verdicts != nil else {
      return []
    }
    let plot = ReliabilityPlot(calibration, columns: columns, glyphs: theme.glyphs)
    let lines = [StyledLine("is it right as often as it is sure", .title)] + plot.lines
    return lines.map { DashboardLine(line: $0) }
      + calibration.filledBins.enumerated().map { number, bin in
        DashboardLine(line: plot.line(of: bin), entry: place + number)
      }
  }
}
