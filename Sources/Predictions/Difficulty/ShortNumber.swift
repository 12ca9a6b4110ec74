/// Numbers as people read them: probabilities as `.93`, grades without needless decimals.
package enum ShortNumber {
  /// A probability with two decimals and no zero before the point: `.93`, `1.00`.
  package static func probability(_ value: Double) -> String {
    guard value.isFinite else { return "n/a" }
    let hundredths = Int((min(max(value, -1_000_000), 1_000_000) * 100).rounded())
    let digits = String(abs(hundredths) % 100)
    let whole = abs(hundredths) / 100
    return (hundredths < 0 ? "-" : "") + (whole == 0 ? "" : String(whole)) + "."
      + (digits.utf8.count < 2 ? "0" : "") + digits
  }

  /// An integer without decimals, anything else with up to two.
  package static func text(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "n/a" : "\(value)" }
    guard abs(value) < 1e15 else { return "\(value)" }
    if value.rounded() == value { return String(Int(value)) }
    let hundredths = Int((abs(value) * 100).rounded())
    var decimals = String(hundredths % 100)
    if decimals.utf8.count < 2 { decimals = "0" + decimals }
    while decimals.hasSuffix("0") { decimals.removeLast() }
    let whole = (value < 0 ? "-" : "") + String(hundredths / 100)
    return decimals.isEmpty ? whole : whole + "." + decimals
  }
}
