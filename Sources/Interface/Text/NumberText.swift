/// How the screen writes numbers: short, aligned and without a locale.
enum NumberText {
  /// `1204` as `1,204`.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return (number < 0 ? "-" : "") + groups.joined(separator: ",")
  }

  /// A probability in three columns: `.93`, and `1.0` where it rounds to one.
  static func probability(_ value: Double) -> String {
    guard value.isFinite else { return "n/a" }
    let hundredths = Int((value * 100).rounded())
    guard (0..<100).contains(hundredths) else { return decimal(value) }
    return "." + (hundredths < 10 ? "0" : "") + String(hundredths)
  }

  /// A small share: `.019`.
  static func thousandths(_ value: Double) -> String {
    guard value.isFinite, (0..<0.9995).contains(value) else { return decimal(value) }
    let digits = String(Int((value * 1000).rounded()))
    return "." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// A number with one decimal.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "n/a" }
    let tenths = Int((abs(value) * 10).rounded())
    return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
  }

  /// `3`, and `2.5` where it is not whole.
  static func short(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? grouped(Int(value)) : decimal(value)
  }

  /// `never`, `now`, `40 min`, `5 h`, `12 d`.
  static func age(days: Double?) -> String {
    guard let days else { return "never" }
    let minutes = Int(max(0, min(days, 1e6)) * 1_440)
    switch minutes {
    case 0: return "now"
    case ..<60: return "\(minutes) min"
    case ..<1_440: return "\(minutes / 60) h"
    default: return "\(grouped(minutes / 1_440)) d"
    }
  }

  /// `1 prediction`, `2 predictions`.
  static func count(_ number: Int, _ noun: String) -> String {
    grouped(number) + " " + noun + (number == 1 ? "" : "s")
  }
}
