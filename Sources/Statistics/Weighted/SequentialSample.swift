/// What was looked at one after the other, each chosen among what was left with a known chance.
///
/// The weights of S. Farquhar, Y. Gal and T. Rainforth, "On Statistical Bias In Active Learning: How
/// and When To Fix It", ICLR (2021), eq. 7, make the mean unbiased although the choice followed what was
/// already known; J. Kossen, S. Farquhar, Y. Gal and T. Rainforth, "Active Testing: Sample-Efficient
/// Model Evaluation", ICML (2021), eq. 2.
package struct SequentialSample: Sendable {
  /// Something that was taken, and how likely that was.
  package struct Element: Hashable, Sendable {
    /// What was found.
    package let value: Double

    /// The probability with which it was the next to be taken of what was left, above 0.
    package let probability: Double

    /// Nothing comes with a probability of 0.
    package init(value: Double, probability: Double) {
      precondition(probability > 0 && probability <= 1, "a choice that could not be")
      self.value = value
      self.probability = probability
    }
  }

  /// In the order in which they were taken.
  package let elements: [Element]

  /// How many there were to take.
  package let population: Int

  /// No more were taken than there are.
  package init(_ elements: [Element], population: Int) {
    precondition(elements.count <= population, "more taken than there are")
    self.elements = elements
    self.population = population
  }

  /// vₘ = 1 + (N − M)/(N − m) · (1/((N − m + 1) qₘ) − 1) of the m-th of M; all 1 where every choice was
  /// uniform or everything was taken.
  package var weights: [Double] {
    let rest = Double(population - elements.count)
    return elements.enumerated().map { place, element in
      guard rest > 0 else { return 1 }
      let left = Double(population - place)
      return 1 + rest / (left - 1) * (1 / (left * element.probability) - 1)
    }
  }

  /// The mean over everything, Σvy/M. Undefined without elements.
  package var mean: Double? {
    guard !elements.isEmpty else { return nil }
    var sum = ExactSum()
    for (weight, element) in zip(weights, elements) { sum.add(weight * element.value) }
    return (sum.value / Double(elements.count)).finite
  }
  /// The mean over everything by what each choice alone tells, Σ(yₘ/(N qₘ) + sₘ/N)/M, with sₘ the sum of
  /// the values taken before: Farquhar et al. 2021, eq. 4.
  ///
  /// Unbiased too, but it does not settle once everything was taken. Undefined without elements.
  package var stepwiseMean: Double? {
    guard !elements.isEmpty else { return nil }
    var sum = ExactSum()
    let size = Double(population)
    for (place, element) in elements.enumerated() {
      sum.add(element.value / (size * element.probability))
      // Everything taken later counts this one again.
      sum.add(element.value * Double(elements.count - 1 - place) / size)
    }
    return (sum.value / Double(elements.count)).finite
  }
}
