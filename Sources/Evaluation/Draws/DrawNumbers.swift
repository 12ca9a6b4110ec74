import Predictions

/// The random number that a draw gives each item: a hash of the draw's seed and the item's content.
///
/// The lowest numbers are drawn, so a draw is the same on every machine and in any order of files
/// and rows, a larger one holds a smaller one, and parts drawn apart can be put together. Only rows of
/// one content that lie in different tiers make their order matter: the first one's tier counts. With
/// d₀ d₁ for the first two big-endian words of the content's SHA-256 and s₀ s₁ for those of the
/// SHA-256 of the seed's UTF-8, it is m(d₁ ^ m(d₀ ^ m(s₀) ^ s₁)), where m is the finisher of G. L.
/// Steele, D. Lea and C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014:
/// x ^= x >> 30, x *= 0xbf58476d1ce4e5b9, x ^= x >> 27, x *= 0x94d049bb133111eb, x ^= x >> 31.
package struct DrawNumbers: Hashable, Sendable {
  private let key: UInt64

  package init(seed: String) {
    let digest = ContentDigest(of: seed.utf8).prefix
    key = Self.mixed(digest.high) ^ digest.low
  }

  /// The item's number, as good as random and the same everywhere.
  package func number(of content: DigestPrefix) -> UInt64 {
    Self.mixed(content.low ^ Self.mixed(content.high ^ key))
  }

  static func mixed(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }
}
