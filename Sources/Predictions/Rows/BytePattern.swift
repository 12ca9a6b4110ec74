/// Up to sixteen bytes that are compared at once; those that are not meant are masked out.
struct BytePattern: Sendable {
  private typealias Bytes = SIMD16<UInt8>

  private let bytes: Bytes
  private let mask: Bytes

  /// The first sixteen of these bytes, or all if they are fewer.
  init(startOf text: UnsafeRawBufferPointer) {
    var (pattern, mask) = (Bytes(), Bytes())
    for (place, byte) in text.prefix(16).enumerated() {
      (pattern[place], mask[place]) = (byte, 0xFF)
    }
    (bytes, self.mask) = (pattern, mask)
  }

  /// Whether these are the bytes at `place`, behind which sixteen bytes can be read.
  @inline(__always)
  func matches(_ place: UnsafeRawPointer) -> Bool {
    let found = place.loadUnaligned(as: Bytes.self)
    let words = unsafeBitCast((found ^ bytes) & mask, to: SIMD2<UInt64>.self)
    return words[0] | words[1] == 0
  }
}
