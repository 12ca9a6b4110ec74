/// A 64-bit checksum of bytes that come piece by piece.
///
/// It is there to notice damage, not forgery: what it guards can be written by the user alone. Every
/// step can be undone, so a change within one word is noticed without exception. Ten times as quick
/// as a cryptographic digest, which would take longer than reading the file that the cache spares.
struct Checksum {
  private static let prime: UInt64 = 0x9E37_79B1_85EB_CA87

  private var lanes: (UInt64, UInt64, UInt64, UInt64)

  /// - Parameter seed: what must be the same as well, such as the place of a piece among others.
  init(seed: UInt64 = 0) {
    lanes = (seed &+ 1, seed ^ 0x5851_F42D_4C95_7F2D, seed &* Self.prime, ~seed)
  }

  /// Takes a piece; where pieces end makes a difference.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var at = 0
    while at + 32 <= bytes.count {
      Self.take(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self), &lanes.0)
      Self.take(bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self), &lanes.1)
      Self.take(bytes.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self), &lanes.2)
      Self.take(bytes.loadUnaligned(fromByteOffset: at + 24, as: UInt64.self), &lanes.3)
      at += 32
    }
    while at < bytes.count {
      Self.take(UInt64(bytes[at]), &lanes.0)
      at += 1
    }
    Self.take(UInt64(bytes.count), &lanes.1)
  }

  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add($0) }
  }

  var value: UInt64 {
    var value = lanes.0
    Self.take(lanes.1, &value)
    Self.take(lanes.2, &value)
    Self.take(lanes.3, &value)
    return value ^ value >> 31
  }

  @inline(__always)
  private static func take(_ word: UInt64, _ lane: inout UInt64) {
    let mixed = (lane ^ word) &* prime
    lane = mixed << 31 | mixed >> 33
  }
}
