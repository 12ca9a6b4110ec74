import TestSupport
import Testing

@testable import Statistics

/// R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven
/// methods", Statistics in Medicine 17 (1998), Table I.
@Suite("Intervals of one proportion")
struct ProportionTests {
  typealias Method = @Sendable (Proportion) -> Interval?

  struct Published: Sendable {
    let name: String
    let method: Method
    /// Of 81 in 263, 15 in 148, 0 in 20 and 1 in 29.
    let limits: [(low: Double, high: Double)]
  }

  static let published = [
    Published(
      name: "wald", method: { $0.wald() },
      limits: [(0.2522, 0.3638), (0.0527, 0.1500), (0, 0), (0, 0.1009)]),
    Published(
      name: "wilson", method: { $0.wilson() },
      limits: [(0.2553, 0.3662), (0.0624, 0.1605), (0, 0.1611), (0.0061, 0.1718)]),
    Published(
      name: "wilson with continuity correction", method: { $0.wilsonContinuityCorrected() },
      limits: [(0.2535, 0.3682), (0.0598, 0.1644), (0, 0.2005), (0.0018, 0.1963)]),
    Published(
      name: "clopper and pearson", method: { $0.clopperPearson() },
      limits: [(0.2527, 0.3676), (0.0578, 0.1617), (0, 0.1684), (0.0009, 0.1776)]),
    Published(
      name: "mid-p", method: { $0.midP() },
      limits: [(0.2544, 0.3658), (0.0601, 0.1581), (0, 0.1391), (0.0017, 0.1585)]),
  ]

  @Test("are the published ones", arguments: published)
  func publishedLimits(_ published: Published) throws {
    let samples = [(81, 263), (15, 148), (0, 20), (1, 29)]
    for (sample, limits) in zip(samples, published.limits) {
      let proportion = Proportion(events: Double(sample.0), of: sample.1)
      let interval = try #require(published.method(proportion))
      #expect(isPrinted(interval.low, limits.low, decimals: 4), "\(published.name) of \(sample)")
      #expect(isPrinted(interval.high, limits.high, decimals: 4), "\(published.name) of \(sample)")
    }
  }

  static let unpublished: [(name: String, method: Method)] = [
    ("modified wilson", { $0.modifiedWilson() }), ("jeffreys", { $0.jeffreys() }),
    ("jeffreys, equal-tailed", { $0.jeffreysEqualTailed() }),
    ("agresti and coull", { $0.agrestiCoull() }),
  ]

  static var methods: [(name: String, method: Method)] {
    published.map { (name: $0.name, method: $0.method) } + unpublished
  }

  @Test("lie within 0 and 1, hold the rate, and mirror when events and the rest change places")
  func mirror() throws {
    for (name, method) in Self.methods {
      for trials in [2, 3, 7, 100, 1_000_000_000] {
        for events in [0, 0.5, 1, Double(trials) / 3, Double(trials) / 2, Double(trials)] {
          let proportion = Proportion(events: events, of: trials)
          let interval = try #require(method(proportion))
          let mirrored = try #require(method(proportion.complement))
          let rate = try #require(proportion.rate)
          #expect(
            interval.low >= 0 && interval.high <= 1 && interval.low <= interval.high, "\(name)")
          #expect(
            abs(interval.low - (1 - mirrored.high)) < 1e-12, "\(name): \(events) of \(trials)")
          #expect(
            abs(interval.high - (1 - mirrored.low)) < 1e-12, "\(name): \(events) of \(trials)")
          if !name.hasPrefix("jeffreys,") { #expect(interval.contains(rate), "\(name)") }
        }
      }
    }
  }

  @Test("never move back while events grow, whole or not")
  func monotone() throws {
    for (name, method) in Self.methods where name != "wald" {
      for trials in [5, 20, 60] {
        let intervals = try (0...trials * 4).map {
          try #require(method(Proportion(events: Double($0) / 4, of: trials)))
        }
        for (one, next) in zip(intervals, intervals.dropFirst()) {
          #expect(one.low <= next.low + 1e-12 && one.high <= next.high + 1e-12, "\(name)")
        }
      }
    }
  }

  @Test("grow with the confidence")
  func nested() throws {
    let proportion = Proportion(events: 3, of: 40)
    let intervals = [0.8, 0.95, 0.997].map { proportion.modifiedWilson(confidence: $0) }
    let widths = try intervals.map { try #require($0).width }
    #expect(widths[0] < widths[1] && widths[1] < widths[2])
  }

  @Test("of a billion trials are finite and move on with every event")
  func billionMonotone() throws {
    for (name, method) in Self.methods where name != "wald" {
      let intervals = try [0, 1, 2, 3, 4, 10, 1e5, 5e8, 999_999_999, 1e9].map {
        try #require(method(Proportion(events: $0, of: 1_000_000_000)))
      }
      for (one, next) in zip(intervals, intervals.dropFirst()) {
        #expect(one.low <= next.low && one.high <= next.high, "\(name)")
      }
      #expect(intervals.allSatisfy { $0.low.isFinite && $0.high.isFinite }, "\(name)")
    }
  }

  @Test("are undefined without trials")
  func undefined() {
    let none = Proportion(events: 0, of: 0)
    #expect(none.rate == nil)
    for (_, method) in Self.methods { #expect(method(none) == nil) }
    #expect(none.exactUpperBound() == nil && none.hypergeometric() == nil)
    #expect(none.zTest(against: 0.5) == nil && none.binomialTest(against: 0.5) == nil)
  }

  @Test("of a billion trials keep the digits of what is next to 0")
  func billion() throws {
    let one = Proportion(events: 1, of: 1_000_000_000)
    let exact = try #require(one.clopperPearson())
    #expect(isClose(exact.low, 2.5317807983969396e-11))
    #expect(isClose(exact.high, 5.5716433782031153e-9))
    let middle = try #require(one.midP())
    #expect(isClose(middle.low, 5.0020344835275894e-11))
    #expect(isClose(middle.high, 4.9318605145953701e-9))
    let score = try #require(one.wilson())
    #expect(isClose(score.low, 1.7652455495696288e-10, within: 1e-9))
    #expect(isClose(score.high, 5.664934243297439e-9, within: 1e-9))
  }
}
