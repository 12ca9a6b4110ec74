import Predictions
import Reviewing
import TestSupport
import Testing

@testable import Evaluation

@Suite("Agreement")
struct AgreementTests {
  private static func votes(_ rows: [String], drawn: Bool = true) -> [ReviewerVotes] {
    let verdicts: [Character: Verdict] = ["o": .ok, "w": .wrong, "i": .unsure]
    return rows.enumerated().map { row, letters in
      ReviewerVotes(
        row: row,
        votes: zip(["ada", "lin", "max"], letters).compactMap { name, letter in
          verdicts[letter].map {
            ReviewerVotes.Vote(reviewer: name, verdict: $0, isUpset: false)
          }
        }, settled: nil, isDrawn: drawn)
    }
  }

  @Test("the coefficients are those of the table of what two reviewers say")
  func twoReviewers() throws {
    // 20 both ok, 15 both wrong, 5 and 10 apart: observed .7, expected .5, kappa .4.
    let votes = Self.votes(
      Array(repeating: "oo", count: 20) + Array(repeating: "ww", count: 15)
        + Array(repeating: "ow", count: 5) + Array(repeating: "wo", count: 10))
    let agreement = Agreement(votes)
    #expect(agreement.items == 50)
    #expect(agreement.agreed == 0.7)
    let pair = try #require(agreement.pairs.first)
    #expect(agreement.pairs.count == 1)
    #expect(pair.items == 50)
    #expect(abs(try #require(pair.cohen).value - 0.4) < 1e-12)
    #expect(agreement.fleiss != nil)
    #expect(agreement.krippendorff != nil)
    #expect(agreement.gwet != nil)
  }

  @Test("gaps are left to alpha and AC1; Fleiss asks for as many reviews of each")
  func gaps() {
    let agreement = Agreement(Self.votes(["oow", "oo-", "-ww", "ooo"]))
    #expect(agreement.fleiss == nil)
    #expect(agreement.krippendorff != nil)
    #expect(agreement.pairs.map(\.items) == [3, 3, 2])
    #expect(agreement.pairs.map(\.first) == ["ada", "lin", "ada"])
    #expect(agreement.leftOutPairs == 0)
  }

  @Test("where everybody always says the same, coefficients are undefined")
  func undefined() {
    let agreement = Agreement(Self.votes(["oo", "oo", "oo"]))
    #expect(agreement.agreed == 1)
    #expect(agreement.krippendorff == nil)
    #expect(agreement.pairs.first?.cohen == nil)
  }

  @Test("of very many reviewers the pairs with most items in common are told, and how many are not")
  func crowd() {
    let names = (0..<300).map { "r\($0)" }.sorted()
    let votes = (0..<2).map { row in
      // The second item was judged by the last three only.
      ReviewerVotes(
        row: row,
        votes: (row == 0 ? names : names.suffix(3)).map {
          ReviewerVotes.Vote(reviewer: $0, verdict: .ok, isUpset: false)
        }, settled: nil, isDrawn: true)
    }
    let agreement = Agreement(votes)
    #expect(agreement.reviewers.count == 300)
    #expect(agreement.pairs.count == 200)
    #expect(agreement.leftOutPairs == 300 * 299 / 2 - 200)
    #expect(agreement.pairs.prefix(4).map(\.items) == [2, 2, 2, 1])
    let last = Set(names.suffix(3))
    #expect(Set(agreement.pairs.prefix(3).flatMap { [$0.first, $0.second] }) == last)
  }

  @Test("pairs that nobody drew are told apart, and settled disagreements come last")
  func report() throws {
    let plain = try DrawnRun(rows: 0..<400)
    let sample = try plain.draw(40)
    let keys = plain.keys(sample)
    let undrawn = try #require((0..<400).map { "r\($0)" }.first { !keys.contains($0) })
    let both = { (run: ReviewedRun, key: String, one: Verdict, other: Verdict) in
      [
        run.review(key, by: "ada", Review(verdict: one)),
        run.review(key, by: "lin", Review(verdict: other)),
      ]
    }
    let reviewed = try DrawnRun(rows: 0..<400) { run in
      [ReviewedRun.Deed(by: "ada", daysAgo: 2, body: .draw(sample.draw))]
        + both(run, keys[0], .ok, .wrong) + both(run, keys[1], .ok, .ok)
        + both(run, keys[2], .wrong, .unsure) + both(run, undrawn, .ok, .wrong)
        + [run.deed(keys[0], by: "max", daysAgo: 0, .resolve(Review(verdict: .wrong)))]
    }
    let context = reviewed.context
    let votes = try ReviewerVotes.find(matching: nil, in: context)
    let report = AgreementReport(votes, in: context)
    #expect(report.reviewers == ["ada", "lin"])
    #expect(report.drawn.map(\.about) == ["verdict", "upsetting"])
    #expect(report.drawn.first?.items == 3)
    #expect(report.otherPairs.first?.items == 1)
    // Nobody flagged anything: so little variety says nothing of how sure a coefficient is.
    let upsetting = try #require(report.drawn.last?.ac1)
    #expect(upsetting.value == 1 && upsetting.low == nil && upsetting.high == nil)
    #expect(report.open == 2)
    #expect(Set(report.disagreements.prefix(2).map(\.key)) == [keys[2], undrawn])
    #expect(report.disagreements.last?.key == keys[0])
    #expect(report.disagreements.last?.settled == "wrong")
    // What is selected by what reviewers said says nothing of how often they agree.
    let disputed = try ReviewerVotes.find(matching: Query.parse("disputed"), in: context)
    #expect(disputed.count == 2 && disputed.allSatisfy { !$0.isDrawn })
    let easy = try ReviewerVotes.find(matching: Query.parse("tier:*"), in: context)
    #expect(easy == votes)
  }
}
