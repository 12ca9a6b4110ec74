/// Tells at a glance that a content is none of some known ones.
///
/// Most of ten million rows were never reviewed, and a look into a dictionary for each would cost
/// more than all other questions together. The sieve is a bit for each of the first bits of a
/// digest: a few rows in a hundred pass it although they are not known, none is held back wrongly.
package struct DigestSieve: Sendable {
  /// Bits for each content that is known.
  private static let bitsPerDigest = 32

  private var words: [UInt64]
  private let mask: UInt64

  /// A sieve that holds everything back, with room for so many contents.
  package init(count: Int) {
    var bits = 1_024
    while bits < count * Self.bitsPerDigest { bits *= 2 }
    words = Array(repeating: 0, count: bits / 64)
    mask = UInt64(bits - 1)
  }

  /// Adds a content that is known.
  package mutating func insert(_ digest: DigestPrefix) {
    let bit = digest.low & mask
    words[Int(truncatingIfNeeded: bit / 64)] |= 1 << (bit % 64)
  }

  /// Whether the content may be known; never false for one that is.
  @inline(__always)
  package func mayHold(_ digest: DigestPrefix) -> Bool {
    let bit = digest.low & mask
    return words[Int(truncatingIfNeeded: bit / 64)] >> (bit % 64) & 1 == 1
  }
}
