import TestSupport
import Testing

@testable import Statistics

@Suite("Calibration")
struct CalibrationTests {
  private static func calibration(
    _ predictions: [(confidence: Double, outcome: Double)], bins: Int = 10
  ) -> Calibration {
    var calibration = Calibration(bins: bins)
    for (confidence, outcome) in predictions {
      calibration.add(confidence: confidence, outcome: outcome)
    }
    return calibration
  }

  @Test("is how far sureness and being right lie apart, weighted by the bins")
  func byHand() throws {
    let own = Self.calibration([(0.95, 1), (0.97, 0), (0.93, 1), (0.35, 0)])
    #expect(isClose(try #require(own.bins.expectedCalibrationError), (0.85 + 0.35) / 4))
    #expect(isClose(try #require(own.bins.maximumCalibrationError), 0.35))
    #expect(own.bins[9].count == 3)
    #expect(isClose(try #require(own.bins[9].gap), 2.0 / 3 - 0.95))
    let squares = 0.05 * 0.05 + 0.97 * 0.97 + 0.07 * 0.07 + 0.35 * 0.35
    #expect(isClose(try #require(own.brierScore), squares / 4))
    let product = 0.95 * 0.03 * 0.93 * 0.65
    #expect(isClose(try #require(own.logLoss), -Elementary.log(product) / 4))
  }

  @Test("puts a confidence at an end into the bin below it", arguments: [1, 5, 10, 15, 49, 100])
  func ends(bins: Int) {
    for place in 0...bins {
      let end = Double(place) / Double(bins)
      var calibration = Calibration(bins: bins)
      calibration.add(confidence: end, outcome: 1)
      #expect(calibration.bins[max(0, place - 1)].count == 1, "\(place) of \(bins)")
      if place < bins {
        calibration.add(confidence: end.nextUp, outcome: 1)
        #expect(calibration.bins[place].count == (place == 0 ? 2 : 1), "\(place) of \(bins)")
      }
    }
  }

  @Test("is perfect where each confidence is right as often as it says")
  func perfect() throws {
    let honest = (1...9).flatMap { tenths in
      (0..<10).map { (Double(tenths) / 10, $0 < tenths ? 1.0 : 0) }
    }
    let own = Self.calibration(honest.map { (confidence: $0.0, outcome: $0.1) })
    #expect(try #require(own.bins.expectedCalibrationError) < 1e-15)
  }

  @Test("is the same in any order, to the last digit")
  func order() {
    var random = SeededGenerator(seed: 3)
    var predictions = (0..<400).map { _ in
      (
        confidence: (Double.random(in: 0...1, using: &random) * 40).rounded() / 40,
        outcome: Bool.random(using: &random) ? 1.0 : 0
      )
    }
    let own = Self.calibration(predictions)
    let adaptive = AdaptiveBins(predictions).bins.expectedCalibrationError
    for _ in 0..<10 {
      predictions.shuffle(using: &random)
      let other = Self.calibration(predictions)
      #expect(own.bins.expectedCalibrationError == other.bins.expectedCalibrationError)
      #expect(own.brierScore == other.brierScore && own.logLoss == other.logLoss)
      #expect(AdaptiveBins(predictions).bins.expectedCalibrationError == adaptive)
    }
  }

  @Test("leaves out what is no confidence, and is undefined of nothing")
  func undefined() {
    let none = Self.calibration([(.nan, 1), (1.2, 1), (-0.1, 0), (0.5, .nan), (0.5, 2)])
    #expect(none.count == 0 && none.brierScore == nil && none.logLoss == nil)
    #expect(none.bins.expectedCalibrationError == nil)
    #expect(none.bins.maximumCalibrationError == nil)
    #expect(none.bins[0].accuracy == nil && none.bins[0].gap == nil)
    #expect(AdaptiveBins([(confidence: .nan, outcome: 1)]).bins.isEmpty)
    let impossible = Self.calibration([(1, 0), (0.5, 1)])
    #expect(impossible.logLoss == nil && impossible.brierScore == 0.625)
    #expect(Self.calibration([(1, 1), (0, 0)]).logLoss == 0)
  }

  @Test("in adaptive bins has as many predictions in each, though all are sure")
  func adaptive() throws {
    let sure = (0..<31).map { (confidence: 0.99 + Double($0) / 10_000, outcome: 1.0) }
    let bins = AdaptiveBins(sure, bins: 5).bins
    #expect(bins.map(\.count) == [6, 6, 6, 6, 7])
    for (bin, next) in zip(bins, bins.dropFirst()) {
      #expect(bin.range.upperBound < next.range.lowerBound)
    }
    #expect(AdaptiveBins(sure.prefix(3), bins: 5).bins.map(\.count) == [1, 1, 1])
    let two = [(confidence: 0.2, outcome: 0.0), (confidence: 0.4, outcome: 1.0)]
    let one = AdaptiveBins(two, bins: 1).bins
    #expect(isClose(try #require(one.expectedCalibrationError), 0.2))
  }
}
