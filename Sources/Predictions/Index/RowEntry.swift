/// What the index knows about a row without reading it.
package struct RowEntry: Sendable {
  /// The place of the row's file among the files.
  package let file: Int
  package let offset: Int
  package let length: Int
  /// The place of the row's tier in ``IndexSnapshot/tiers``.
  package let tier: Int
  /// The signal's number, such as the probability of the top label; NaN where there is none.
  package let value: Float
  /// From 0, sure, to 1: the order of "uncertain first"; NaN where nothing tells.
  package let uncertainty: Float
  /// The probability that the model gave its output; NaN where the file does not say.
  package let confidence: Float
  package let automatic: AutomaticResult?
  /// How many signs of trouble the text shows.
  package let signs: Int
  package let isDamaged: Bool
  package let isNotAnObject: Bool
  package let isShielded: Bool
  package let digest: DigestPrefix
  /// The first row with this input and output: the item that the row belongs to.
  package let firstRow: Int
  /// How many rows belong to the item so far; known on its first row and 1 elsewhere.
  package let copies: Int
  package let segments: SegmentCodes

  package init(
    file: Int, offset: Int, length: Int, tier: Int, value: Float, uncertainty: Float,
    confidence: Float, automatic: AutomaticResult?, signs: Int, isDamaged: Bool,
    isNotAnObject: Bool, isShielded: Bool, digest: DigestPrefix, firstRow: Int, copies: Int,
    segments: SegmentCodes
  ) {
    self.file = file
    self.offset = offset
    self.length = length
    self.tier = tier
    self.value = value
    self.uncertainty = uncertainty
    self.confidence = confidence
    self.automatic = automatic
    self.signs = signs
    self.isDamaged = isDamaged
    self.isNotAnObject = isNotAnObject
    self.isShielded = isShielded
    self.digest = digest
    self.firstRow = firstRow
    self.copies = copies
    self.segments = segments
  }
}
