/// What was looked at with unequal but known chances, such as uncertain predictions first.
///
/// A plain rate of such a sample is none of the run. Weighted by one over its chance, every element
/// stands for those that were not looked at.
package struct WeightedSample: Sendable {
  /// Something that came in, and how likely that was.
  package struct Element: Hashable, Sendable {
    /// What was found.
    package let value: Double

    /// The probability with which it came into the sample, above 0 and at most 1.
    package let probability: Double

    /// Nothing comes in with a probability of 0.
    package init(value: Double, probability: Double) {
      precondition(probability > 0 && probability <= 1, "a sample that could not be")
      self.value = value
      self.probability = probability
    }
  }

  /// In any order.
  package let elements: [Element]

  /// Everything that came in.
  package init(_ elements: [Element]) {
    self.elements = elements
  }

  /// The estimated sum over everything, Σy/π: D. G. Horvitz and D. J. Thompson, "A Generalization of
  /// Sampling Without Replacement From a Finite Universe", JASA 47 (1952).
  ///
  /// Standard error √Σ(1 − π)y²/π² where elements came in independently of each other (Poisson
  /// sampling): C.-E. Särndal, B. Swensson and J. Wretman, "Model Assisted Survey Sampling" (1992),
  /// eq. 3.5.3. Undefined without elements.
  package var total: Estimate? {
    guard !elements.isEmpty else { return nil }
    let sum = ExactSum(elements.map { $0.value / $0.probability })
    return Estimate(value: sum.value, standardError: error { $0.value })
  }

  /// The total over the known number of elements there are.
  package func mean(population: Int) -> Estimate? {
    guard population > 0, let total else { return nil }
    let size = Double(population)
    return Estimate(
      value: total.value / size, standardError: total.standardError.map { $0 / size })
  }

  /// The estimated mean by the estimated size, Σ(y/π)/Σ(1/π): J. Hájek 1971; Särndal et al. 1992,
  /// eq. 5.7.4.
  ///
  /// Its standard error by linearisation, √Σ(1 − π)(y − ȳ)²/π² / Σ(1/π). Stays within the values, and
  /// varies less than Horvitz and Thompson's where values do not go with chances.
  package var hajekMean: Estimate? {
    guard !elements.isEmpty else { return nil }
    let size = ExactSum(elements.map { 1 / $0.probability }).value
    let mean = ExactSum(elements.map { $0.value / $0.probability }).value / size
    return Estimate(value: mean, standardError: error { $0.value - mean } / size)
  }

  /// How many equally likely elements would tell as much, (Σw)²/Σw²: L. Kish, "Survey Sampling" (1965),
  /// section 11.7. 0 without elements.
  package var effectiveSize: Double {
    guard !elements.isEmpty else { return 0 }
    let sum = ExactSum(elements.map { 1 / $0.probability }).value
    return sum * sum / ExactSum(elements.map { 1 / ($0.probability * $0.probability) }).value
  }

  private func error(_ part: (Element) -> Double) -> Double {
    ExactSum(
      elements.map { element in
        let scaled = part(element) / element.probability
        return (1 - element.probability) * scaled * scaled
      }
    ).value.squareRoot()
  }
}
