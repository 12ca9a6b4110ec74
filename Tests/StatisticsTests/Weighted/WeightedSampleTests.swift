import Testing

@testable import Statistics

@Suite("Samples with unequal chances")
struct WeightedSampleTests {
  private static let run = [(1.0, 0.9), (0, 0.3), (1, 0.2), (0, 0.6), (1, 0.5), (0, 0.1), (3, 0.7)]

  /// Every sample that could have come about, with its probability.
  private static func samples() -> [(probability: Double, sample: WeightedSample)] {
    (0..<(1 << run.count)).map { mask in
      var probability = 1.0
      var elements: [WeightedSample.Element] = []
      for (place, (value, chance)) in run.enumerated() {
        if mask >> place & 1 == 1 {
          probability *= chance
          elements.append(WeightedSample.Element(value: value, probability: chance))
        } else {
          probability *= 1 - chance
        }
      }
      return (probability, WeightedSample(elements))
    }
  }

  @Test("give the total and its variance on average over every sample that could be")
  func unbiased() throws {
    let truth = Self.run.reduce(0) { $0 + $1.0 }
    var mean = 0.0
    var square = 0.0
    var variance = 0.0
    for (probability, sample) in Self.samples() where !sample.elements.isEmpty {
      let total = try #require(sample.total)
      mean += probability * total.value
      square += probability * total.value * total.value
      let error = try #require(total.standardError)
      variance += probability * error * error
    }
    #expect(isClose(mean, truth))
    #expect(isClose(variance, square - truth * truth, within: 1e-10))
  }

  @Test("with equal chances are a plain mean")
  func equal() throws {
    let sample = WeightedSample(
      [1, 0, 0, 1, 1].map { WeightedSample.Element(value: $0, probability: 0.25) })
    #expect(isClose(try #require(sample.hajekMean).value, 0.6))
    #expect(isClose(try #require(sample.mean(population: 20)).value, 0.6))
    #expect(isClose(sample.effectiveSize, 5))
    let error = try #require(sample.hajekMean?.standardError)
    #expect(isClose(error, (0.75 * 0.24 / 5).squareRoot()))
  }

  @Test("by Hajek stay within the values, where the plain estimate need not")
  func bounded() throws {
    let sample = WeightedSample([
      WeightedSample.Element(value: 1, probability: 0.01),
      WeightedSample.Element(value: 1, probability: 0.9),
    ])
    #expect(try #require(sample.mean(population: 20)).value > 5)
    let mean = try #require(sample.hajekMean)
    #expect(isClose(mean.value, 1) && (mean.standardError ?? 1) < 1e-12)
    #expect(sample.effectiveSize > 1 && sample.effectiveSize < 1.03)
  }

  @Test("where everything was certain to come in are exact")
  func census() {
    let all = WeightedSample(Self.run.map { WeightedSample.Element(value: $0.0, probability: 1) })
    #expect(all.total?.value == 6 && all.total?.standardError == 0)
    #expect(all.hajekMean?.interval()?.width == 0)
  }

  @Test("are undefined without elements, and of values that are not finite")
  func undefined() {
    let none = WeightedSample([])
    #expect(none.total == nil && none.hajekMean == nil && none.mean(population: 4) == nil)
    #expect(none.effectiveSize == 0)
    let broken = WeightedSample([WeightedSample.Element(value: .nan, probability: 0.5)])
    #expect(broken.total == nil && broken.hajekMean == nil)
  }
}

@Suite("Samples that were chosen one after the other")
struct SequentialSampleTests {
  private static let values = [1.0, 0, 0, 5, 2]
  private static let appeal = [5.0, 1, 2, 9, 3]

  /// Every order in which so many can be taken, each next one in proportion to its appeal.
  private static func orders(
    taking count: Int, of left: [Int] = Array(0..<5)
  ) -> [(probability: Double, elements: [SequentialSample.Element])] {
    guard count > 0 else { return [(1, [])] }
    let sum = left.reduce(0) { $0 + appeal[$1] }
    return left.flatMap { chosen in
      let chance = appeal[chosen] / sum
      let element = SequentialSample.Element(value: values[chosen], probability: chance)
      return orders(taking: count - 1, of: left.filter { $0 != chosen }).map {
        (chance * $0.probability, [element] + $0.elements)
      }
    }
  }

  @Test("give the mean on average over every order that could be", arguments: 1...5)
  func unbiased(count: Int) throws {
    var mean = 0.0
    var stepwise = 0.0
    for (probability, elements) in Self.orders(taking: count) {
      let sample = SequentialSample(elements, population: 5)
      mean += probability * (try #require(sample.mean))
      stepwise += probability * (try #require(sample.stepwiseMean))
    }
    #expect(isClose(mean, 1.6) && isClose(stepwise, 1.6))
  }

  @Test("weigh everything alike where every choice was uniform, or everything was taken")
  func uniform() {
    let chances = [1 / 5.0, 1 / 4.0, 1 / 3.0]
    let sample = SequentialSample(
      chances.map { SequentialSample.Element(value: 1, probability: $0) }, population: 5)
    #expect(sample.weights.allSatisfy { isClose($0, 1) })
    let all = SequentialSample(
      [0.9, 1].map { SequentialSample.Element(value: 2, probability: $0) }, population: 2)
    #expect(all.weights == [1, 1] && all.mean == 2)
  }

  @Test("are undefined without elements")
  func undefined() {
    let none = SequentialSample([], population: 5)
    #expect(none.mean == nil && none.stepwiseMean == nil && none.weights == [])
  }
}
