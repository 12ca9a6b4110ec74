import Predictions

/// What a review is about: an output for an input, and the labels it had when it was judged.
package struct ReviewedItem: Hashable, Sendable {
  /// SHA-256 of input, a zero byte, output: what the review belongs to, in any file or run.
  package let content: ContentDigest
  /// SHA-256 of the input alone: the same input with another output shows as changed.
  package let input: ContentDigest
  package let key: String
  package let run: String?
  package let file: String

  package init(
    content: ContentDigest, input: ContentDigest, key: String, run: String?, file: String
  ) {
    self.content = content
    self.input = input
    self.key = key
    self.run = run
    self.file = file
  }
}

/// The circumstances of a review, as far as later numbers depend on them.
package struct ReviewContext: Hashable, Sendable {
  /// What the run's own metric said, such as `correct`.
  package var automatic: String?
  /// The metric, tier and other people's reviews were hidden.
  package var blind: Bool?
  /// The text was covered, and nobody had looked at it.
  package var covered: Bool?
  /// The draw that brought the prediction up, and its place there.
  package var draw: String?
  package var stratum: String?
  package var position: Int?
  /// What decided the tier, in words.
  package var signal: String?
  package var tier: String?
  /// The judgement was changed after the hidden things were shown.
  package var afterReveal: Bool?

  package init(
    automatic: String? = nil, blind: Bool? = nil, covered: Bool? = nil, draw: String? = nil,
    stratum: String? = nil, position: Int? = nil, signal: String? = nil, tier: String? = nil,
    afterReveal: Bool? = nil
  ) {
    self.automatic = automatic
    self.blind = blind
    self.covered = covered
    self.draw = draw
    self.stratum = stratum
    self.position = position
    self.signal = signal
    self.tier = tier
    self.afterReveal = afterReveal
  }
}
