import Evaluation
import Screen

extension ReviewState {
  /// What the draw comes to so far, under the tiers.
  func draw(
    _ progress: DrawProgress, into grid: inout CellGrid, from first: Int, _ inside: Rect
  ) {
    for (line, row) in zip(sampleLines(progress), first..<max(first, inside.endRow)) {
      grid.put(
        line, row: row, column: inside.column + 2, columns: inside.columns - 2, theme: theme)
    }
  }

  /// `sample 41 of 60 · wrong 6 of 41: 15 %, so far 4–33 · upsetting 0 of 41` in one line.
  func drawSampleLine(_ progress: DrawProgress, into grid: inout CellGrid, row: Int) {
    var line = StyledLine("sample \(Self.count(progress.judged, of: progress.planned))", .title)
    for finding in [Finding.wrong, .upsetting] {
      guard let words = words(finding, progress) else { continue }
      line.append(" · ", .dim)
      line.append("\(words.name) \(words.count)", role(finding, progress))
      if finding == .wrong { line.append(": \(words.rate)", .dim) }
    }
    grid.put(line, row: row, column: 1, columns: size.columns - 2, theme: theme)
  }

  private func sampleLines(_ progress: DrawProgress) -> [StyledLine] {
    var lines = [
      StyledLine("sample    \(Self.count(progress.judged, of: progress.planned))", .title)
    ]
    if progress.mine < progress.planned {
      lines.append(
        StyledLine("  yours   \(Self.count(progress.judgedByMe, of: progress.mine))", .dim))
    }
    for finding in [Finding.wrong, .unsure, .upsetting] {
      guard finding != .unsure || progress.found.unsure > 0,
        let words = words(finding, progress)
      else { continue }
      let name = DisplayText(words.name).padded(to: 9)
      lines.append(StyledLine("\(name) \(words.count)", role(finding, progress)))
      if finding == .wrong { lines.append(StyledLine("  \(words.rate)", .dim)) }
    }
    return lines
  }

  /// A finding as it is shown.
  struct FindingWords {
    let name: String
    /// `6 of 41`
    let count: String
    /// `15 %, so far 4–33`
    let rate: String
  }

  /// Nothing where nobody looked.
  func words(_ finding: Finding, _ progress: DrawProgress) -> FindingWords? {
    guard let rate = progress.rates[finding] else { return nil }
    let name =
      switch finding {
      case .unsure: "can't tell"
      case .badTarget: "bad target"
      case .wrong, .upsetting: finding.rawValue
      }
    let events = finding.events(in: progress.found)
    let number =
      events == events.rounded() ? NumberText.grouped(Int(events)) : NumberText.decimal(events)
    return FindingWords(
      name: name,
      count: "\(number) of \(NumberText.grouped(finding.trials(in: progress.found)))",
      rate: "\(RateText.percent(rate.rate)), \(rate.isSoFar ? "so far " : "")\(Self.range(rate))")
  }

  private func role(_ finding: Finding, _ progress: DrawProgress) -> Role {
    guard finding.events(in: progress.found) > 0 else { return .dim }
    return switch finding {
    case .wrong: .wrong
    case .unsure: .unsure
    case .upsetting: .upsetting
    case .badTarget: .badTarget
    }
  }

  /// A wide interval in whole percents: there is little room, and more would say no more.
  private static func range(_ rate: Rate) -> String {
    guard rate.high >= 0.1 else { return RateText.range(rate.low, rate.high) }
    let ends = [rate.low, rate.high].map { String(Int(($0 * 100).rounded())) }
    return ends.joined(separator: "–")
  }

  static func count(_ part: Int, of whole: Int) -> String {
    "\(NumberText.grouped(part)) of \(NumberText.grouped(whole))"
  }
}
