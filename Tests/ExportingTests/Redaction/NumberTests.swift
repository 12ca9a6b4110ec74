import TestSupport
import Testing

@testable import Exporting

@Suite("A redaction of cards and addresses")
struct NumberTests {
  @Test(
    "finds them in rarer ways of writing",
    arguments: [
      ("6011.1111.1111.1117", "[card]"), ("3782.822463.10005, please", "[card], please"),
      ("4111111111111111USD", "[card]USD"), ("4111 1111 1111 1111exp", "[card]exp"),
      ("001A.2B3C.4D5E", "[hardware address]"), ("at 001a.2b3c.4d5e.", "at [hardware address]."),
      ("\"john doe\"@example.com", "[e-mail]"), ("to \"a\\\"b\"@example.com,", "to [e-mail],"),
      ("say \"hi\" to \"jane\"@example.com", "say \"hi\" to [e-mail]"),
    ])
  func finds(text: String, expected: String) {
    var counts = RedactionCounts()
    #expect(TextRedactor(names: []).redacted(text, &counts) == expected)
  }

  @Test(
    "leaves alone ids, digests, fractions and words",
    arguments: [
      "6011.1111.1111.1118", "60111111.11111117", "4111111111111111.50", "4111111111111111f0a9",
      "4111111111111111abcdef", "4111111111111111_x", "1.6011.1111.1111.1117", "1234.5678.9012",
      "dead.beef.cafe", "001a.2b3c.4d5e.6f70", "001a.2b3c", "x001a.2b3c.4d5e",
      "\"\"@example.com", "he said \"no\"\n\"@example.com", "\"a\"@b",
    ])
  func leaves(text: String) {
    TextRedactorTests().leaves(text: text)
  }
}
