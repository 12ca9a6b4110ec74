import Predictions
import Reviewing

/// One prediction as a JSON object of the wanted fields; what is absent is left out.
///
/// Segments are one object and reviews one list, each where its first field was asked for. A redacted
/// row says at its end how much of it was taken out.
struct JSONRow {
  private let fields: [ExportField]
  private let reviewFields: [ExportField.ReviewField]

  init(fields: ExportFields) {
    self.fields = fields.fields
    reviewFields = fields.fields.compactMap {
      if case .review(let field) = $0 { field } else { nil }
    }
  }

  func text(of row: ExportedPrediction) -> String {
    var members: [(key: String, value: String)] = []
    for field in fields {
      let member = member(field, of: row)
      guard let member, !members.contains(where: { $0.key == member.key }) else { continue }
      members.append(member)
    }
    if let redacted = row.redacted { members.append(("redacted", redacted.json)) }
    return JSONWriting.object(members)
  }

  private func member(
    _ field: ExportField, of row: ExportedPrediction
  ) -> (key: String, value: String)? {
    switch field {
    case .prediction(let field): value(field, of: row).map { (field.rawValue, $0) }
    case .segment: segments(of: row).map { ("segments", $0) }
    case .review: ("reviews", JSONWriting.array(row.reviews.map(review)))
    }
  }

  private func value(_ field: ExportField.PredictionField, of row: ExportedPrediction) -> String? {
    switch field {
    case .key: JSONWriting.string(row.key)
    case .file: JSONWriting.string(row.file)
    case .run: row.run.map(JSONWriting.string)
    case .model: row.model.map(JSONWriting.string)
    case .tier: JSONWriting.string(row.tier)
    case .signal: row.signal.map(JSONWriting.string)
    case .automatic: row.automatic.map(automatic)
    case .input: content(.input, row.input, of: row)
    case .output: content(.output, row.output, of: row)
    case .target: content(.target, row.target, of: row)
    case .copies: String(row.copies)
    case .changed: row.isChanged ? "true" : nil
    case .damage: row.damage.map(JSONWriting.string)
    case .content: row.content.isEmpty ? nil : JSONWriting.string(row.content)
    }
  }

  private func content(_ part: Part, _ content: Content?, of row: ExportedPrediction) -> String? {
    content.map { JSONWriting.content(row.originals[part].map(Content.json) ?? $0) }
  }

  private func automatic(_ result: AutomaticResult) -> String {
    switch result {
    case .correct: "\"correct\""
    case .incorrect: "\"incorrect\""
    case .score(let score): JSONWriting.number(score)
    }
  }

  private func segments(of row: ExportedPrediction) -> String? {
    let wanted = row.segments.filter { fields.contains(.segment($0.name)) }
    guard !wanted.isEmpty else { return nil }
    return JSONWriting.object(wanted.map { ($0.name, JSONWriting.string($0.value)) })
  }

  private func review(_ exported: ExportedReview) -> String {
    JSONWriting.object(
      reviewFields.compactMap { field in
        value(field, of: exported).map { (field.rawValue, $0) }
      })
  }

  /// As the ledger writes a review; the categories are inside of `upsetting`.
  private func value(_ field: ExportField.ReviewField, of exported: ExportedReview) -> String? {
    let review = exported.review
    switch field {
    case .by: return JSONWriting.string(exported.by)
    case .at: return JSONWriting.string(exported.at.text)
    case .verdict: return review.verdict.map { JSONWriting.string($0.rawValue) }
    case .upsetting: return review.upsetting.map(upsetting)
    case .categories:
      guard !reviewFields.contains(.upsetting) else { return nil }
      return review.upsetting.map { JSONWriting.array($0.categories.map(JSONWriting.string)) }
    case .badTarget: return review.badTarget ? "true" : "false"
    case .tags: return JSONWriting.array(review.tags.map(JSONWriting.string))
    case .label: return review.label.map(JSONWriting.string)
    case .comment: return review.comment.map(JSONWriting.string)
    case .resolves: return exported.isResolution ? "true" : nil
    }
  }

  private func upsetting(_ upsetting: Upsetting) -> String {
    JSONWriting.object([
      ("categories", JSONWriting.array(upsetting.categories.map(JSONWriting.string))),
      ("severity", String(upsetting.severity)),
    ])
  }
}
