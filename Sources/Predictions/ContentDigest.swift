import Crypto

/// The SHA-256 that says which text a review is about.
///
/// It is written in the ledger as `sha256:` and 64 hexadecimal digits in lower case.
package struct ContentDigest: Hashable, Sendable {
  /// The four big-endian words of the digest.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The digest of `bytes`; linear in their number.
  package init(of bytes: some Sequence<UInt8>) {
    self.init(SHA256.hash(data: Array(bytes)))
  }

  /// The result of a digest that was fed in pieces.
  package init(_ digest: SHA256.Digest) {
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, byte) in digest.enumerated() {
      words[index / 8] = words[index / 8] << 8 | UInt64(byte)
    }
    self.words = (words[0], words[1], words[2], words[3])
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
    guard utf8.count == 71, utf8.starts(with: "sha256:".utf8) else { return nil }
    // A digit that is none makes `bad` negative; checked once, since ledgers hold millions.
    var bad: Int8 = 0
    func word(_ index: Int) -> UInt64 {
      var word: UInt64 = 0
      for place in 7 + index * 16..<23 + index * 16 {
        let digit = Self.digits[Int(utf8[place])]
        bad |= digit
        word = word << 4 | UInt64(truncatingIfNeeded: digit)
      }
      return word
    }
    words = (word(0), word(1), word(2), word(3))
    guard bad >= 0 else { return nil }
  }

  /// What each byte is worth as a digit, -1 where it is none.
  private static let digits: [Int8] = {
    var digits = [Int8](repeating: -1, count: 256)
    for (value, byte) in "0123456789abcdef".utf8.enumerated() { digits[Int(byte)] = Int8(value) }
    return digits
  }()

  /// The form in which ledgers and exports write it.
  package var text: String {
    "sha256:" + [words.0, words.1, words.2, words.3].map(Self.hexadecimal).joined()
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
