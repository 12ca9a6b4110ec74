import Evaluation
import Reviewing
import Screen

/// The end of a draw: what it came to, and the same to take along.
extension ReviewState {
  /// As many flagged predictions are named.
  private static let mostFlagged = 8

  func endCard(of view: DrawView) -> Card {
    let progress = view.progress
    var lines = [StyledLine(DisplayText(standing(of: view)))]
    if progress.takenOver > 0 {
      lines.append(
        StyledLine(
          "\(Self.count(progress.takenOver, of: progress.mine)) were judged before: taken over",
          .dim))
    }
    lines.append(StyledLine())
    for finding in Finding.allCases {
      guard finding != .badTarget || progress.found.badTarget > 0,
        let words = words(finding, progress)
      else { continue }
      let name = DisplayText(words.name).padded(to: 11)
      lines.append(StyledLine("\(name) \(words.count) · \(words.rate)"))
    }
    if !guardrails.isEmpty { lines += [StyledLine()] + guardrailLines }
    let flagged = flaggedLines(of: view)
    if !flagged.isEmpty { lines += [StyledLine()] + flagged }
    lines += [
      StyledLine(),
      StyledLine(
        "\(keyMap.keyName(for: .copyID)) copies this as Markdown, any other key closes it", .dim),
    ]
    return Card(title: "end of the draw", lines: fitting(lines))
  }

  /// What was promised of the run and how it stands, those that were left first.
  private var guardrailLines: [StyledLine] {
    let order: [GuardrailFinding.State] = [.left, .open, .waiting, .inside]
    let sorted = order.flatMap { state in guardrails.filter { $0.state == state } }
    return sorted.flatMap { finding in
      paragraph(
        "\(finding.state.rawValue): \(finding.sentence)",
        finding.state == .left ? .failure : finding.state == .inside ? .ok : .message)
    }
  }

  /// Air goes first where the screen is low.
  private func fitting(_ lines: [StyledLine]) -> [StyledLine] {
    lines.count <= size.rows - 4 ? lines : lines.filter { !$0.pieces.isEmpty }
  }

  private func standing(of view: DrawView) -> String {
    let progress = view.progress
    let judged = "\(Self.count(progress.judged, of: progress.planned)) judged"
    let mine = progress.mine - progress.judgedByMe
    if mine > 0, !progress.isFinished {
      return judged + ", \(NumberText.grouped(mine)) passed over: "
        + "\(keyMap.keyName(for: .previousMatch)) goes back"
    }
    let others = progress.planned - progress.judged
    return others > 0 ? judged + ", the others are somebody else's to look at" : judged
  }

  /// The flagged predictions by name, without their texts.
  private func flaggedLines(of view: DrawView) -> [StyledLine] {
    let flagged = flagged(in: view)
    let room = max(2, min(Self.mostFlagged, size.rows - 16))
    var lines = flagged.prefix(room).map { key, review in
      var line = StyledLine(DisplayText(key).truncated(to: 24).padded(to: 12))
      line.append("  ", .dim)
      if review.verdict == .wrong {
        line.append("\(theme.glyphs.mark(.wrong)) wrong ", .wrong)
      }
      if let upsetting = review.upsetting {
        let severity = String(upsetting.severity)
        line.append("\(theme.glyphs.mark(.upsetting)) upsetting \(severity) ", .upsetting)
      }
      if review.badTarget {
        line.append("\(theme.glyphs.mark(.badTarget)) bad target", .badTarget)
      }
      return line
    }
    if flagged.count > room {
      lines.append(StyledLine("and \(NumberText.grouped(flagged.count - room)) more", .dim))
    }
    return lines
  }

  /// What I flagged of the draw, in its order.
  private func flagged(in view: DrawView) -> [(key: String, review: Review)] {
    view.open.items.compactMap { item in
      guard
        let review = book.review(of: item.ticket.content, by: options.reviewer)?.review,
        review.isFlagged
      else { return nil }
      return (store.excerpt(at: item.ticket.row).key, review)
    }
  }

  /// Five lines of Markdown: what was looked at and what it came to.
  func summary(of view: DrawView) -> String {
    let progress = view.progress
    let draw = view.open.event.draw
    let population = draw.strata.reduce(0) { $0 + $1.population }
    let flagged = flagged(in: view).map { "`\(plain($0.key).replacing("`", with: "'"))`" }
    let names = flagged.prefix(Self.mostFlagged).joined(separator: ", ")
    let more = flagged.count - Self.mostFlagged
    let lines = [
      "**Spot check of \(plain(draw.run ?? options.title))**, drawn \(view.open.event.at.day): "
        + "\(Self.count(progress.judged, of: progress.planned)) judged, of "
        + "\(NumberText.count(population, "prediction")), draw `\(plain(draw.id))`",
      "- wrong: \(markdown(.wrong, progress))",
      "- can't tell: \(markdown(.unsure, progress))",
      "- upsetting: \(markdown(.upsetting, progress))",
      "- flagged by \(plain(options.reviewer)): \(names.isEmpty ? "nothing" : names)"
        + (more > 0 ? " and \(NumberText.grouped(more)) more" : ""),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// `15 % of 41 (99.7 % interval 4–33, so far, stratified)`
  private func markdown(_ finding: Finding, _ progress: DrawProgress) -> String {
    guard let rate = progress.rates[finding] else { return "nobody looked yet" }
    let interval = RateText.range(rate.low, rate.high)
    return "\(RateText.percent(rate.rate)) of \(NumberText.grouped(rate.n)) "
      + "(\(rate.isSoFar ? "so far, 99.7" : "95") % interval \(interval), \(rate.method.rawValue))"
  }

  private func plain(_ text: String) -> String { DisplayText(text).string }
}
