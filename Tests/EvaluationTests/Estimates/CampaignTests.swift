import Predictions
import Reviewing
import TestSupport
import Testing

@testable import Evaluation

/// Whole campaigns over runs whose errors are known: how often the interval holds the truth.
@Suite("Campaigns over runs whose errors are known")
struct CampaignTests {
  /// A run and how many of it are drawn.
  struct Setting: Sendable, CustomTestStringConvertible {
    let name: String
    /// Of each tier how many items there are, and how many of them are wrong.
    let tiers: [(items: Int, wrong: Int)]
    let takes: [Int]
    /// The draw took its items by tier.
    var isStratified = true
    /// The run's own metric is right about this share of the items; absent where there is none.
    var metric: Double?

    var testDescription: String { name }

    var truth: Double {
      Double(tiers.reduce(0) { $0 + $1.wrong }) / Double(tiers.reduce(0) { $0 + $1.items })
    }
  }

  static let settings = [
    Setting(name: "three tiers", tiers: [(600, 18), (250, 45), (80, 32)], takes: [60, 25, 20]),
    Setting(
      name: "as many of each", tiers: [(900, 27), (300, 60), (60, 24)], takes: [40, 40, 40]),
    Setting(name: "a small tier", tiers: [(500, 60), (200, 50), (25, 12)], takes: [60, 30, 20]),
    Setting(
      name: "a tier of which one item is drawn", tiers: [(1000, 80), (500, 75), (6, 3)],
      takes: [66, 33, 1]),
    Setting(
      name: "without strata", tiers: [(700, 105), (100, 25), (30, 14)], takes: [40],
      isStratified: false),
    Setting(
      name: "a fifth of a small run", tiers: [(100, 12), (60, 15)], takes: [30],
      isStratified: false),
    Setting(name: "half a percent", tiers: [(1600, 4), (400, 6)], takes: [120, 40]),
    Setting(
      name: "half a percent without strata", tiers: [(2000, 10)], takes: [200],
      isStratified: false),
    Setting(
      name: "with a metric", tiers: [(600, 90), (300, 90), (100, 50)], takes: [70, 50, 40],
      metric: 0.85),
  ]

  @Test("an interval of 95 % holds the truth about as often as it says")
  func coverage() throws {
    let covered = Self.settings.map { setting in
      (setting.name, Self.coverage(of: setting, campaigns: 600))
    }
    for (name, share) in covered { #expect(share >= 0.91, "\(name): \(share)") }
    let mean = covered.reduce(0) { $0 + $1.1 } / Double(covered.count)
    #expect(mean >= 0.945 && mean <= 0.965, "\(mean): \(covered)")
  }

  @Test("who looks after every few reviews and stops when it suits is not misled")
  func earlyStopping() throws {
    var random = SeededGenerator(seed: 7)
    let setting = Self.settings[0]
    let campaigns = 200
    let covered = (0..<campaigns).count { _ in
      let order = Self.order(setting, &random)
      // Stops as soon as the interval lies on one side of what is allowed.
      let stop = stride(from: 30, to: order.count, by: 5).first { judged in
        Self.rate(setting, order, judged: judged).map { $0.high < 0.1 || $0.low > 0.1 } ?? false
      }
      let last = Self.rate(setting, order, judged: stop ?? order.count)
      return last.map { $0.low <= setting.truth && setting.truth <= $0.high } ?? false
    }
    #expect(Double(covered) / Double(campaigns) >= 0.94)
  }

  @Test("a tier of which one item is drawn hides no rate of a part where others were not looked at")
  func smallTier() throws {
    let setting = Setting(name: "", tiers: [(1000, 80), (500, 75), (6, 3)], takes: [66, 33, 1])
    var random = SeededGenerator(seed: 3)
    let estimator = Self.estimator(setting, Self.order(setting, &random), judged: 100)
    // Of the second tier's items in the part nobody looked at one.
    let rate = try #require(
      estimator.rate(.wrong, of: [100, 50, 2]) { $0.tier == 0 && $0.row < 30 })
    #expect(rate.n > 10)
    #expect(rate.unseen == 2)
    // Where tiers were drawn apart, a third that is unseen could be anything.
    let apart = Setting(name: "", tiers: setting.tiers, takes: [66, 10, 1])
    let other = Self.estimator(apart, Self.order(apart, &random), judged: 77)
    #expect(other.rate(.wrong, of: [100, 50, 2]) { $0.tier == 0 && $0.row < 30 } == nil)
  }

