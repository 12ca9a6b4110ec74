import Predictions
import Reviewing

/// What a report says of a flagged prediction.
struct ReportPredictionWords {
  /// Tier, result, and what each reviewer says, a line each.
  let facts: [ReportText]
  /// Input, output, target and comments by their names.
  let contents: [(name: String, content: String)]

  init(_ prediction: ExportedPrediction) {
    var facts: [ReportText] = [
      "tier \(quoting: prediction.tier)"
        + (prediction.signal.map { ", \(quoting: $0)" as ReportText } ?? "")
    ]
    if let result = prediction.automatic { facts.append("automatic: \(own: Self.words(result))") }
    for segment in prediction.segments {
      facts.append("\(quoting: segment.name): \(quoting: segment.value)")
    }
    facts += prediction.reviews.map(Self.words)
    self.facts = facts
    var contents: [(name: String, content: String)] = []
    for (name, content) in [
      ("input", prediction.input), ("output", prediction.output), ("target", prediction.target),
    ] {
      if let content { contents.append((name, content.transcript)) }
    }
    for exported in prediction.reviews {
      if let label = exported.review.label { contents.append(("label", label)) }
      if let comment = exported.review.comment { contents.append(("comment", comment)) }
    }
    self.contents = contents
  }

  /// `wrong, upsetting 2, tags refusal by ada on 2026-11-23`
  private static func words(_ exported: ExportedReview) -> ReportText {
    let review = exported.review
    var words: [ReportText] = []
    if let verdict = review.verdict { words.append("\(own: verdict.rawValue)") }
    if let upsetting = review.upsetting {
      let names = upsetting.categories.map { ReportText.quoting($0) }.joined(separator: ", ")
      words.append(
        "upsetting \(upsetting.severity)" + (upsetting.categories.isEmpty ? "" : " (" + names + ")")
      )
    }
    if review.badTarget { words.append("bad target") }
    if !review.tags.isEmpty {
      words.append("tags " + review.tags.map { ReportText.quoting($0) }.joined(separator: ", "))
    }
    if words.isEmpty { words.append("looked at") }
    let verb = exported.isResolution ? "settled by" : "by"
    return words.joined(separator: ", ")
      + " \(own: verb) \(quoting: exported.by) on \(own: exported.at.day)"
  }

  private static func words(_ result: AutomaticResult) -> String {
    switch result {
    case .correct: "correct"
    case .incorrect: "incorrect"
    case .score(let score): "\(score)"
    }
  }
}
