#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finding and counting single bytes, as fast as the C library and the vector unit do it.
enum ByteSearch {
  /// The first place of `byte` at or behind `start`.
  @inline(__always)
  static func firstIndex(
    of byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// Whether both hold the same bytes; they are as long as each other.
  @inline(__always)
  static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard let left = left.baseAddress, right.count > 0, let start = right.baseAddress else {
      return right.count == 0
    }
    return memcmp(left, start, right.count) == 0
  }

  /// How often `byte` occurs.
  static func count(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let pattern = SIMD16<UInt8>(repeating: byte)
    var total = 0
    var at = 0
    while at + 16 <= bytes.count {
      // 255 rounds at most fit in a lane of eight bits.
      var lanes = SIMD16<UInt8>(repeating: 0)
      let stop = min(bytes.count - 15, at + 255 * 16)
      while at < stop {
        let chunk = (base + at).loadUnaligned(as: SIMD16<UInt8>.self)
        lanes = lanes &+ SIMD16<UInt8>(repeating: 0).replacing(with: 1, where: chunk .== pattern)
        at += 16
      }
      for lane in 0..<16 { total += Int(lanes[lane]) }
    }
    while at < bytes.count {
      if bytes[at] == byte { total += 1 }
      at += 1
    }
    return total
  }

  /// White space of JSON: blank, tab, line feed, carriage return.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// The first byte at or behind `start` that is no white space.
  @inline(__always)
  static func firstVisible(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      if !isSpace(bytes[at]) { return at }
      at += 1
    }
    return nil
  }
}
