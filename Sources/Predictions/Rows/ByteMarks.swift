/// Which of sixteen bytes are marked, by their high bits.
///
/// Where values end differs from row to row, so a branch on it would be guessed wrong as often as not:
/// nothing here branches.
struct ByteMarks {
  typealias Bytes = SIMD16<UInt8>

  private let low: UInt64
  private let high: UInt64

  /// - Parameters:
  ///   - low: the first eight bytes as they lie in memory.
  ///   - high: the eight bytes behind them.
  @inline(__always)
  init(low: UInt64, high: UInt64) {
    self.low = UInt64(littleEndian: low)
    self.high = UInt64(littleEndian: high)
  }

  /// - Parameter marks: bytes of which nothing is set but high bits.
  @inline(__always)
  init(_ marks: Bytes) {
    let words = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    self.init(low: words[0], high: words[1])
  }

  @inline(__always) var areNone: Bool { low | high == 0 }

  /// The place of the first marked byte, where one is.
  @inline(__always)
  var first: Int {
    let place = (low == 0 ? high : low).trailingZeroBitCount
    return (place &+ (low == 0 ? 64 : 0)) &>> 3
  }

  /// The marks as sixteen bits, that of the first byte lowest.
  @inline(__always)
  var bits: UInt32 {
    return UInt32(truncatingIfNeeded: Self.gathered(low) | Self.gathered(high) &<< 8)
  }

  /// The high bits of eight bytes as the lowest eight bits.
  ///
  /// Multiplying moves the bit of byte i to bit 56 + i, and no two bits to the same place.
  @inline(__always)
  private static func gathered(_ word: UInt64) -> UInt64 {
    ((word &>> 7) &* 0x0102_0408_1020_4080) &>> 56
  }
}
