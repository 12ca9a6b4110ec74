/// The SHA-256 that says which text a review is about, or which line of a ledger came before.
///
/// It is written in the ledger as `sha256:` and 64 hexadecimal digits in lower case.
package struct ContentDigest: Hashable, Sendable {
  /// The four big-endian words of the digest.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// A digest of nothing that is known, until the real one is put in its place.
  package static let zero = ContentDigest(words: (0, 0, 0, 0))

  init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// The digest of `bytes`; linear in their number.
  package init(of bytes: some Sequence<UInt8>) {
    var hash = SHA256()
    if bytes.withContiguousStorageIfAvailable({ hash.update(UnsafeRawBufferPointer($0)) }) == nil {
      Array(bytes).withUnsafeBytes { hash.update($0) }
    }
    self = hash.digest
  }

  /// The digest that `text` writes as `sha256:…`, or nothing where it does not.
  package init?(text: some StringProtocol) {
    var text = String(text)
    let digest = text.withUTF8 { ContentDigest(utf8: UnsafeRawBufferPointer($0)) }
    guard let digest else { return nil }
    self = digest
  }

  /// The same from the text's bytes, without making a `String` of them.
  package init?(utf8: UnsafeRawBufferPointer) {
    guard utf8.count == 71, Self.hasPrefix(utf8) else { return nil }
    // Whether all are digits is asked once at the end, since ledgers hold millions of digests.
    var bad: UInt64 = 0
    let words = (
      Self.word(utf8, at: 7, &bad), Self.word(utf8, at: 23, &bad), Self.word(utf8, at: 39, &bad),
      Self.word(utf8, at: 55, &bad)
    )
    guard bad == 0 else { return nil }
    self.init(words: words)
  }

  /// Whether `sha256:` stands in front.
  @inline(__always)
  private static func hasPrefix(_ text: UnsafeRawBufferPointer) -> Bool {
    let word = UInt64(bigEndian: text.loadUnaligned(as: UInt64.self))
    return word >> 8 == 0x73_6861_3235_363A
  }

  /// What sixteen hexadecimal digits are worth.
  @inline(__always)
  private static func word(
    _ text: UnsafeRawBufferPointer, at place: Int, _ bad: inout UInt64
  ) -> UInt64 {
    func half(_ place: Int) -> UInt64 {
      UInt64(bigEndian: text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    return digits(half(place), &bad) << 32 | digits(half(place + 8), &bad)
  }

  /// What eight hexadecimal digits in lower case are worth, the first one highest.
  ///
  /// `bad` gets a bit where one is none: where the digits written anew are not `text`.
  @inline(__always)
  private static func digits(_ text: UInt64, _ bad: inout UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Letters have bit 6, and `a` ends in 1 where it is worth 10.
    var values = text & (ones &* 0x0F) &+ (text &>> 6 & ones) &* 9
    let letters = (values &+ ones &* 6) &>> 4 & ones
    bad |= (values & (ones &* 0xF0)) | ((values &+ ones &* 0x30 &+ letters &* 39) ^ text)
    values = (values | values &>> 4) & 0x00FF_00FF_00FF_00FF
    values = (values | values &>> 8) & 0x0000_FFFF_0000_FFFF
    return (values | values &>> 16) & 0xFFFF_FFFF
  }

  /// The form in which ledgers and exports write it.
  package var text: String { "sha256:" + digits }

  /// Its 64 digits alone.
  package var digits: String {
    [words.0, words.1, words.2, words.3].map(Self.hexadecimal).joined()
  }

  /// The first half, which the index keeps per row: enough that two of 2^40 rows never meet by chance.
  package var prefix: DigestPrefix { DigestPrefix(high: words.0, low: words.1) }

  package static func == (left: ContentDigest, right: ContentDigest) -> Bool {
    left.words == right.words
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }

  private static func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

/// The first 128 bits of a ``ContentDigest``.
package struct DigestPrefix: Hashable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }
}
