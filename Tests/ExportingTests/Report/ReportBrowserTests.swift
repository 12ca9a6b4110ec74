import Foundation
import TestSupport
import Testing

@testable import Exporting

/// The report's page in a browser, where one is installed.
@Suite("Reports in a browser", .enabled(if: Browser.path != nil), .serialized)
struct ReportBrowserTests {
  /// Texts that a page which took them for its own would obey.
  private static let hostile = [
    "</pre></details><script>window.leaked1 = 1</script>",
    "<img src=x onerror=\"parent.leaked = window.leaked2 = 1\">",
    "\"><svg onload=window.leaked3=1><iframe src=\"page.html\">", "</style><style>*{display:none}",
    "</title><meta http-equiv=refresh content=\"0;url=https://example.com/\">",
    "javascript:window.leaked4=1//", String(repeating: "endless", count: 300),
  ]

  private static func page(_ hostile: String? = nil) throws -> String {
    ReportHTMLWriter.text(of: ReportDocument(try ReportedRun(hostile: hostile).content))
  }

  private let browser: Browser

  init() throws { browser = try #require(try Browser()) }

  @Test(
    "fits a phone and a desk, by day and by night, and can be read in both",
    arguments: [(390, false), (390, true), (1280, false), (1280, true)])
  func fits(_ width: Int, _ isDark: Bool) throws {
    let facts = try browser.facts(of: Self.page(), width: width, inDark: isDark)
    #expect(facts.needed <= facts.width)
    #expect(facts.isDark == isDark)
    // What WCAG 2.2 asks of text of the usual size (1.4.3).
    #expect(facts.contrast >= 4.5)
    #expect(facts.requests.isEmpty)
  }

  @Test("says to a screen reader what every picture, table and part is, and scrolls by keyboard")
  func isNamed() throws {
    let facts = try browser.facts(of: Self.page(), width: 390)
    let pictures = facts.parts.filter { $0.element == "svg" }
    #expect(pictures.count == 4)
    #expect(pictures.allSatisfy { $0.role == "image" && $0.name.count > 40 })
    #expect(facts.parts.filter { $0.element == "table" }.allSatisfy { !$0.name.isEmpty })
    #expect(facts.parts.contains { $0.role == "navigation" && !$0.name.isEmpty })
    #expect(facts.parts.contains { $0.role == "main" })
    #expect(facts.parts.filter { $0.element == "h1" }.count == 1)
    #expect(facts.unreachable == 0)
  }

  @Test(
    "is the same page whatever stands in every field, and runs and fetches nothing",
    arguments: hostile)
  func obeysNothing(_ text: String) throws {
    let benign = try browser.facts(of: Self.page("plain"), width: 390)
    let facts = try browser.facts(of: Self.page(text), width: 390)
    #expect(facts.leftBehind.isEmpty && facts.requests.isEmpty)
    #expect(facts.needed <= facts.width)
    // Which predictions are drawn depends on what stands in them, so there may be more or fewer rows.
    #expect(Set(facts.parts.map(\.element)) == Set(benign.parts.map(\.element)))
    #expect(facts.contrast == benign.contrast)
  }

  @Test(
    "shows the shared hostile texts as they are", .enabled(if: HostileTexts.areShared),
    arguments: ["html-attacks/payloads.json", "blns/blns.json"])
  func showsSharedTexts(corpus: String) throws {
    let texts = try HostileTexts.shared(corpus)
    let facts = try browser.facts(of: ReportPageTests.page(of: texts), width: 1280)
    #expect(facts.leftBehind.isEmpty && facts.requests.isEmpty)
    // What is empty has no height; the rules of HTML drop one line break at the start of a block.
    let expected = texts.map(ReportPageTests.shown)
      .map { $0.hasPrefix("\n") ? String($0.dropFirst()) : $0 }
    #expect(facts.shown.filter { !$0.isEmpty } == expected.filter { !$0.isEmpty })
  }

  @Test("keeps a covered text covered until somebody opens it")
  func covers() throws {
    let page = try Self.page()
    let covered = try #require(
      page.components(separatedBy: "<details class=\"covered\">").dropFirst().first?
        .components(separatedBy: "</pre>").first?.components(separatedBy: "<pre>").last)
    let facts = try browser.facts(of: page, width: 1280)
    #expect(!covered.isEmpty && !facts.shown.isEmpty)
    #expect(!facts.shown.contains(covered))
  }

  @Test("prints on a few sheets of paper")
  func prints() throws {
    let sheets = try browser.sheets(of: Self.page())
    #expect((2...20).contains(sheets))
  }
}
