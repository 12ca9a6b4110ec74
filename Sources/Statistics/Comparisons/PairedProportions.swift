/// Two shares of the same items: both models on one input, both reviewers on one output.
package struct PairedProportions: Hashable, Sendable {
  /// Events of both.
  package let both: Int

  /// Events of the first alone.
  package let firstOnly: Int

  /// Events of the second alone.
  package let secondOnly: Int

  /// Events of neither.
  package let neither: Int

  /// No count is below 0.
  package init(both: Int, firstOnly: Int, secondOnly: Int, neither: Int) {
    precondition(min(both, firstOnly, secondOnly, neither) >= 0, "a negative count")
    self.both = both
    self.firstOnly = firstOnly
    self.secondOnly = secondOnly
    self.neither = neither
  }

  /// How many items there are.
  package var trials: Int { both + firstOnly + secondOnly + neither }

  /// The events of the first, as a share of all items.
  package var first: Proportion { Proportion(events: Double(both + firstOnly), of: trials) }

  /// The events of the second, as a share of all items.
  package var second: Proportion { Proportion(events: Double(both + secondOnly), of: trials) }

  /// The first rate minus the second: (b − c)/n. Undefined without items.
  package var difference: Double? {
    trials > 0 ? Double(firstOnly - secondOnly) / Double(trials) : nil
  }

  /// The interval of the difference: method 10 of R. G. Newcombe, "Improved confidence intervals for
  /// the difference between binomial proportions based on paired data", Statistics in Medicine 17
  /// (1998), pages 2635 to 2650.
  ///
  /// From both Wilson intervals, with the correlation φ of the table, corrected for continuity where
  /// it is positive: d − √((p₁ − l₁)² − 2φ(p₁ − l₁)(u₂ − p₂) + (u₂ − p₂)²), and so upward.
  package func newcombe(confidence: Double = 0.95) -> Interval? {
    guard let difference, let one = first.rate, let other = second.rate,
      let oneInterval = first.wilson(confidence: confidence),
      let otherInterval = second.wilson(confidence: confidence)
    else { return nil }
    func distance(_ a: Double, _ b: Double) -> Double {
      max(0, a * a - 2 * correlation * a * b + b * b).squareRoot()
    }
    let below = distance(one - oneInterval.low, otherInterval.high - other)
    let above = distance(oneInterval.high - one, other - otherInterval.low)
    return Interval(low: difference - below, high: difference + above).clamped(to: -1...1)
  }

  /// φ = (ad − bc)/√(all four margins), with ad − bc lessened by n/2, not below 0, where it is
  /// positive; 0 where a margin is empty.
  private var correlation: Double {
    let margins = [both + firstOnly, secondOnly + neither, both + secondOnly, firstOnly + neither]
    let product = margins.reduce(1) { $0 * Double($1) }
    guard product > 0 else { return 0 }
    let raw = Double(both) * Double(neither) - Double(firstOnly) * Double(secondOnly)
    let corrected = raw > 0 ? max(0, raw - Double(trials) / 2) : raw
    return corrected / product.squareRoot()
  }
}
