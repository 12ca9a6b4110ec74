import Foundation
import TestSupport
import Testing

@testable import Exporting

@Suite("A redaction of texts")
struct TextRedactorTests {
  @Test(
    "puts a token in the place of what should not leave",
    arguments: [
      ("write to jane.doe@example.com.", "write to [e-mail]."),
      ("<mailto:a+b@sub.example.org>", "<mailto:[e-mail]>"),
      ("jörg@exämple.com", "[e-mail]"), ("jane\u{200B}@example.com", "[e-mail]"),
      ("ｊａｎｅ＠example.com", "[e-mail]"), ("no@reply_to", "no@reply_to"),
      ("call +1 202-555-0143 now", "call [phone] now"), ("(202) 555-0143", "[phone]"),
      ("202.555.0143,", "[phone],"), ("+49 (0)30 23125 000", "[phone]"),
      ("020 7946 0958", "[phone]"), ("+44\u{A0}20\u{2011}7946\u{2011}0958", "[phone]"),
      ("4111-1111-1111-1111", "[card]"), ("card 378282246310005.", "card [card]."),
      ("12 4111 1111 1111 1111", "12 [card]"), ("٤١١١ ١١١١ ١١١١ ١١١١", "[card]"),
      ("gb82 west 1234 5698 7654 32 is it", "[IBAN] is it"),
      ("DE89-3704-0044-0532-0130-00", "[IBAN]"),
      ("078-05-1120", "[social security number]"), ("at 192.0.2.146.", "at [IP address]."),
      ("[2001:db8::8a2e:370:7334]:443", "[[IP address]]:443"),
      ("1:2:3:4:5:6:7:8", "[IP address]"), ("00-00-5e-00-53-af", "[hardware address]"),
      ("api_key = \"a1b2c3d4e5\"", "api_key = \"[key]\""),
      ("AWS_SECRET_ACCESS_KEY=abc123xyz", "AWS_SECRET_ACCESS_KEY=[key]"),
      ("sk-proj-abc123def456ghi789", "[key]"), ("ghp_0123456789abcdefghij", "[key]"),
      ("https://user:secret@192.0.2.1/x", "https://[credentials]@[IP address]/x"),
      ("C:\\Users\\Jane\\x and /Users/jane.", "C:\\Users\\[user]\\x and /Users/[user]"),
      (
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA75\n-----END RSA PRIVATE KEY-----\nok",
        "[key]\nok"
      ),
      ("never paste -----BEGIN PRIVATE KEY----- here", "never paste [key] here"),
      ("-----BEGIN PRIVATE KEY-----\nMIIEpAIBAAKCAQEA75\nMIIEpAIBAAKC", "[key]\nMIIEpAIBAAKC"),
    ])
  func finds(text: String, expected: String) {
    var counts = RedactionCounts()
    #expect(TextRedactor(names: []).redacted(text, &counts) == expected)
    #expect(
      counts.total
        == (text == expected ? 0 : expected.count { $0 == "[" } - text.count { $0 == "[" }))
  }

  @Test(
    "gets through a long text of nothing but beginnings",
    // Only what grows with the square of the length takes as long.
    .timeLimit(.minutes(10)),
    arguments: [
      "1", "0", "1.", "\"@", "password is ", "phone: 1", "00 ", "_+1", "a0.", "tel=+1-",
    ])
  func hostileTexts(piece: String) {
    let text = String(repeating: piece, count: 40_000 / piece.utf8.count)
    var counts = RedactionCounts()
    #expect(!TextRedactor(names: []).redacted(text, &counts).isEmpty)
  }

  @Test(
    "leaves alone what only looks like it",
    arguments: [
      "3.14.15.92 release", "version 1.2.3.4", "v1.2.3.4", "1.2.3.4-beta", "1.2.3.4.5", "256.1.1.1",
      "4111 1111 1111 1112", "0x4111111111111111", "0.4111111111111111", "order 1234567890",
      "2024-01-15 10:20:30", "10:20:30", "01-02-2024", "ISBN 978-3-16-148410-0", "+3.141592653",
      "std::vector<a::b>", "a::b", "GB82 WEST 1234 5698 7654 33", "000-12-3456", "123-45-678",
      "@mention", "a@b", "tier-3@0.95", "x = [i@2]", "password: required", "token: the first one",
      "sk-learn-something-with-hyphens", "da39a3ee5e6b4b0d3255bfef95601890afd80709",
      "https://example.com/a@b", "a/home/page", "-----BEGIN CERTIFICATE-----",
      "the bearer of good news", "MW-11417-2", "1,204 of 12,345,678",
    ])
  func leaves(text: String) {
    var counts = RedactionCounts()
    #expect(TextRedactor(names: []).redacted(text, &counts) == text)
    #expect(counts.total == 0)
  }

  @Test("takes out a list's names as words, in any case and with any spaces")
  func names() {
    let redactor = TextRedactor(names: ["Jane Roe", "Roe", "Ada", "José", "田中", "x", ""])
    for (text, expected) in [
      ("JANE \n ROE and Adam, ada's", "[name] and Adam, [name]'s"), ("a Roe", "a [name]"),
      ("JOSÉ?", "[name]?"), ("はい、田中さん", "はい、[name]さん"), ("roebuck heroe x", "roebuck heroe x"),
      ("Ada\u{200B}", "[name]\u{200B}"), ("JaneRoe", "JaneRoe"),
    ] {
      var counts = RedactionCounts()
      #expect(redactor.redacted(text, &counts) == expected)
    }
  }

  @Test("finds every name of a long list that ends within another")
  func overlappingNames() {
    let redactor = TextRedactor(names: ["a b c d", "b c", "c", "c d e", "d e"])
    var counts = RedactionCounts()
    #expect(redactor.redacted("a b c d e f", &counts) == "[name] f")
    #expect(redactor.redacted("z b c x", &counts) == "z [name] x")
  }

  @Test("changes nothing when done once more, whatever stands beside each other")
  func idempotent() throws {
    var generator = SeededGenerator(seed: 26)
    let pieces = [
      "jane@example.com", "+1 202-555-0143", "4111 1111 1111 1111", "GB82WEST12345698765432",
      "192.0.2.1",
      "::1", "fe80::1", "Bearer abc123def456ghi789", "token=", "https://u:p@", "/home/",
      "eyJhbGciOi.eyJ", ".", "@",
      ":", " ", "-", "0", "7", "a", "x y", "\u{200B}", "é", "[e-mail]", "\n",
      "-----BEGIN PRIVATE KEY-----", "phone: ", "number is ", "password is ", "0049 ", "\"", "_",
      "001a.2b3c.4d5e", "2025550143", "6011.1111.", "1111.1117", "USD",
    ]
    let redactor = TextRedactor(names: ["x y", "ex"])
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      var counts = RedactionCounts()
      let once = redactor.redacted(text, &counts)
      #expect(redactor.redacted(once, &counts) == once, "\(text.debugDescription)")
    }
  }

  @Test("looks at long texts of nothing but beginnings once")
  func longTexts() {
    let redactor = TextRedactor(names: ["a a a a b"])
    for piece in [
      "a@", "+1 ", "1.", "1:", "4-", "gb82 ", "token=", "eyJ.", "sk-", "://", "a ", "-----begin ",
    ] {
      let text = String(repeating: piece, count: 20_000 / piece.utf8.count)
      var counts = RedactionCounts()
      #expect(!redactor.redacted(text, &counts).isEmpty)
    }
  }

  @Test("finds all shared examples and none of those beside them", .enabled(if: Self.areShared))
  func sharedExamples() throws {
    struct Samples: Decodable {
      let positive: [[String]]
      let negative: [String]
    }
    let data = try Data(contentsOf: SharedFolder.corpus("pii/samples.json"))
    let samples = try JSONDecoder().decode(Samples.self, from: data)
    #expect(samples.positive.count == 26 && samples.negative.count == 16)
    let redactor = TextRedactor(names: [])
    for text in samples.positive.map({ $0[1] }) {
      for sentence in [text, "it is \(text), I think", "\(text)\n\(text)"] {
        var counts = RedactionCounts()
        #expect(redactor.redacted(sentence, &counts) != sentence)
        #expect(counts.total == (sentence.contains("\n") ? 2 : 1), "\(sentence)")
      }
    }
    for text in samples.negative { leaves(text: text) }
  }

  private static let areShared = SharedFolder.hasCorpus("pii")
}