  private static func coverage(of setting: Setting, campaigns: Int) -> Double {
    var random = SeededGenerator(seed: UInt64(setting.truth * 1e6))
    let covered = (0..<campaigns).count { _ in
      let order = order(setting, &random)
      let rate = rate(setting, order, judged: order.count)
      return rate.map { $0.low <= setting.truth && setting.truth <= $0.high } ?? false
    }
    return Double(covered) / Double(campaigns)
  }

  private struct Drawn {
    let tier: Int
    let isWrong: Bool
    let result: RunCells.Result
  }

  /// What a draw takes, in the order in which it is judged.
  private static func order(
    _ setting: Setting, _ random: inout SeededGenerator
  ) -> [Drawn] {
    let tiers = setting.tiers.enumerated().map { tier, counts in
      (0..<counts.items).map { number in
        let isWrong = number < counts.wrong
        // The metric is mistaken about the same items in every campaign: it belongs to the run.
        let isRight = setting.metric.map { Double(number * 37 % 100) < $0 * 100 }
        let result = isRight.map { $0 == isWrong ? RunCells.Result.incorrect : .correct } ?? .none
        return Drawn(tier: tier, isWrong: isWrong, result: result)
      }
    }
    guard setting.isStratified else {
      return Array(tiers.joined().shuffled(using: &random).prefix(setting.takes[0]))
    }
    let parts = zip(tiers, setting.takes).map { items, take in
      items.shuffled(using: &random).prefix(take).enumerated().map { place, item in
        (progress: (Double(place) + 0.5) / Double(take), item: item)
      }
    }
    return parts.joined().sorted { $0.progress < $1.progress }.map(\.item)
  }

  private static func rate(_ setting: Setting, _ order: [Drawn], judged: Int) -> Rate? {
    estimator(setting, order, judged: judged).rate(.wrong)
  }

  private static func estimator(
    _ setting: Setting, _ order: [Drawn], judged: Int
  ) -> RunEstimator {
    let items = order.prefix(judged).enumerated().map { row, drawn in
      RunSample.Item(
        row: row, tier: drawn.tier, result: drawn.result, score: nil, confidence: .nan,
        segments: SegmentCodes(count: 0), value: drawn.isWrong ? wrong : ok)
    }
    var missing = setting.tiers.map { _ in 0 }
    for drawn in order.dropFirst(judged) { missing[drawn.tier] += 1 }
    let cells = RunCells(
      tiers: setting.tiers.indices.map { Tier(name: "level \($0)") },
      counts: counts(of: setting))
    let sample = RunSample(
      items: Array(items), missing: missing, isStratified: setting.isStratified)
    return RunEstimator(cells, sample)
  }

  private static func counts(of setting: Setting) -> [[Int]] {
    setting.tiers.map { counts in
      var numbers = RunCells.Result.allCases.map { _ in 0 }
      guard let metric = setting.metric else {
        numbers[RunCells.Result.none.rawValue] = counts.items
        return numbers
      }
      for number in 0..<counts.items {
        let isRight = Double(number * 37 % 100) < metric * 100
        let result: RunCells.Result = isRight == (number < counts.wrong) ? .incorrect : .correct
        numbers[result.rawValue] += 1
      }
      return numbers
    }
  }

  private static let wrong = value(.wrong)
  private static let ok = value(.ok)

  private static func value(_ verdict: Verdict) -> ItemValue {
    let digest = ContentDigest(of: "x".utf8)
    let review = CurrentReview(
      id: EventID(high: 1, low: 1), at: ReviewedRun.now, by: "ada", seq: 1,
      review: Review(verdict: verdict), hasComment: false,
      item: ReviewedItem(content: digest, input: digest, key: "x", run: nil, file: "x"),
      context: ReviewContext())
    guard let value = ItemValue([review]) else { preconditionFailure("a review has a value") }
    return value
  }
}
