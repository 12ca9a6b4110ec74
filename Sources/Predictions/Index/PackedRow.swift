/// The 32 bytes that every row costs.
struct PackedRow {
  /// What a row is, one bit each.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    static let correct = Flags(rawValue: 1)
    static let incorrect = Flags(rawValue: 2)
    static let damaged = Flags(rawValue: 4)
    static let notAnObject = Flags(rawValue: 8)
    static let shielded = Flags(rawValue: 16)
    /// An earlier row has the same content; ``RowChunk/links`` says which.
    static let duplicate = Flags(rawValue: 32)
    /// Both bits of the automatic result: a graded score, kept in its own column.
    static let score: Flags = [.correct, .incorrect]
  }

  /// Offsets take 40 bits: a file is at most this long.
  static let maximumOffset = (1 << 40) - 1

  private let digestWords: (UInt32, UInt32, UInt32, UInt32)
  private let offsetLow: UInt32
  let length: UInt32
  let value: Float
  private let offsetHigh: UInt8
  /// The tier's code, in the order in which tiers were met.
  let tier: UInt8
  let flags: Flags
  let signs: UInt8

  init(
    digest: DigestPrefix, offset: Int, length: Int, value: Float, tier: Int, flags: Flags,
    signs: UInt8
  ) {
    digestWords = (
      UInt32(truncatingIfNeeded: digest.high >> 32), UInt32(truncatingIfNeeded: digest.high),
      UInt32(truncatingIfNeeded: digest.low >> 32), UInt32(truncatingIfNeeded: digest.low)
    )
    offsetLow = UInt32(truncatingIfNeeded: offset)
    offsetHigh = UInt8(truncatingIfNeeded: offset >> 32)
    self.length = UInt32(clamping: length)
    self.value = value
    self.tier = UInt8(clamping: tier)
    self.flags = flags
    self.signs = signs
  }

  var offset: Int { Int(offsetHigh) << 32 | Int(offsetLow) }

  var digest: DigestPrefix {
    DigestPrefix(
      high: UInt64(digestWords.0) << 32 | UInt64(digestWords.1),
      low: UInt64(digestWords.2) << 32 | UInt64(digestWords.3))
  }
}
