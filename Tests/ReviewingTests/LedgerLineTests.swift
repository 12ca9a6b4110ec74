import Foundation
import Predictions
import Testing

@testable import Reviewing

struct LedgerLineTests {
  static let event = LedgerEvent(
    id: EventID(high: 0x0193_58C7_0AE4_D8B5, low: 0xC37A_3F0E_9D52_AB66),
    at: Timestamp(milliseconds: 1_795_435_445_123), by: "ada", seq: 412, writer: "k3v9q2",
    prev: "sha256:0c1d", item: Samples.item("r-0913"),
    context: ReviewContext(
      automatic: "correct", blind: true, covered: true, draw: "01JDC8DRAW", stratum: "ambiguous",
      position: 17,
      signal: "confidence .54", tier: "ambiguous"),
    body: .review(
      Review(
        verdict: .wrong, upsetting: Upsetting(severity: 2, categories: ["harassment"]),
        tags: ["hallucination"], label: "billing", comment: "accuses the customer")))

  static let bodies: [LedgerBody] = [
    .review(Review()),
    .review(Review(badTarget: true, preference: .neither, ratings: ["tone": 0.25, "a\"b": -3])),
    .withdraw(of: EventID(high: 1, low: 2)), .pass(to: "lin \u{202E}\u{1B}[2J"),
    .resolve(Review(verdict: .unsure, comment: "two\nlines\u{2028}\u{0}\u{9B}31m “ ” 🙂")),
    .draw(
      Draw(
        id: "D", seed: "7", run: nil, where: "tier:hard", planned: 30,
        strata: [Draw.Stratum(name: "hard", population: 140, take: 30, last: 0x4d2)])),
  ]

  private func read(_ line: String) throws -> LedgerEvent {
    var reader = LedgerLineReader(.whole)
    return try Array(line.utf8).withUnsafeBytes { try reader.read($0) }
  }

  @Test("an event is one line of JSON with sorted keys, as the format says")
  func shape() {
    let item = Samples.item("r-0913")
    #expect(
      Self.event.line == """
        {"at":"2026-11-23T12:04:05.123Z","by":"ada","context":{"automatic":"correct","blind":true,"covered":true,\
        "draw":"01JDC8DRAW","position":17,"signal":"confidence .54","stratum":"ambiguous",\
        "tier":"ambiguous"},"event":"review","id":"\(Self.event.id.text)",\
        "item":{"content":"\(item.content.text)","file":"intents-v7.jsonl",\
        "input":"\(item.input.text)","key":"r-0913","run":"v7"},"prev":"sha256:0c1d",\
        "review":{"badTarget":false,"comment":"accuses the customer","label":"billing",\
        "tags":["hallucination"],"upsetting":{"categories":["harassment"],"severity":2},\
        "verdict":"wrong"},"seq":412,"v":1,"writer":"k3v9q2"}
        """)
  }

  @Test("every kind of event reads as it was written", arguments: bodies)
  func roundTrip(body: LedgerBody) throws {
    var event = Self.event
    event.body = body
    event.by = "a\u{0}\u{7F}\u{85}\"\\"
    #expect(try read(event.line) == event)
    #expect(!event.line.utf8.contains { $0 < 0x20 || $0 == 0x7F })
    #expect(!event.line.unicodeScalars.contains("\u{2028}"))
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(event.line.utf8))
    }
  }

  @Test("unknown keys, events and versions pass")
  func unknown() throws {
    let more = Self.event.line.dropLast() + ",\"zeal\":{\"deep\":[1]}}"
    #expect(try read(String(more)) == Self.event)
    let other = Self.event.line.replacing("\"event\":\"review\"", with: "\"event\":\"applause\"")
    #expect(try read(other).body == .unknown("applause"))
    let later = Self.event.line.replacing("\"v\":1", with: "\"v\":2")
    #expect(try read(later).body == .unknown("review"))
  }

  @Test(
    "what is no event says which key is wrong",
    arguments: [
      ("\"seq\":412", "\"seq\":-1", "seq"), ("\"seq\":412", "\"seq\":4.5", "seq"),
      ("\"seq\":412", "\"seq\":99999999999999999999", "seq"),
      ("\"seq\":412,", "", "seq"), ("\"id\":\"0", "\"id\":\"u", "id"),
      ("\"by\":\"ada\"", "\"by\":7", "by"), ("2026-11-23", "yesterday", "at"),
      ("\"severity\":2", "\"severity\":4", "review.upsetting.severity"),
      ("\"verdict\":\"wrong\"", "\"verdict\":\"great\"", "review.verdict"),
      ("[\"hallucination\"]", "[1]", "review.tags"),
      ("\"content\":\"sha256:", "\"content\":\"sha512:", "item.content"),
      ("\"item\":", "\"thing\":", "item"),
    ])
  func faults(part: String, replacement: String, key: String) throws {
    let line = Self.event.line.replacing(part, with: replacement)
    #expect(line != Self.event.line)
    let fault = #expect(throws: LineFault.self) { try read(line) }
    guard case .notAnEvent(let why) = try #require(fault) else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(why.hasPrefix("`\(key)` is"))
  }
}
