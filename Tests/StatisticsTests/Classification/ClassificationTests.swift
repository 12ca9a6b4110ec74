import TestSupport
import Testing

@testable import Statistics

@Suite("Yes and no")
struct ClassificationTests {
  @Test("counted as by hand")
  func byHand() throws {
    var counts = BinaryCounts()
    for (predicted, actual, times) in [
      (true, true, 6), (true, false, 2), (false, true, 3), (false, false, 9),
    ] {
      for _ in 0..<times { counts.add(predicted: predicted, actual: actual) }
    }
    #expect(counts.accuracy == 0.75 && counts.precision == 0.75)
    #expect(isClose(try #require(counts.recall), 2.0 / 3))
    #expect(isClose(try #require(counts.f1), 12.0 / 17))
    #expect(isClose(try #require(counts.balancedAccuracy), (2.0 / 3 + 9.0 / 11) / 2))
    #expect(isClose(try #require(counts.matthewsCorrelation), 48 / 9504.0.squareRoot()))
  }

  @Test("without what they divide by are absent")
  func undefined() {
    let none = BinaryCounts()
    #expect(none.accuracy == nil && none.precision == nil && none.recall == nil)
    #expect(none.f1 == nil && none.balancedAccuracy == nil && none.matthewsCorrelation == nil)
    var sure = BinaryCounts()
    sure.add(predicted: false, actual: false)
    #expect(sure.accuracy == 1 && sure.specificity == 1 && sure.precision == nil)
    #expect(sure.f1 == nil && sure.balancedAccuracy == nil)
  }

  @Test("ranked by scores, the area is the share of pairs in the right order", arguments: 1...5)
  func area(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let predictions = (0..<60).map { _ in
      (
        score: Double(Int.random(in: 0...12, using: &random)),
        isPositive: Bool.random(using: &random)
      )
    }
    var right = 0.0
    var pairs = 0.0
    for one in predictions where one.isPositive {
      for other in predictions where !other.isPositive {
        pairs += 1
        right += one.score > other.score ? 1 : one.score == other.score ? 0.5 : 0
      }
    }
    let ranking = ScoreRanking(predictions)
    #expect(isClose(try #require(ranking.areaUnderCurve), right / pairs))
    let turned = ScoreRanking(predictions.map { (score: -$0.score, isPositive: $0.isPositive) })
    #expect(isClose(try #require(turned.areaUnderCurve), 1 - right / pairs))
  }

  @Test("ranked by scores, the precision is averaged over what is found")
  func averagePrecision() throws {
    let ranking = ScoreRanking([
      (score: 0.9, isPositive: true), (score: 0.8, isPositive: false),
      (score: 0.7, isPositive: true), (score: 0.7, isPositive: false),
      (score: 0.1, isPositive: false),
    ])
    #expect(isClose(try #require(ranking.averagePrecision), (1 + 2.0 / 4) / 2))
    #expect(ScoreRanking([(score: 0.9, isPositive: true)]).averagePrecision == 1)
    #expect(ScoreRanking([(score: 0.9, isPositive: true)]).areaUnderCurve == nil)
    #expect(ScoreRanking([(score: 0.9, isPositive: false)]).averagePrecision == nil)
    #expect(ScoreRanking([(score: .nan, isPositive: true)]).averagePrecision == nil)
  }
}
