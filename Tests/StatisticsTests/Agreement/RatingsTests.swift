import TestSupport
import Testing

@testable import Statistics

@Suite("Agreement of many raters")
struct RatingsTests {
  /// Ratings that agree more than chance would, some of them missing.
  static func random(seed: UInt64, items: Int, raters: Int, categories: Int) -> [[Int?]] {
    var random = SeededGenerator(seed: seed)
    return (0..<items).map { _ in
      let truth = Int.random(in: 0..<categories, using: &random)
      return (0..<raters).map { _ in
        if Double.random(in: 0..<1, using: &random) < 0.2 { return nil }
        let isRight = Double.random(in: 0..<1, using: &random) < 0.6
        return isRight ? truth : Int.random(in: 0..<categories, using: &random)
      }
    }
  }

  @Test("of two is that of their table")
  func twoRaters() throws {
    let pairs = [(0, 0), (0, 1), (1, 1), (2, 1), (2, 2), (0, 0), (1, 1), (2, 0), (1, 2), (0, 0)]
    let table = RatingTable(pairs, categories: 3)
    let ratings = Ratings(pairs.map { [$0.0, $0.1] }, categories: 3)
    let both = [
      (ratings.fleiss(), table.scott()), (ratings.gwet(), table.gwet()),
      (ratings.conger(), table.cohen()), (ratings.brennanPrediger(), table.brennanPrediger()),
      (ratings.krippendorff(.nominal), table.krippendorff()),
      (ratings.conger(weights: .linear), table.cohen(weights: .linear)),
    ]
    for (raw, other) in both {
      let one = try #require(raw)
      let two = try #require(other)
      #expect(isClose(one.value, two.value))
      let error = try #require(one.estimate.standardError)
      // Of a sample's variance the one divides by n and the other by n - 1.
      let expected = try #require(two.estimate.standardError) * (10.0 / 9).squareRoot()
      #expect(isClose(error, expected))
    }
  }

  @Test(
    "by alpha is one minus observed over expected disagreement of all pairs",
    arguments: [1, 2, 3] as [UInt64])
  func alphaByDefinition(seed: UInt64) throws {
    let items = Self.random(seed: seed, items: 15, raters: 4, categories: 4)
    let values = [1.0, 2, 5, 7]
    let given = items.map { $0.compactMap { $0 } }.filter { $0.count > 1 }
    let all = given.flatMap { $0 }
    func between(_ k: Int, _ l: Int) -> Double {
      let inner = all.count { $0 > min(k, l) && $0 < max(k, l) }
      return Double(inner) + Double(all.count { $0 == k } + all.count { $0 == l }) / 2
    }
    let scales: [(MeasurementScale, (Int, Int) -> Double)] = [
      (.nominal, { $0 == $1 ? 0 : 1 }),
      (.ordinal, { $0 == $1 ? 0 : between($0, $1) * between($0, $1) }),
      (.interval(values), { (values[$0] - values[$1]) * (values[$0] - values[$1]) }),
      (
        .ratio(values),
        { k, l in
          let share = (values[k] - values[l]) / (values[k] + values[l])
          return share * share
        }
      ),
    ]
    for (scale, distance) in scales {
      let observed = given.reduce(0) { sum, ratings in
        let pairs = ratings.reduce(0) { inner, one in
          ratings.reduce(inner) { $0 + distance(one, $1) }
        }
        return sum + pairs / Double(ratings.count - 1)
      }
      let expected = all.reduce(0) { sum, one in all.reduce(sum) { $0 + distance(one, $1) } }
      let alpha = 1 - Double(all.count - 1) * observed / expected
      let computed = Ratings(items, categories: 4).krippendorff(scale)
      #expect(isClose(try #require(computed).value, alpha, within: 1e-10))
    }
  }

