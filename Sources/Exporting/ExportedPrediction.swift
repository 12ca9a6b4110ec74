import Predictions
import Reviewing

/// One prediction as exports write it, with what reviewers say of it.
package struct ExportedPrediction: Sendable {
  package var key: String
  package var file: String
  package var run: String?
  package var model: String?
  package var input: Content?
  package var output: Content?
  package var target: Content?
  /// Canonical JSON of the parts that are chats, as the file wrote them.
  package var originals: [Part: String]
  package var tier: String
  package var signal: String?
  package var automatic: AutomaticResult?
  package var segments: [Prediction.Segment]
  /// How many rows hold the same input and output.
  package var copies: Int
  /// The same input was reviewed with another output.
  package var isChanged: Bool
  /// The text may be upsetting, so that formats for reading cover it.
  package var isShielded: Bool
  /// Why the row could not be read, in words.
  package var damage: String?
  /// `sha256:…` of input and output, under which the ledger knows the prediction; empty where that
  /// would tell what a redaction took out.
  package var content: String
  package var reviews: [ExportedReview]
  /// What a redaction took out of all this; nothing where there was none.
  package var redacted: RedactionCounts?

  package init(
    key: String, file: String, run: String? = nil, model: String? = nil, input: Content? = nil,
    output: Content? = nil, target: Content? = nil, originals: [Part: String] = [:], tier: String,
    signal: String? = nil,
    automatic: AutomaticResult? = nil, segments: [Prediction.Segment] = [], copies: Int = 1,
    isChanged: Bool = false, isShielded: Bool = false, damage: String? = nil, content: String,
    reviews: [ExportedReview] = []
  ) {
    self.key = key
    self.file = file
    self.run = run
    self.model = model
    self.input = input
    self.output = output
    self.target = target
    self.originals = originals
    self.tier = tier
    self.signal = signal
    self.automatic = automatic
    self.segments = segments
    self.copies = copies
    self.isChanged = isChanged
    self.isShielded = isShielded
    self.damage = damage
    self.content = content
    self.reviews = reviews
  }
}

/// One person's current review, or what settled a disagreement.
package struct ExportedReview: Sendable {
  package var by: String
  package var at: Timestamp
  package var review: Review
  /// The review settles a disagreement for the team.
  package var isResolution: Bool

  package init(by: String, at: Timestamp, review: Review, isResolution: Bool = false) {
    self.by = by
    self.at = at
    self.review = review
    self.isResolution = isResolution
  }
}
