import Testing

@testable import Reviewing

struct EventIDTests {
  @Test(
    "an identifier reads as it was written",
    arguments: [
      "01JDC8E2Q4V5W6X7Y8Z9ABCDEF", "00000000000000000000000000", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
    ])
  func roundTrip(text: String) {
    #expect(EventID(text)?.text == text)
  }

  @Test(
    "what is no ULID in capitals is no identifier",
    arguments: [
      "", "01JDC8DRAW", "01jdc8e2q4v5w6x7y8z9abcdef", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
      "01JDC8E2Q4V5W6X7Y8Z9ABCDEI", "01JDC8E2Q4V5W6X7Y8Z9ABCDEF0", "01JDC8E2Q4V5W6X7Y8Z9ABCDÉ",
    ])
  func refused(text: String) {
    #expect(EventID(text) == nil)
  }

  @Test("identifiers order as their text does")
  func order() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let one = EventID(high: generator.next() >> 1, low: generator.next())
      let other = EventID(high: generator.next() >> 1, low: generator.next())
      #expect((one < other) == (one.text < other.text))
    }
  }

  @Test("identifiers only grow, within a millisecond and when the clock steps back")
  func monotonic() throws {
    var source = EventIDSource()
    var generator = SystemRandomNumberGenerator()
    let times: [Int64] = [1_000, 1_000, 1_000, 2_000, 1_500, 0, -5, 2_000, 2_001]
    let made = times.map {
      source.next(at: Timestamp(milliseconds: $0), using: &generator)
    }
    for (one, next) in zip(made, made.dropFirst()) { #expect(one < next) }
    #expect(try #require(made.last).high >> 16 == 2_001)
  }
}