  @Test("does not depend on the order of items, raters or categories")
  func symmetric() throws {
    let items = Self.random(seed: 9, items: 40, raters: 3, categories: 3)
    let own = Ratings(items, categories: 3)
    let others = [
      Ratings(items.reversed(), categories: 3),
      Ratings(items.map { [$0[2], $0[0], $0[1]] }, categories: 3),
      Ratings(items.map { $0.map { $0.map { ($0 + 1) % 3 } } }, categories: 3),
    ]
    let kinds: [(Ratings) -> AgreementCoefficient?] = [
      { $0.fleiss() }, { $0.gwet() }, { $0.conger() }, { $0.krippendorff(.nominal) },
    ]
    for kind in kinds {
      let coefficient = try #require(kind(own))
      for other in others {
        let same = try #require(kind(other))
        #expect(isClose(same.value, coefficient.value))
        let error = try #require(coefficient.estimate.standardError)
        #expect(isClose(try #require(same.estimate.standardError), error))
      }
    }
  }

  @Test("by alpha counts no items with a single rating")
  func singles() throws {
    let items: [[Int?]] = [[0, 0], [1, 1], [0, 1], [0, 0]]
    let own = try #require(Ratings(items, categories: 2).krippendorff(.nominal))
    let more = Ratings(items + [[1, nil], [nil, nil]], categories: 2)
    let same = try #require(more.krippendorff(.nominal))
    #expect(own.value == same.value && own.items == 4 && same.items == 4)
    #expect(more.pairable == 4)
  }

  @Test("is undefined without pairs, of one category, or where nothing varies")
  func undefined() {
    for items in [[], [[0, nil], [nil, 1]], [[nil, nil]]] as [[[Int?]]] {
      let ratings = Ratings(items, categories: 2)
      #expect(ratings.agreement() == nil && ratings.fleiss() == nil && ratings.gwet() == nil)
      #expect(ratings.conger() == nil && ratings.krippendorff(.nominal) == nil)
      #expect(ratings.fleissTest == nil && ratings.brennanPrediger() == nil)
    }
    let same = Ratings([[0, 0], [0, 0]], categories: 2)
    #expect(same.fleiss() == nil && same.conger() == nil && same.fleissTest == nil)
    #expect(same.krippendorff(.nominal) == nil && same.krippendorff(.ordinal) == nil)
    #expect(same.fleissKappa(of: 0) == nil && same.fleissKappa(of: 1) == nil)
    #expect(same.agreement() == 1 && same.gwet()?.value == 1)
    #expect(Ratings([[0, 0]], categories: 1).gwet() == nil)
    let lone = Ratings([[0, 1]], categories: 2).fleiss()
    #expect(lone?.value == -1 && lone?.estimate.standardError == nil && lone?.interval() == nil)
    #expect(Ratings(counts: [[2, 1]], categories: 2).conger() == nil)
    let silent: [[Int?]] = [[0, 1, nil], [1, 1, nil]]
    #expect(Ratings(silent, categories: 2).conger() == nil)
  }

  @Test("its standard errors are those of leaving out one item at a time")
  func jackknife() throws {
    let items = Self.random(seed: 4, items: 120, raters: 4, categories: 3)
    let kinds: [(Ratings) -> AgreementCoefficient?] = [
      { $0.fleiss() }, { $0.fleiss(weights: .quadratic) }, { $0.gwet() }, { $0.conger() },
      { $0.krippendorff(.nominal) }, { $0.krippendorff(.interval([1, 2, 3])) },
    ]
    for kind in kinds {
      let own = try #require(kind(Ratings(items, categories: 3)))
      var left = Moments()
      for index in items.indices {
        var fewer = items
        fewer.remove(at: index)
        left.add(try #require(kind(Ratings(fewer, categories: 3))).value)
      }
      let variance = try #require(left.populationVariance) * Double(items.count - 1)
      #expect(
        isClose(try #require(own.estimate.standardError), variance.squareRoot(), within: 0.06))
    }
  }

  @Test("in all is that of each category, weighted by p(1 - p)")
  func categories() throws {
    let ratings = Ratings(counts: [[3, 1, 0], [0, 2, 2], [4, 0, 0], [1, 1, 2]], categories: 3)
    let shares = [8.0 / 16, 4.0 / 16, 4.0 / 16]
    let weights = shares.map { $0 * (1 - $0) }
    let own = try (0..<3).map { try #require(ratings.fleissKappa(of: $0)) }
    let mean = zip(weights, own).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    #expect(isClose(try #require(ratings.fleiss()).value, mean))
    #expect(try #require(ratings.fleissTest).p > 0.05)
    #expect(Ratings([[0, 0, 1], [1, nil, 1]], categories: 2).fleissTest == nil)
  }
}
