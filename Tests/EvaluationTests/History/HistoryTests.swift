import Statistics
import Testing

@testable import Evaluation

@Suite("History")
struct HistoryTests {
  private static let line = #"""
    {"at":"2026-11-01T00:00:00.000Z","event":"metrics","later":{"a":[1]},"metrics":[{"metric":"accuracy","more":2,"n":300,"range":[0.9,null],"state":"left","value":0.75}],"run":"v7","v":1}
    """#

  @Test("a line is read as it was written, and says the same again")
  func roundTrip() throws {
    let rule = GuardrailRule(metric: .predictions, range: 10 ... .infinity, over: 14 * 86_400)
    let measurement = Measurement(.predictions, known: 3, n: nil, method: "count")
    var entry = HistoryEntry(.metrics, at: "2026-11-26T00:00:00.000Z")
    entry.metrics = [HistoryEntry.Value(GuardrailFinding(rule, measurement))]
    #expect(
      entry.line
        == #"{"at":"2026-11-26T00:00:00.000Z","event":"metrics","metrics":[{"method":"count","#
        + #""metric":"predictions","over":"14d","range":[10,null],"state":"left","value":3}],"v":1}"#
    )
    #expect(HistoryReading((entry.line + "\n").utf8).entries == [entry])
  }

  @Test("keys and events that are not known are no damage")
  func unknownKeys() {
    let text = Self.line + "\n" + #"{"at":"2026","event":"anything","x":1}"# + "\n"
    let reading = HistoryReading(text.utf8)
    #expect(reading.damage.isEmpty)
    #expect(reading.entries.map(\.run) == ["v7"])
    #expect(reading.entries[0].metrics?[0].range == [0.9, nil])
  }

  @Test("a damaged line is reported with its number and hides no other")
  func damage() {
    let text = ["nonsense", Self.line, #"{"event":"metrics"}"#, Self.line, #"{"at":"20"#]
    let reading = HistoryReading(text.joined(separator: "\n").utf8)
    #expect(reading.entries.count == 2)
    #expect(reading.damage.map(\.line) == [1, 3, 5])
    #expect(reading.damage.last?.reason == "the last line was cut off")
  }

  @Test("a line may write its keys with escapes")
  func escapedKeys() {
    let line = Self.line.replacing(#""event""#, with: #""\u0065vent""#)
    #expect(line != Self.line)
    #expect(HistoryReading(line.utf8).entries.count == 1)
  }
}
