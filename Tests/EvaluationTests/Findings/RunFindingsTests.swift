import Foundation
import Predictions
import Reviewing
import TestSupport
import Testing

@testable import Evaluation

@Suite("What follows from a run's evaluation")
struct RunFindingsTests {
  private static let rows = (0..<400).map(DrawnRun.line)

  private static func number(_ key: String) -> Int { Int(key.dropFirst()) ?? 0 }

  /// Confidence of a row of ``DrawnRun``: six of ten are easy, one is hard.
  private static func isEasy(_ key: String) -> Bool {
    [0, 2, 3, 5, 7, 9].contains(number(key) % 10)
  }

  @Test("easy that is not cleaner than hard is said in words")
  func notCleaner() throws {
    let draw = try JudgedDraw(Self.rows, size: 120) { Self.isEasy($0) ? .wrong : .ok }
    let audit = try #require(try draw.findings().audit)
    #expect(audit.order == .notCleaner)
    #expect(
      audit.sentence == "easy is not cleaner than hard: 72 of 72 wrong against 0 of 12. "
        + "Leave nothing alone because it is called easy.")
  }

  @Test("easy that is cleaner by more than chance explains is called so")
  func cleaner() throws {
    let draw = try JudgedDraw(Self.rows, size: 120) { Self.isEasy($0) ? .ok : .wrong }
    let audit = try #require(try draw.findings().audit)
    #expect(audit.order == .cleaner)
    #expect(audit.low > 0 && audit.difference == 1)
    #expect(audit.trend.map { $0 < 0.001 } ?? false)
  }

  @Test("the widest safe cut is found, and testing stops where one fails")
  func automation() throws {
    // What is easy has a confidence of .95, and nothing else is right.
    let draw = try JudgedDraw(Self.rows, size: 200) { Self.isEasy($0) ? .ok : .wrong }
    let automation = try #require(try draw.findings().automation)
    #expect(automation.cuts.count == 10)
    #expect(automation.cuts.map(\.items).first == 0)
    #expect(automation.widest?.confidence == 0.8)
    #expect(automation.widest?.items == 240)
    #expect(automation.widest?.share == 0.6)
    let tested = automation.cuts.map(\.passes)
    #expect(tested == [nil, nil, true, true, true, true, false, nil, nil, nil])
    #expect(automation.widest?.upper.map { $0 < 0.05 } ?? false)
  }

  @Test("too few reviews to show anything leave every cut untested")
  func tooFew() throws {
    let draw = try JudgedDraw(Self.rows, size: 40) { _ in .ok }
    let automation = try #require(try draw.findings().automation)
    #expect(automation.needed == 59)
    #expect(automation.widest == nil)
    #expect(automation.cuts.allSatisfy { $0.passes == nil })
    let lax = try draw.findings(question: RunFindings.Question(leak: 0.2)).automation
    #expect(lax?.widest?.confidence == 0)
  }

  @Test("the worst segment comes first, and is called worse than the run")
  func worst() throws {
    let draw = try JudgedDraw(Self.rows, size: 120) { Self.number($0) % 3 == 2 ? .wrong : .ok }
    let worst = try draw.findings().worst
    #expect(worst.map(\.value).first == "APAC")
    #expect(worst.map(\.isWorse) == [true, false, false])
    #expect(worst.first?.wrong.rate == 1)
    // One of three intervals is wider than it were alone.
    let alone = try draw.findings().evaluation.segments.first { $0.slice.name == "APAC" }?.slice
    let low = try #require(alone?.rates[.wrong]?.low)
    #expect(try #require(worst.first?.wrong.low) < low)
  }

  @Test("says how many more reviews make an interval as narrow as wanted")
  func needed() throws {
    let draw = try JudgedDraw(Self.rows, size: 40) { Self.number($0) % 5 == 0 ? .wrong : .ok }
    let needed = try draw.findings(question: RunFindings.Question(margin: 0.05)).needed
    let run = try #require(needed.first)
    #expect(run.tier == nil && run.reviewed == 40)
    #expect(run.more > 40 && run.more < 200)
    let narrow = try #require(
      try draw.findings(question: RunFindings.Question(margin: 0.01)).needed.first)
    #expect(narrow.more > run.more && narrow.more <= 360)
  }

  @Test("so many more are enough for the interval to reach no further than wanted, one less is not")
  func eachSide() throws {
    let rows = (0..<600).map { #"{"id":"r\#($0)","input":"q\#($0)","output":"a"}"# }
    func findings(_ size: Int) throws -> RunFindings {
      try JudgedDraw(rows, size: size) { _ in .ok }.findings()
    }
    let more = try #require(try findings(30).needed.first?.more)
    let enough = try #require(try findings(30 + more).wrong)
    let less = try #require(try findings(30 + more - 1).wrong)
    #expect(enough.high <= 0.05 && less.high > 0.05)
  }

  @Test("calibration by verdicts counts tiers by their items, however many were drawn of each")
  func calibration() throws {
    let draw = try JudgedDraw(Self.rows, size: 90, share: .equal) {
      Self.isEasy($0) ? .ok : .wrong
    }
    let calibration = try #require(try draw.findings().calibration)
    let curve = try #require(calibration.verdicts)
    #expect(curve.n == 90)
    // 240 of .95 that are right, 120 of .7 and 40 of .3 that are wrong.
    #expect(abs(curve.error - (0.6 * 0.05 + 0.3 * 0.7 + 0.1 * 0.3)) < 1e-6)
    #expect(calibration.automatic?.n == 400)
    #expect(calibration.byVerdict.reduce(0) { $0 + $1.ok } == 30)
    #expect(calibration.byVerdict.reduce(0) { $0 + $1.wrong } == 60)
  }

  @Test("a confidence that ends a bin lies in it, and means are of the numbers in the file")
  func binEnds() throws {
    let rows = ["0.2", "0.4", "0.6", "0.8"].enumerated().map { place, number in
      #"{"id":"r\#(place)","input":"q\#(place)","output":"a","correct":true,"confidence":\#(number)}"#
    }
    let draw = try JudgedDraw(rows, size: 4) { _ in .ok }
    let calibration = try #require(try draw.findings().calibration)
    for curve in [calibration.automatic, calibration.verdicts] {
      let bins = try #require(curve).bins.filter { $0.n > 0 }
      #expect(bins.map(\.high) == [0.2, 0.4, 0.6, 0.8])
      #expect(bins.map(\.confidence) == [0.2, 0.4, 0.6, 0.8])
    }
    #expect(calibration.byVerdict.filter { $0.ok > 0 }.map(\.high) == [0.2, 0.4, 0.6, 0.8])
    var metrics = MetricEvaluator(draw.context)
    #expect(try metrics.measure(.calibrationError).value == 0.5)
  }

  @Test("two segments are crossed on request")
  func crossing() throws {
    let rows = Self.rows.enumerated().map { place, row in
      row.dropLast() + #","channel":"\#(place % 2 == 0 ? "app" : "web")"}"#
    }
    let draw = try JudgedDraw(rows.map(String.init), size: 120) { _ in .ok }
    let crossings = try draw.findings(
      question: RunFindings.Question(crossings: [["region", "channel"]])
    ).crossings
    #expect(crossings.count == 6)
    #expect(crossings.reduce(0) { $0 + $1.slice.items } == 400)
    #expect(crossings.reduce(0) { $0 + $1.slice.drawn } == 120)
    #expect(crossings.first?.slice.name == "EU × app")
  }
}

