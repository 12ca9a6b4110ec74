#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finding and counting single bytes, as fast as the C library and the vector unit do it.
package enum ByteSearch {
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
  package static func areEqual(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
  ) -> Bool {
    guard let left = left.baseAddress, right.count > 0, let start = right.baseAddress else {
      return right.count == 0
    }
    return memcmp(left, start, right.count) == 0
  }

  /// The first eight bytes, or as many as there are, as one number, the first byte lowest.
  ///
  /// Shorter texts are put together from two loads that overlap, never reading beyond their end.
  @inline(__always)
  static func firstWord(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    let count = bytes.count
    if count >= 8 { return UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)) }
    if count >= 4 {
      let low = UInt64(UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)))
      let end = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      let high = UInt64(UInt32(littleEndian: end))
      return low | high << UInt64(8 * (count - 4))
    }
    guard count > 0 else { return 0 }
    let middle = UInt64(bytes[count / 2]) << UInt64(8 * (count / 2))
    return UInt64(bytes[0]) | middle | UInt64(bytes[count - 1]) << UInt64(8 * (count - 1))
  }

  /// The same of a part of `bytes`, by one load and no branch where eight bytes are there.
  ///
  /// Lengths of values are as good as random, so branches on them would be guessed wrong.
  @inline(__always)
  static func firstWord(in bytes: UnsafeRawBufferPointer, from start: Int, length: Int) -> UInt64 {
    guard length > 0, start &+ 8 <= bytes.count else {
      return firstWord(of: UnsafeRawBufferPointer(rebasing: bytes[start..<start + length]))
    }
    let word = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
    return UInt64(littleEndian: word) & (.max &>> (64 &- 8 &* UInt64(min(length, 8))))
  }

  /// The high bits of those of eight bytes that are `byte`.
  @inline(__always)
  static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let word = word ^ 0x0101_0101_0101_0101 &* UInt64(byte)
    // A byte that is zero now gets no high bit here, and every other does.
    return ~(((word & lows) &+ lows) | word | lows)
  }

  /// How often `byte` occurs, eight bytes at a time.
  static func count(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int {
    var total = 0
    var at = 0
    while at + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      total += places(of: byte, in: word).nonzeroBitCount
      at += 8
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
