/// One row: an input, the model's output, and what the file says about them.
///
/// A value of this type exists only while it is on the screen, searched or exported; the index
/// keeps positions and numbers. Texts are decoded, with U+FFFD for what was not valid, and are
/// still untrusted: they go through the sanitiser before a terminal sees them.
package struct Prediction: Sendable {
  package struct Segment: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The row's place among all rows of all files, from 0.
  package let row: Int
  /// The row's id, `KEY#2` where an id is repeated, or `#17` where the file has none.
  package let key: String
  /// The file the row came from, as given on the command line.
  package let file: String
  /// The row's place in its file, from 0.
  package let rowInFile: Int
  /// The row's first byte in its file.
  package let offset: Int
  package internal(set) var input: Content?
  package internal(set) var output: Content?
  package internal(set) var target: Content?
  /// The parts that go on behind what is here; none of a prediction that was read whole.
  package internal(set) var cutParts: Set<Part> = []
  package let automatic: AutomaticResult?
  package let tier: Tier
  /// What decided the tier, in words: `between billing .48 and fraud .41`.
  package let signal: String?
  package let segments: [Segment]
  package let model: String?
  package let run: String?
  package let time: String?
  /// What the shield field says, where the file has one: 0…1.
  package let shield: Double?
  package let damage: RowDamage?
  /// A key that the row has twice, so that only the last of its values counts.
  package internal(set) var repeatedKey: String?
  /// The row is a value but no object; it has neither parts nor damage.
  package let isNotAnObject: Bool
  /// Why the row could not be read again; then nothing else is known but its place.
  package let readError: ReadError?
  /// SHA-256 of input, a zero byte, output.
  package let contentDigest: ContentDigest
  /// SHA-256 of the input alone.
  package let inputDigest: ContentDigest

  package init(
    row: Int, key: String, file: String, rowInFile: Int, offset: Int, input: Content?,
    output: Content?, target: Content?, automatic: AutomaticResult?, tier: Tier, signal: String?,
    segments: [Segment], model: String?, run: String?, time: String?, shield: Double?,
    damage: RowDamage?, isNotAnObject: Bool, readError: ReadError? = nil,
    contentDigest: ContentDigest, inputDigest: ContentDigest
  ) {
    self.row = row
    self.key = key
    self.file = file
    self.rowInFile = rowInFile
    self.offset = offset
    self.input = input
    self.output = output
    self.target = target
    self.automatic = automatic
    self.tier = tier
    self.signal = signal
    self.segments = segments
    self.model = model
    self.run = run
    self.time = time
    self.shield = shield
    self.damage = damage
    self.isNotAnObject = isNotAnObject
    self.readError = readError
    self.contentDigest = contentDigest
    self.inputDigest = inputDigest
  }
}