@Suite("Rates of what a query selects")
struct SelectedRatesTests {
  private static let rows = (0..<400).map(DrawnRun.line)

  @Test("a query about predictions narrows the sample and what it is of")
  func narrowed() throws {
    let draw = try JudgedDraw(Self.rows, size: 120) { _ in .wrong }
    let evaluation = try draw.findings(where: "region:EU").evaluation
    #expect(evaluation.items == 134)
    let wrong = try #require(evaluation.rates[.wrong])
    #expect(wrong.n == evaluation.found.judged)
    #expect(wrong.n > 20 && wrong.n < 60)
    #expect(evaluation.tiers.reduce(0) { $0 + $1.items } == 134)
  }

  @Test("a query about reviews picks what was found, so it has counts and no rates")
  func chosenByReviews() throws {
    let draw = try JudgedDraw(Self.rows, size: 120) { $0.hasSuffix("7") ? .wrong : .ok }
    let evaluation = try draw.findings(where: "verdict:wrong").evaluation
    #expect(evaluation.found.wrong > 0)
    #expect(evaluation.isChosenByReviews)
    #expect(evaluation.rates.isEmpty)
    #expect(evaluation.tiers.allSatisfy { $0.rates.isEmpty })
  }

  @Test("a small tier that nobody looked at widens the interval, and a large one leaves no rate")
  func unseen() throws {
    let strata = [
      Draw.Stratum(name: "easy", population: 240, take: 40),
      Draw.Stratum(name: "ambiguous", population: 120, take: 40),
    ]
    let draw = Draw(id: "d1", seed: "s", run: "v7", where: nil, planned: 80, strata: strata)
    func evaluation(_ rows: [String]) throws -> RunEvaluation {
      let text = rows.joined(separator: "\n")
      let plain = try ReviewedRun(rows: text)
      let sample = try #require(
        try DrawnSample.again(draw, in: SupportRun.context(plain), isCancelled: { false }))
      let drawn = sample.items.map { plain.store.prediction(at: $0.ticket.row) }
      let run = try ReviewedRun(rows: text) { _ in
        [ReviewedRun.Deed(by: "ada", daysAgo: 2, item: nil, body: .draw(draw))]
          + drawn.map {
            ReviewedRun.Deed(
              by: "ada", daysAgo: 1, item: ReviewedRun.item($0),
              body: .review(Review(verdict: .ok)))
          }
      }
      return RunEvaluator(SupportRun.context(run)).evaluation(run.ledger.book)
    }
    let wrong = try #require(try evaluation(Self.rows).rates[.wrong])
    #expect(wrong.unseen == 40)
    #expect(wrong.rate == 0 && wrong.n == 80)
    #expect(wrong.high > 0.1 && wrong.high < 0.2)
    let hard = (400..<600).map { DrawnRun.line($0 * 10 + 4) }
    #expect(try evaluation(Self.rows + hard).rates[.wrong] == nil)
  }
}

