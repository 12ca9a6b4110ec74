extension QueryMoment {
  /// The moment that `text` writes: `7d`, `12h`, `2w`, `30m`, `2026-11-23` or
  /// `2026-11-23T12:04:05Z`; dates begin at midnight UTC.
  package init?(_ text: String) {
    if let age = Self.age(text) {
      self = .ago(milliseconds: age)
    } else if let instant = Self.instant(text) {
      self = .instant(milliseconds: instant)
    } else {
      return nil
    }
  }

  private static func age(_ text: String) -> Int64? {
    guard let unit = text.last, let count = number(text.dropLast()), count < 1_000_000 else {
      return nil
    }
    switch unit {
    case "m": return count * 60_000
    case "h": return count * 3_600_000
    case "d": return count * 86_400_000
    case "w": return count * 604_800_000
    default: return nil
    }
  }

  private static func instant(_ text: String) -> Int64? {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let date = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    guard date.count == 3, date[0].count == 4, let year = number(date[0]),
      let month = number(date[1]), let day = number(date[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let midnight = days(year: year, month: month, day: day) * 86_400_000
    guard halves.count == 2 else { return midnight }
    return clock(halves[1]).map { midnight + $0 }
  }

  /// `12:04` or `12:04:05`, with or without a `Z`.
  private static func clock(_ text: Substring) -> Int64? {
    let digits = text.hasSuffix("Z") ? text.dropLast() : text
    let fields = digits.split(separator: ":", omittingEmptySubsequences: false).map(number)
    guard (2...3).contains(fields.count), let hour = fields[0], let minute = fields[1],
      hour < 24, minute < 60
    else { return nil }
    guard fields.count == 3 else { return hour * 3_600_000 + minute * 60_000 }
    guard let second = fields[2], second < 60 else { return nil }
    return hour * 3_600_000 + minute * 60_000 + second * 1_000
  }

  /// Days since 1970 in the Gregorian calendar; March begins the year, so February's end is last.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func number(_ text: Substring) -> Int64? {
    guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int64(text)
  }
}
