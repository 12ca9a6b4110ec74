import Evaluation

/// Numbers of a report in words.
enum Figures {
  /// `14.1 %`
  static func percent(_ share: Double) -> String { "\(tenths(share)) %" }

  /// `14.1`, a share in percent without the sign.
  static func tenths(_ share: Double) -> String {
    let tenths = (share * 1000).rounded() / 10
    return tenths < 0 ? "−\(-tenths)" : "\(abs(tenths))"
  }

  /// `(9.9–18.3)`
  static func interval(_ low: Double, _ high: Double) -> String {
    "(\(tenths(low))–\(tenths(high)))"
  }

  /// `.031`
  static func thousandths(_ number: Double) -> String {
    let thousands = Int((number * 1000).rounded())
    let rest = String(thousands % 1000)
    let whole = thousands >= 1000 ? String(thousands / 1000) : ""
    return whole + "." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  /// `.031`, or `below .001`
  static func probability(_ p: Double) -> String {
    p < 0.0005 ? "below .001" : thousandths(p)
  }

  /// `1 prediction`, `2 predictions`
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}

extension Rate {
  /// `14.1 % of 118 (9.9–18.3, stratified)`, with what has to be known before it is used.
  var words: String {
    let end = (isSoFar ? ", so far" : "") + (unseen.map { ", \($0) unseen" } ?? "")
    return "\(Figures.percent(rate)) of \(n) "
      + "(\(Figures.tenths(low))–\(Figures.tenths(high)), \(method.words)\(end))"
  }

  /// `at most 2.5 %` where nothing was found.
  var bound: String? { upper.map { "at most \(Figures.percent($0))" } }
}

extension Rate.Method {
  var words: String {
    switch self {
    case .wilson: "Wilson"
    case .modifiedWilson: "modified Wilson"
    case .stratified: "stratified"
    case .postStratified: "post-stratified"
    case .predictionPowered: "prediction-powered"
    case .weighted: "weighted"
    }
  }

  /// What the method is, and where it is from.
  var footnote: String {
    switch self {
    case .wilson:
      "Wilson: the score interval (E. B. Wilson 1927) of 95 %, about the model's future inputs."
    case .modifiedWilson:
      "Modified Wilson: the score interval as modified by Brown, Cai and DasGupta (2001), on "
        + "n(N−1)/(N−n) effective trials, about the run that was drawn from."
    case .stratified:
      "Stratified: each tier weighted by its items (Cochran 1977), the interval recovered from the "
        + "tiers' Jeffreys limits (Zou and Donner 2008)."
    case .postStratified:
      "Post-stratified: weighted by how many items the run's own metric calls correct and incorrect, "
        + "the interval as for stratified."
    case .predictionPowered:
      "Prediction-powered: verdicts and the automatic grade of every item together, with tuned λ "
        + "(Angelopoulos, Duchi and Zrnic 2023)."
    case .weighted:
      "Weighted: each drawn prediction counts by its number in the field, as a combined ratio over "
        + "tiers (Cochran 1977); Jeffreys' interval on the effective sample size (Kish 1965; Korn "
        + "and Graubard 1998)."
    }
  }
}

extension AutomaticMetric {
  /// `accuracy 86.5 % of 1168 (84.4–88.3)`
  var words: String {
    guard let accuracy else {
      let mean = mean.map { String(($0 * 1000).rounded() / 1000) } ?? "n/a"
      return "mean score \(mean) of \(graded)"
    }
    let words = "accuracy \(Figures.percent(accuracy.rate)) of \(accuracy.n)"
    return about == .model
      ? words + " " + Figures.interval(accuracy.low, accuracy.high) : words
  }
}
