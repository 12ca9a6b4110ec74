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

  /// The last sixteen of these bytes, or all if they are fewer.
  init(endOf text: UnsafeRawBufferPointer) {
    var (pattern, mask) = (Bytes(), Bytes())
    for (place, byte) in text.suffix(16).reversed().enumerated() {
      (pattern[15 - place], mask[15 - place]) = (byte, 0xFF)
    }
    (bytes, self.mask) = (pattern, mask)
  }

  /// Whether these are the bytes at `at`, none of them at `end` or behind.
  @inline(__always)
  func matches(_ base: UnsafeRawPointer, _ at: Int, _ end: Int) -> Bool {
    at &+ 16 <= end ? isSame(base, at) : matchesSlowly(base, at, end, from: 0)
  }

  /// Whether the bytes before `end` are these, of which a row has the last.
  @inline(__always)
  func matchesEnd(_ base: UnsafeRawPointer, _ end: Int) -> Bool {
    end >= 16 ? isSame(base, end &- 16) : matchesSlowly(base, end &- 16, end, from: 16 &- end)
  }

  @inline(__always)
  private func isSame(_ base: UnsafeRawPointer, _ at: Int) -> Bool {
    let found = base.loadUnaligned(fromByteOffset: at, as: Bytes.self)
    let words = unsafeBitCast((found ^ bytes) & mask, to: SIMD2<UInt64>.self)
    return words[0] | words[1] == 0
  }

  /// The same where sixteen bytes cannot be read.
  @inline(never)
  private func matchesSlowly(
    _ base: UnsafeRawPointer, _ at: Int, _ end: Int, from first: Int
  ) -> Bool {
    for place in 0..<16 where mask[place] != 0 {
      guard place >= first, at &+ place < end,
        base.load(fromByteOffset: at &+ place, as: UInt8.self) == bytes[place]
      else { return false }
    }
    return true
  }
}
