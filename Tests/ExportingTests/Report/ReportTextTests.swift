import Evaluation
import Foundation
import TestSupport
import Testing

@testable import Exporting

@Suite("Reports to read")
struct ReportTextTests {
  @Test("the text of a reviewed run")
  func text() throws {
    let document = ReportDocument(try ReportedRun().content)
    Golden.expect(ReportTextWriter.text(of: document), named: "report.txt")
  }

  @Test("the summary alone")
  func short() throws {
    let document = ReportDocument(try ReportedRun(judged: 40).content).short
    Golden.expect(ReportTextWriter.text(of: document), named: "report-short.txt")
  }

  @Test("where nothing of a draw counts yet no rate is promised, and the way to one is named")
  func nothingFollows() throws {
    let document = ReportDocument(try ReportedRun(judged: 1, skipping: 85).content).short
    let text = ReportTextWriter.text(of: document)
    #expect(text.contains("1 of them drawn, but behind predictions of the draw that nobody judged"))
    #expect(text.contains("no rate follows before spotcheck review --sample N"))
    #expect(!text.contains("99.7"))
  }

  @Test("the Markdown of a reviewed run")
  func markdown() throws {
    let document = ReportDocument(try ReportedRun().content)
    Golden.expect(ReportMarkdownWriter.text(of: document), named: "report.md")
  }

  @Test("no line holds what a terminal would obey", arguments: HostileText.all)
  func hostile(_ hostile: HostileText) throws {
    let document = ReportDocument(try ReportedRun(hostile: hostile.text + "x").content)
    let text = ReportTextWriter.text(of: document)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    #expect(!text.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
  }

  @Test("the sentence about tiers quotes their names, which come from a file")
  func tierNames() throws {
    let audit = try #require(try ReportedRun().json.tierAudit)
    let sentence = audit.quotedSentence
    #expect(sentence.plain == audit.sentence)
    #expect(sentence.pieces.filter { $0 == .quoted("easy") }.count == 2)
    #expect(sentence.pieces.filter { $0 == .quoted("hard") }.count == 1)
  }

  @Test("keys of the JSON form are those that programs know")
  func keys() throws {
    let data = try JSONEncoder().encode(try ReportedRun().json)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let promised = [
      "predictions", "damaged", "reviewed", "reviewers", "automatic", "tiers", "segments",
      "estimate", "missed", "guardrails", "heads",
    ]
    #expect(promised.allSatisfy { object[$0] != nil })
    let tiers = try #require(object["tiers"] as? [[String: Any]])
    let tier = try #require(tiers.first)
    #expect(
      ["tier", "count", "reviewed", "automatic", "wrong", "upsetting"]
        .allSatisfy { tier[$0] != nil })
    let estimate = try #require(object["estimate"] as? [String: [String: Any]])
    let wrong = try #require(estimate["wrong"])
    #expect(["rate", "low", "high", "n", "method"].allSatisfy { wrong[$0] != nil })
    #expect(wrong["method"] as? String == "stratified")
  }
}
