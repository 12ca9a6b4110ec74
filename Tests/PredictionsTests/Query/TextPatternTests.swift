import Predictions
import Testing

@Suite("A text pattern")
struct TextPatternTests {
  @Test(
    "is found in text",
    arguments: [
      ("refund", "No Refund today", true), ("Refund", "no refund", false),
      ("Refund", "a Refund", true), ("re*policy", "the refund policy", true),
      ("policy*re", "the refund policy", false), ("*", "", true), ("", "x", true),
      ("क", "करी", true), ("straße", "STRASSE", false), ("größe", "GRÖSSE oder GRÖßE", true),
      ("返金", "ご返金と再送", true), ("😡", "no 😡!", true), ("abc", "ab", false), ("aab", "aaab", true),
    ])
  func containment(pattern: String, text: String, isFound: Bool) {
    #expect(TextPattern(pattern).isContained(in: text) == isFound)
  }

  @Test(
    "matches a whole value",
    arguments: [
      ("EU", "EU", true), ("eu", "EU", true), ("EU", "eu", false), ("E", "EU", false),
      ("E*", "EU", true), ("*U", "EU", true), ("*", "", true), ("a*a", "a", false),
      ("*\u{301}x", "a\u{301}x", true), ("a*b*c", "a-b-c", true), ("a*b*c", "a-c-b", false),
      ("*b*", "abc", true), ("", "", true),
      ("", "x", false),
    ])
  func match(pattern: String, value: String, isMatch: Bool) {
    #expect(TextPattern(pattern).matches(value) == isMatch)
  }

  @Test("takes an asterisk in quotes as it stands")
  func literal() {
    let pattern = TextPattern("a*b", hasWildcards: false)
    #expect(pattern.isContained(in: "xa*bx"))
    #expect(!pattern.isContained(in: "a-b"))
  }
}
