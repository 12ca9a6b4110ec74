import CSHA256
import Predictions
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  /// The examples of FIPS 180-2, appendix B, and nothing at all.
  private static let known: [(message: [UInt8], digest: String)] = [
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      Array(repeating: UInt8(ascii: "a"), count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test("gives the digests that the standard gives", arguments: known)
  func knownDigests(message: [UInt8], digest: String) {
    #expect(ContentDigest(of: message).digits == digest)
    #expect(ContentDigest(of: message.lazy.map { $0 }).digits == digest)
  }

  @Test("does not depend on where the bytes are cut, and may be asked in between")
  func pieces() {
    let bytes = (0..<150).map { UInt8($0) }
    for first in 0...bytes.count {
      for second in first...bytes.count {
        var hash = SHA256()
        bytes[..<first].withUnsafeBytes { hash.update($0) }
        bytes[first..<second].withUnsafeBytes { hash.update($0) }
        guard hash.digest == ContentDigest(of: bytes[..<second]) else {
          Issue.record("cut at \(first) and \(second)")
          continue
        }
      }
    }
  }

  @Test("is the same by the processor's instructions and without them")
  func portable() {
    var generator = SystemRandomNumberGenerator()
    for blocks in 1...40 {
      let bytes = (0..<64 * blocks).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let start = (0..<8).map { _ in UInt32.random(in: .min ... .max, using: &generator) }
      var (fast, obvious) = (start, start)
      sha256_blocks(&fast, bytes, blocks)
      sha256_portable_blocks(&obvious, bytes, blocks)
      #expect(fast == obvious && fast != start)
    }
  }
}
