import Evaluation
import TestSupport
import Testing

@testable import Exporting

/// What holds for every page that the program writes.
@Suite("Pages")
struct HTMLPageTests {
  private static let hostile = "<script src=x onload=y>"

  private static func report() throws -> String {
    ReportHTMLWriter.text(of: ReportDocument(try ReportedRun(hostile: hostile).content))
  }

  private static var trend: String {
    let lines = (0..<10).map { number in
      #"{"at":"2026-11-1\#(number)T08:00:00.000Z","content":"\#(number)","event":"metrics","#
        + #""metrics":[{"events":10,"high":0.16,"low":0.05,"method":"stratified","#
        + #""metric":"wrong-rate","n":100,"range":[0,0.15],"state":"open","value":0.1}],"#
        + #""run":"\#(hostile)","v":1}"# + "\n"
    }
    let reading = HistoryReading(lines.joined().utf8)
    return TrendPage(TrendReport(reading, of: hostile + ".jsonl")).text
  }

  @Test("forbid themselves whatever is not in them, and hold no script and no address")
  func contained() throws {
    for page in [try Self.report(), Self.trend] {
      let elements = try #require(PageElements(page))
      let policy = "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"
      // Before all that could be loaded: a policy says nothing of what stands before it.
      #expect(
        page.hasPrefix(
          """
          <!DOCTYPE html>
          <html lang="en">
          <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content="\(policy)" />
          """))
      #expect(elements.counts["svg"] ?? 0 > 0)
      for name in ["script", "link", "img", "iframe", "object", "embed", "form", "base"] {
        #expect(elements.counts[name] == nil)
      }
      #expect(elements.attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "src" })
      for address in ["://", "url(", "@import"] { #expect(!page.contains(address)) }
    }
  }
}
