import TestSupport
import Testing

@testable import Statistics

@Suite("Sums without rounding")
struct ExactSumTests {
  @Test("keep what a running sum loses")
  func cancellation() {
    #expect(ExactSum([1e100, 1, -1e100]).value == 1)
    #expect(ExactSum([Double](repeating: 0.1, count: 10)).value == 1)
    #expect(ExactSum([1, 1e-17, 1e-17, -1]).value == 2e-17)
    #expect(ExactSum([]).value == 0)
  }

  @Test("round once, to the nearer number, also from halfway")
  func rounding() {
    let half = Double.ulpOfOne / 2
    #expect(ExactSum([1, half]).value == 1)
    #expect(ExactSum([1, half, 1e-30]).value == 1 + Double.ulpOfOne)
    #expect(ExactSum([1, half, -1e-30]).value == 1)
  }

  @Test("are the same in any order, to the last digit", arguments: [1, 2, 3] as [UInt64])
  func order(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var numbers = (0..<500).map { _ in
      Double.random(in: -1...1, using: &random) * (Bool.random(using: &random) ? 1e-12 : 1e9)
    }
    let sum = ExactSum(numbers).value
    let variance = Moments(numbers).variance
    for _ in 0..<20 {
      numbers.shuffle(using: &random)
      #expect(ExactSum(numbers).value == sum)
      #expect(Moments(numbers).variance == variance)
    }
  }

  @Test("of numbers of every size cancel without a trace", arguments: [4, 5] as [UInt64])
  func everySize(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for left in [0, 1, -3.7, 1e-300, -.leastNonzeroMagnitude, .greatestFiniteMagnitude] {
      var numbers = (0..<200).map { _ in
        Double(
          sign: Bool.random(using: &random) ? .plus : .minus,
          exponent: Int.random(in: -1074...1000, using: &random),
          significand: Double.random(in: 1..<2, using: &random))
      }
      numbers = (numbers + numbers.map { -$0 } + [left]).shuffled(using: &random)
      #expect(ExactSum(numbers).value == left)
      var halves = ExactSum(numbers.prefix(150))
      halves.add(ExactSum(numbers.dropFirst(150)))
      #expect(halves.value == left && halves.negated.value == -left)
    }
  }

  @Test("of products keep the digits that a product rounds away")
  func products() {
    var sum = ExactSum()
    let x = 1 + Double.ulpOfOne
    sum.add(x, times: x)
    sum.add(-1)
    sum.add(-2 * Double.ulpOfOne)
    #expect(sum.value == Double.ulpOfOne * Double.ulpOfOne)
  }

  @Test("with numbers that are not finite are not finite")
  func special() {
    #expect(ExactSum([1, .nan]).value.isNaN)
    #expect(ExactSum([1, .infinity]).value == .infinity)
    #expect(ExactSum([.infinity, -.infinity]).value.isNaN)
    #expect(ExactSum([1e308, 1e308]).value == .infinity)
  }
}

@Suite("Moments")
struct MomentsTests {
  @Test("are those of the definition")
  func definition() throws {
    let moments = Moments([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(moments.mean == 5 && moments.populationVariance == 4 && moments.count == 8)
    #expect(isClose(try #require(moments.variance), 32.0 / 7))
    let pairs = PairedMoments([(1, 2), (2, 4), (3, 9)])
    #expect(isClose(try #require(pairs.populationCovariance), 7.0 / 3))
  }

  @Test("keep the spread of numbers that lie far from 0")
  func farAway() {
    #expect(Moments([1e9 + 1, 1e9 + 2, 1e9 + 3]).variance == 1)
    #expect(Moments([0.1, 0.1, 0.1]).variance == 0)
  }

  @Test("of two halves add up to those of the whole")
  func halves() {
    var first = Moments([0.1, 0.7])
    first.add(Moments([0.2, 0.9, 0.4]))
    let whole = Moments([0.1, 0.7, 0.2, 0.9, 0.4])
    #expect(first.mean == whole.mean && first.variance == whole.variance)
  }

  @Test("are undefined of too few numbers, and of numbers that are not finite")
  func undefined() {
    #expect(Moments().mean == nil && Moments().populationVariance == nil)
    #expect(Moments([3]).variance == nil && Moments([3]).populationVariance == 0)
    for number in [Double.nan, .infinity, 1e200] {
      #expect(Moments([1, number]).variance == nil)
    }
    #expect(Moments([1, .nan]).mean == nil)
    #expect(PairedMoments().populationCovariance == nil)
  }
}
