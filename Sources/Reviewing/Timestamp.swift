#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A moment in UTC, to the millisecond; written as `2026-11-23T12:04:05.123Z`.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since the start of 1970 in UTC, leap seconds not counted.
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// What the system's clock says.
  package static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// The moment that RFC 3339 text names, with any offset and any number of fraction digits.
  package init?(_ text: some StringProtocol) {
    self.init(utf8: Array(text.utf8))
  }

  /// As ``init(_:)``, from bytes; digits behind the milliseconds are dropped.
  package init?(utf8: some RandomAccessCollection<UInt8>) {
    var reader = DigitReader(utf8)
    guard let year = reader.number(4), reader.take("-"), let month = reader.number(2),
      reader.take("-"), let day = reader.number(2), reader.take("T") || reader.take("t"),
      let hour = reader.number(2), reader.take(":"), let minute = reader.number(2),
      reader.take(":"), let second = reader.number(2),
      (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, year: year),
      hour < 24, minute < 60, second <= 60
    else { return nil }
    guard let fraction = reader.take(".") ? reader.milliseconds() : 0,
      let offset = reader.offsetMinutes(), reader.isAtEnd
    else { return nil }
    let days = Self.days(year: year, month: month, day: day)
    let seconds = ((days * 24 + hour) * 60 + minute - offset) * 60 + second
    self.init(milliseconds: Int64(seconds * 1000 + fraction))
  }

  /// The moment as ledgers write it; nothing where `utf8` is written in another way.
  init?(ledgerForm utf8: UnsafeRawBufferPointer) {
    guard utf8.count == 24 else { return nil }
    var bad: UInt8 = 0
    // Each in parentheses: both operators bind alike, from left to right.
    bad |= (utf8[4] ^ UInt8(ascii: "-")) | (utf8[7] ^ UInt8(ascii: "-"))
    bad |= (utf8[10] ^ UInt8(ascii: "T")) | (utf8[13] ^ UInt8(ascii: ":"))
    bad |= (utf8[16] ^ UInt8(ascii: ":")) | (utf8[19] ^ UInt8(ascii: "."))
    bad |= utf8[23] ^ UInt8(ascii: "Z")
    func number(_ places: Range<Int>) -> Int {
      var number = 0
      for place in places {
        let digit = utf8[place] &- 48
        bad |= digit > 9 ? 1 : 0
        number = number &* 10 &+ Int(digit)
      }
      return number
    }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    let fraction = number(20..<23)
    guard bad == 0, (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, year: year), hour < 24, minute < 60, second <= 60
    else { return nil }
    let days = Self.days(year: year, month: month, day: day)
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
    self.init(milliseconds: Int64(seconds * 1000 + fraction))
  }

  /// The moment as ledgers, exports and reports write it.
  package var text: String {
    let (days, rest) = Self.split(Int(milliseconds), by: 86_400_000)
    let (year, month, day) = Self.date(days: days)
    let (seconds, thousandths) = (rest / 1000, rest % 1000)
    return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2) + "T"
      + Self.padded(seconds / 3600, 2) + ":" + Self.padded(seconds / 60 % 60, 2) + ":"
      + Self.padded(seconds % 60, 2) + "." + Self.padded(thousandths, 3) + "Z"
  }

  /// The day alone, as `2026-11-23`.
  package var day: String { String(text.prefix(10)) }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

/// The calendar, by counting days from 1 March of year 0 in eras of 400 years of 146,097 days.
extension Timestamp {
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let (era, yearOfEra) = split(month <= 2 ? year - 1 : year, by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func date(days: Int) -> (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = split(days + 719_468, by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }

  private static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Division that rounds towards minus infinity, so that times before 1970 work too.
  private static func split(_ value: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
    let remainder = ((value % divisor) + divisor) % divisor
    return ((value - remainder) / divisor, remainder)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// Takes the pieces of an RFC 3339 timestamp from the front of some bytes.
private struct DigitReader<Bytes: RandomAccessCollection<UInt8>> {
  private var rest: Bytes.SubSequence

  init(_ bytes: Bytes) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func number(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  mutating func milliseconds() -> Int? {
    guard let first = digit() else { return nil }
    var value = first * 100
    var scale = 10
    while let next = digit() {
      value += next * scale
      scale /= 10
    }
    return value
  }

  mutating func offsetMinutes() -> Int? {
    if take("Z") || take("z") { return 0 }
    let isAhead = take("+")
    guard isAhead || take("-"), let hours = number(2), take(":"), let minutes = number(2),
      hours < 24, minutes < 60
    else { return nil }
    return (isAhead ? 1 : -1) * (hours * 60 + minutes)
  }

  private mutating func digit() -> Int? {
    guard let byte = rest.first, byte >= 48, byte <= 57 else { return nil }
    rest = rest.dropFirst()
    return Int(byte) - 48
  }
}
