/// The name of one event of the ledger: a ULID, 26 digits in Crockford's base 32.
///
/// The first 48 bits are the milliseconds since 1970, the other 80 are random, so identifiers made
/// later sort later and two of them never meet by chance.
package struct EventID: Hashable, Comparable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The identifier that `text` writes, or nothing where it is no ULID in capitals.
  package init?(_ text: some StringProtocol) {
    self.init(utf8: text.utf8)
  }

  /// The identifier written by `utf8`; lower case is refused, so that one has one spelling.
  package init?(utf8: some Collection<UInt8>) {
    guard utf8.count == 26 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for (place, byte) in utf8.enumerated() {
      guard let digit = Self.digit(byte), place > 0 || digit < 8 else { return nil }
      high = high << 5 | low >> 59
      low = low << 5 | digit
    }
    self.init(high: high, low: low)
  }

  /// As ``init(utf8:)``, for the lines of ledgers: whether all are digits is asked once.
  init?(utf8: UnsafeRawBufferPointer) {
    guard utf8.count == 26, utf8[0] < UInt8(ascii: "8") else { return nil }
    let worth = Self.values.withUnsafeBufferPointer { values in
      var (high, low, bad) = (UInt64(0), UInt64(0), UInt8(0))
      for byte in utf8 {
        let value = values[Int(byte)]
        bad |= value
        high = high &<< 5 | low &>> 59
        low = low &<< 5 | UInt64(value & 31)
      }
      return (high: high, low: low, isGood: bad < 32)
    }
    guard worth.isGood else { return nil }
    self.init(high: worth.high, low: worth.low)
  }

  /// The 26 digits.
  package var text: String {
    String(unsafeUninitializedCapacity: 26) { buffer in
      var high = high
      var low = low
      for place in (0..<26).reversed() {
        buffer[place] = Self.alphabet[Int(low & 31)]
        low = low >> 5 | high << 59
        high >>= 5
      }
      return 26
    }
  }

  package static func < (left: EventID, right: EventID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  /// The digits in order; without I, L, O and U, which are easily misread.
  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// What each byte is worth as a digit, 255 where it is none.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
    return values
  }()

  private static func digit(_ byte: UInt8) -> UInt64? {
    let value = values[Int(byte)]
    return value == 255 ? nil : UInt64(value)
  }
}

/// Makes event identifiers that only grow, also within one millisecond and when the clock steps back.
struct EventIDSource: Sendable {
  private var last = EventID(high: 0, low: 0)

  /// The next identifier at the time `now`.
  mutating func next(
    at now: Timestamp, using generator: inout some RandomNumberGenerator
  ) -> EventID {
    let milliseconds = UInt64(clamping: now.milliseconds) & 0xFFFF_FFFF_FFFF
    // The top bit of the random part stays clear, so that counting up cannot run over.
    let fresh = EventID(
      high: milliseconds << 16 | UInt64.random(in: 0...0x7FFF, using: &generator),
      low: UInt64.random(in: .min ... .max, using: &generator))
    if milliseconds > last.high >> 16 {
      last = fresh
    } else {
      let (low, overflow) = last.low.addingReportingOverflow(1)
      last = EventID(high: overflow ? last.high &+ 1 : last.high, low: low)
    }
    return last
  }
}
