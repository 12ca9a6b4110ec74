import Predictions
import Reviewing
import Screen

extension ReviewState {
  /// Everyone's current review of the selected prediction, and of earlier outputs for its input.
  var reviewLines: [StyledLine] {
    guard let prediction = selected else { return [] }
    let reviews = book.reviews(of: prediction.contentDigest)
    let earlier = book.reviews(ofInput: prediction.inputDigest)
      .filter { $0.item.content != prediction.contentDigest }
    let passes = book.passes(of: prediction.contentDigest.prefix)
    guard !reviews.isEmpty || !earlier.isEmpty || !passes.isEmpty else {
      return [StyledLine("nobody reviewed this prediction yet", .dim)]
    }
    var lines = passes.map(line)
    if !passes.isEmpty { lines.append(StyledLine()) }
    lines += resolutionLines(prediction, reviews)
    lines += reviews.flatMap { self.lines(of: $0) }
    if !earlier.isEmpty {
      lines.append(StyledLine("the same input with another output:", .message))
      lines += earlier.flatMap { self.lines(of: $0) }
    }
    return lines
  }

  /// What settled a disagreement, or how to.
  private func resolutionLines(
    _ prediction: Prediction, _ reviews: [CurrentReview]
  ) -> [StyledLine] {
    if let settled = book.resolution(of: prediction.contentDigest.prefix) {
      return [StyledLine("settled for the team:", .message)] + lines(of: settled)
    }
    guard Set(reviews.compactMap(\.review.verdict)).count > 1 else { return [] }
    let key = keyMap.keyName(for: .resolve)
    return [StyledLine("they disagree: \(key) settles it for the team", .message), StyledLine()]
  }

  private func line(of pass: Pass) -> StyledLine {
    var line = StyledLine(clipped(pass.by), .title)
    line.append("  \(Self.minute(pass.at))", .dim)
    line.append("  passed it to \(clipped(pass.to))", .accent)
    return line
  }

  /// `2026-11-23 12:04`, in UTC: seconds tell nobody anything here.
  private static func minute(_ time: Timestamp) -> String {
    "\(time.text.prefix(10)) \(time.text.dropFirst(11).prefix(5))"
  }

  private func lines(of current: CurrentReview) -> [StyledLine] {
    let review = current.review
    var head = StyledLine(clipped(current.by), .title)
    head.append("  \(Self.minute(current.at))", .dim)
    if let verdict = review.verdict {
      head.append("  \(theme.glyphs.mark(of: verdict)) \(verdict.word)", verdict.role)
    }
    if let upsetting = review.upsetting {
      let categories = clipped(upsetting.categories)
      head.append(
        "  \(theme.glyphs.mark(.upsetting)) upsetting \(String(upsetting.severity)) \(categories)",
        .upsetting)
    }
    if review.badTarget { head.append("  \(theme.glyphs.mark(.badTarget)) bad target", .badTarget) }
    var lines = [head]
    if !review.tags.isEmpty {
      lines.append(StyledLine("tags \(clipped(review.tags))", .accent).indented(by: 2))
    }
    if let label = review.label { lines += remark("label", label) }
    if current.hasComment, let comment = readComment(current) {
      lines += remark("comment", comment)
    }
    return lines + [StyledLine()]
  }

  /// What somebody typed. It may repeat the covered text, so the cover lies over it as well.
  private func remark(_ name: String, _ text: String) -> [StyledLine] {
    let lines = isCovered ? wrapped("\(name) covered", .covered) : wrapped("\(name) \(text)")
    return lines.map { $0.indented(by: 2) }
  }

  /// Text of a view that fills the screen.
  func wrapped(_ text: String, _ role: Role = .text) -> [StyledLine] {
    TextWrap.wrap(text, columns: max(10, size.columns - 8), limit: 200).map {
      StyledLine($0, role)
    }
  }
}
