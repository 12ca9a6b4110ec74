import Evaluation
import Predictions
import Reviewing
import TestSupport
import Testing

@Suite("Rates weighted by a field")
struct WeightedEstimateTests {
  /// Every tenth row gets ten times the traffic; every twentieth does not say.
  private static let rows = (0..<200).map { number in
    let traffic = number % 20 == 19 ? "null" : number % 10 == 0 ? "10" : "1"
    return #"{"id":"r\#(number)","input":"q\#(number)","output":"a\#(number)","#
      + #""confidence":\#(number % 4 == 0 ? 0.3 : 0.95),"traffic":\#(traffic),"#
      + #""usage":{"cost":"\#(number % 3).5"}}"#
  }

  private static func number(_ key: String) -> Int { Int(key.dropFirst()) ?? 0 }

  private static func estimate(
    _ size: Int, by field: String, judged: Int? = nil, wrong: @escaping (Int) -> Bool
  ) throws -> WeightedEstimate {
    let draw = try JudgedDraw(rows, size: size, judged: judged) { key in
      wrong(number(key)) ? .wrong : .ok
    }
    return try WeightedEstimate(of: draw.findings().evaluation, by: field, in: draw.context)
  }

  @Test("of a run that was judged whole it is the share of the weight")
  func whole() throws {
    let estimate = try Self.estimate(200, by: "traffic") { $0 % 10 == 0 }
    let wrong = try #require(estimate.wrong)
    #expect(estimate.field == "traffic")
    #expect(abs(wrong.rate - 200.0 / 370) < 1e-12)
    #expect(wrong.low == wrong.rate && wrong.high == wrong.rate)
    #expect(wrong.n == 200 && wrong.method == .weighted)
    #expect(estimate.without == 10)
    #expect(estimate.upsetting?.rate == 0)
  }

  @Test("of a draw it has an interval, wider where weights differ, and so far until it is finished")
  func drawn() throws {
    let estimate = try Self.estimate(80, by: "traffic") { $0 % 10 == 0 }
    let wrong = try #require(estimate.wrong)
    #expect(wrong.low < 200.0 / 370 && wrong.high > 200.0 / 370)
    #expect(!wrong.isSoFar)
    let even = try #require(try Self.estimate(80, by: "cost") { $0 % 10 == 0 }.wrong)
    #expect(even.high - even.low < wrong.high - wrong.low)
    let begun = try #require(
      try Self.estimate(80, by: "traffic", judged: 60) { $0 % 10 == 0 }.wrong)
    #expect(begun.isSoFar)
  }

  @Test("a field that is not there, or that weighs nothing, gives no rate")
  func missing() throws {
    #expect(throws: QueryError.self) { try Self.estimate(80, by: "trafic") { _ in false } }
    let texts = try Self.estimate(80, by: "output") { _ in false }
    #expect(texts.wrong == nil && texts.upsetting == nil)
    #expect(texts.without == 80)
  }
}
