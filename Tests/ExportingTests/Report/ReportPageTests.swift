import Foundation
import Screen
import TestSupport
import Testing

@testable import Exporting

@Suite("Reports as a page")
struct ReportPageTests {
  private static let content: ReportContent = {
    do {
      return try ReportedRun().content
    } catch {
      preconditionFailure("no run to report: \(error)")
    }
  }()

  private static func page(_ hostile: String? = nil) throws -> String {
    ReportHTMLWriter.text(of: ReportDocument(try ReportedRun(hostile: hostile).content))
  }

  @Test("is one page without scripts and requests")
  func contained() throws {
    let page = ReportHTMLWriter.text(of: ReportDocument(Self.content))
    let elements = try #require(PageElements(page))
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(
      page.contains("content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;\""))
    for name in ["script", "link", "img", "iframe", "object", "form", "base"] {
      #expect(elements.counts[name] == nil)
    }
    #expect(!page.contains("url(") && !page.contains("@import") && !page.contains("://"))
    #expect(elements.attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "src" })
  }

  @Test("names every picture, heading and table for those who cannot see it")
  func accessible() throws {
    let page = ReportHTMLWriter.text(of: ReportDocument(Self.content))
    let elements = try #require(PageElements(page))
    let pictures = try #require(elements.counts["svg"])
    #expect(pictures == 4)
    #expect(elements.counts["desc"] == pictures)
    // One title for each picture and one for the page.
    #expect(elements.counts["title"] == pictures + 1)
    #expect(elements.counts["caption"] == elements.counts["table"])
    #expect(elements.counts["h1"] == 1)
    #expect(Set(elements.ids).count == elements.ids.count)
  }

  @Test("stays the same page whatever stands in the fields", arguments: HostileText.all)
  func hostile(_ hostile: HostileText) throws {
    let document = ReportDocument(Self.content)
    let benign = try #require(
      PageElements(ReportHTMLWriter.text(of: document.quoting("plain"))))
    let page = ReportHTMLWriter.text(of: document.quoting(hostile.text + "x"))
    let elements = try #require(PageElements(page))
    #expect(elements.counts == benign.counts)
    #expect(elements.attributes == benign.attributes)
    #expect(!page.unicodeScalars.contains(where: Self.isObeyed))
  }

  @Test("stays one page where the files are hostile through and through")
  func hostileFiles() throws {
    let benign = try #require(PageElements(ReportHTMLWriter.text(of: ReportDocument(Self.content))))
    let names = ["markup", "every control", "imitation", "bidirectional", "noncharacters"]
    for hostile in HostileText.all where names.contains(hostile.name) {
      let page = try Self.page(hostile.text + "x")
      let elements = try #require(PageElements(page))
      #expect(Set(elements.counts.keys).isSubset(of: benign.counts.keys))
      #expect(elements.attributes.isSubset(of: benign.attributes))
      #expect(!page.unicodeScalars.contains(where: Self.isObeyed))
    }
  }

  @Test(
    "shows the shared hostile texts as they are, in the elements of a page of plain ones",
    .enabled(if: HostileTexts.areShared),
    arguments: ["html-attacks/payloads.json", "blns/blns.json", "markdown-attacks/payloads.json"])
  func sharedTexts(corpus: String) throws {
    let texts = try HostileTexts.shared(corpus)
    #expect(texts.count >= 26)
    let page = ReportPageTests.page(of: texts)
    let elements = try #require(PageElements(page))
    let benign = try #require(PageElements(ReportPageTests.page(of: texts.map { _ in "plain" })))
    #expect(elements.counts == benign.counts)
    #expect(elements.attributes == benign.attributes)
    #expect(!page.unicodeScalars.contains(where: Self.isObeyed))
    #expect(elements.preformatted.count == texts.count)
    for (shown, text) in zip(elements.preformatted, texts) {
      #expect(Array(shown.utf8) == Array(ReportPageTests.shown(text).utf8))
    }
  }

  /// A page that shows each text as a prediction's output.
  static func page(of texts: [String]) -> String {
    let rows = texts.map { text in
      ExportedPrediction(key: "k", file: "f", output: .text(text), tier: "t", content: "c")
    }
    return ReportHTMLWriter.text(
      of: ReportDocument(
        title: "Report", sections: [.init(name: "all", title: "All", blocks: [.predictions(rows)])])
    )
  }

  /// What a page says of a text: itself, but for what nobody would see.
  static func shown(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    return String(
      String.UnicodeScalarView(
        HiddenText.shown(lines).unicodeScalars.map { scalar in
          let isNoCharacter =
            scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
          return isNoCharacter ? "\u{FFFD}" : scalar
        }))
  }

  /// Controls, and marks that turn the direction of what follows.
  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case ..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  @Test("covers what may be upsetting until it is opened")
  func covered() throws {
    let page = ReportHTMLWriter.text(of: ReportDocument(Self.content))
    let covers = page.components(separatedBy: "<details class=\"covered\">").count - 1
    #expect(covers == 1)
    #expect(page.contains("<summary>covered: may be upsetting</summary>"))
    #expect(!page.contains("class=\"covered\" open"))
  }

  @Test("has a place for a run that nobody reviewed")
  func unreviewed() throws {
    var content = Self.content
    content.reviewed = nil
    let elements = try #require(PageElements(ReportHTMLWriter.text(of: ReportDocument(content))))
    #expect(elements.counts["table"] == 3)
    #expect(elements.text.contains("Nobody has reviewed any of it"))
  }
}

extension ReportDocument {
  /// The same with other text wherever text from outside stands.
  fileprivate func quoting(_ text: String) -> ReportDocument {
    ReportDocument(
      title: title,
      sections: sections.map { section in
        var section = section
        section.blocks = section.blocks.map { $0.quoting(text) }
        return section
      })
  }
}

extension ReportDocument.Block {
  fileprivate func quoting(_ text: String) -> ReportDocument.Block {
    switch self {
    case .sentences(let sentences): .sentences(sentences.map { $0.quoting(text) })
    case .table(let table):
      .table(
        ReportTable(
          table.caption.quoting(text), table.columns,
          table.rows.map { $0.map { $0.quoting(text) } }))
    case .plot(.intervals(let title, let marks)):
      .plot(
        .intervals(
          title: title,
          marks: marks.map {
            ReportPlot.Mark(
              label: $0.label.quoting(text), rate: $0.rate, low: $0.low, high: $0.high)
          }))
    case .plot: self
    case .predictions(let predictions):
      .predictions(
        predictions.map { prediction in
          var prediction = prediction
          prediction.key = text
          prediction.input = .text(text)
          prediction.output = .text(text)
          prediction.signal = text
          return prediction
        })
    }
  }
}

extension ReportText {
  fileprivate func quoting(_ text: String) -> ReportText {
    ReportText(
      pieces: pieces.map { piece in
        if case .quoted = piece { .quoted(text) } else { piece }
      })
  }
}
