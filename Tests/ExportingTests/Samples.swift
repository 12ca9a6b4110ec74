import Exporting
import Predictions
import Reviewing

/// Predictions for tests of formats.
enum Sample {
  static let segments = ["region", "label"]

  static func row(
    key: String = "r-0913", input: Content = .text("My card keeps getting declined"),
    output: Content = .text("fraud"), reviews: [ExportedReview] = [review()]
  ) -> ExportedPrediction {
    ExportedPrediction(
      key: key, file: "intents-v7.csv", run: "v7", model: "intent-7", input: input,
      output: output, target: .text("billing"), tier: "ambiguous",
      signal: "between fraud .54 and billing .41", automatic: .incorrect,
      segments: [
        Prediction.Segment(name: "region", value: "EU"),
        Prediction.Segment(name: "label", value: "x"),
      ],
      copies: 3, content: "sha256:77ab", reviews: reviews)
  }

  static func review(by: String = "ada", comment: String? = "accuses the customer")
    -> ExportedReview
  {
    ExportedReview(
      by: by, at: Timestamp(milliseconds: 1_795_435_445_123),
      review: Review(
        verdict: .wrong, upsetting: Upsetting(severity: 2, categories: ["harassment"]),
        tags: ["hallucination", "tone"], label: "billing", comment: comment))
  }

  /// What `format` makes of `rows`, as text.
  static func export(
    _ rows: [ExportedPrediction], as format: ExportFormat, fields: String? = nil,
    heads: [String] = []
  ) throws -> String {
    let fields = try fields.map {
      try ExportFields.parse($0, segments: segments)
    }
    var exporter = format.exporter(fields: fields ?? .all(segments: segments))
    return try text(of: rows, by: &exporter, heads: heads)
  }

  static func text(
    of rows: [ExportedPrediction], by exporter: inout any Exporter, heads: [String] = []
  ) throws -> String {
    var sink: any ByteSink = MemorySink()
    for row in rows { try exporter.writeRow(row, into: &sink) }
    try exporter.finish(ExportEnd(heads: heads), into: &sink)
    return (sink as? MemorySink)?.text ?? ""
  }
}
