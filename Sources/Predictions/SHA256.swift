import CSHA256

/// The SHA-256 of bytes that come in pieces.
package struct SHA256: Sendable {
  private var state = sha256_begin()

  package init() {}

  /// Linear in the number of bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    sha256_add(&state, bytes.baseAddress, bytes.count)
  }

  /// The digest of what came so far; more may follow.
  package var digest: ContentDigest { ContentDigest(words: sha256_digest(state).words) }
}