@Suite("Rates from verdicts and grades together")
struct GradedRateTests {
  /// Answers with a grade from 0 to 1 that foresees most verdicts.
  private static let rows = (0..<600).map { number in
    let grade = number % 4 == 0 ? 0.1 : 0.9
    return #"{"id":"r\#(number)","input":"q \#(number)","output":"a","score":\#(grade),"run":"v7"}"#
  }

  private static func verdict(_ key: String) -> Verdict {
    let number = Int(key.dropFirst()) ?? 0
    let isBad = number % 4 == 0
    return (number % 7 == 1 ? !isBad : isBad) ? .wrong : .ok
  }

  @Test("a grade of every item narrows the interval of the run")
  func graded() throws {
    let findings = try JudgedDraw(Self.rows, size: 150, verdict: Self.verdict).findings()
    let powered = try #require(findings.wrong)
    let plain = try #require(findings.evaluation.rates[.wrong])
    #expect(powered.method == .predictionPowered)
    #expect(plain.method == .modifiedWilson)
    #expect(powered.n == 150)
    #expect(powered.high - powered.low < plain.high - plain.low)
    #expect(powered.low < 0.32 && powered.high > 0.3)
  }

  @Test("too few verdicts leave the plain rate")
  func tooFew() throws {
    let findings = try JudgedDraw(Self.rows, size: 99, verdict: Self.verdict).findings()
    #expect(findings.wrong?.method == .modifiedWilson)
  }

  @Test("grades that people never contradict leave the plain rate")
  func noDisagreement() throws {
    let findings = try JudgedDraw(Self.rows, size: 150) {
      (Int($0.dropFirst()) ?? 0) % 4 == 0 ? .wrong : .ok
    }.findings()
    #expect(findings.wrong?.method == .modifiedWilson)
  }
}
