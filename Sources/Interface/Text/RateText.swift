import Evaluation

/// How the screen writes rates: short, with what they are of.
enum RateText {
  /// `15 %`, and `0.4 %` where whole percents would say too little.
  static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "n/a" }
    guard share >= 0 else { return "-" + percent(-share) }
    let tenths = Int((share * 1000).rounded())
    return tenths >= 100 || tenths % 10 == 0
      ? "\((tenths + 5) / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  /// `-1.9`: what one share is above another, in points.
  static func points(_ difference: Double) -> String {
    guard difference.isFinite else { return "n/a" }
    let tenths = Int((abs(difference) * 1000).rounded())
    return "\(difference < 0 && tenths > 0 ? "-" : "")\(tenths / 10).\(tenths % 10)"
  }

  /// `4–33`, in percent.
  static func range(_ low: Double, _ high: Double) -> String {
    "\(number(low))–\(number(high))"
  }

  /// `15 % of 41 (4–33, so far)`; `n/a` where nobody looked.
  static func words(_ rate: Rate?) -> String {
    guard let rate else { return "n/a" }
    return "\(percent(rate.rate)) of \(NumberText.grouped(rate.n)) "
      + "(\(range(rate.low, rate.high))\(rate.isSoFar ? ", so far" : ""))"
  }

  private static func number(_ share: Double) -> String {
    String(percent(share).dropLast(2))
  }
}
