import Exporting
import Predictions
import Testing

@Suite("Markdown exports")
struct MarkdownExporterTests {
  @Test("read like a ticket")
  func ticket() throws {
    let text = try Sample.export([Sample.row()], as: .markdown, heads: ["sha256:0c1d"])
    #expect(
      text == """
        # Predictions and their reviews

        ## `r-0913`

        - tier: `ambiguous`, `between fraud .54 and billing .41`
        - automatic: incorrect
        - `region`: `EU`
        - `label`: `x`
        - model: `intent-7`
        - run: `v7`
        - file: `intents-v7.csv`
        - 3 rows with this input and output

        input:

        ```text
        My card keeps getting declined
        ```

        output:

        ```text
        fraud
        ```

        target:

        ```text
        billing
        ```

        - by `ada` · at 2026-11-23T12:04:05.123Z · **wrong** · **upsetting 2** (`harassment`) · tags \
        `hallucination`, `tone`

        label:

        ```text
        billing
        ```

        comment:

        ```text
        accuses the customer
        ```

        ---

        1 prediction. Ledger heads: `sha256:0c1d`.

        """)
  }

  @Test("fold away what is covered")
  func shield() throws {
    var row = Sample.row()
    row.isShielded = true
    let text = try Sample.export([row], as: .markdown, fields: "output")
    let summary = try #require(text.firstRange(of: "<summary>covered"))
    let output = try #require(text.firstRange(of: "fraud"))
    let end = try #require(text.firstRange(of: "</details>"))
    #expect(summary.upperBound < output.lowerBound && output.upperBound < end.lowerBound)
  }

  @Test("say that nothing was flagged")
  func empty() throws {
    #expect(try Sample.export([], as: .markdown).contains("None."))
  }

  @Test("name what nobody would see, as the screen does")
  func hidden() throws {
    let text = "ok\u{E0069}\u{E0067}\u{202E}txt"
    let markdown = try Sample.export(
      [Sample.row(output: .text(text))], as: .markdown, fields: "output")
    #expect(MarkdownOutline(markdown).fenced == ["ok⟨tag ×2⟩⟨U+202E⟩txt"])
  }

  @Test("keep any text in its fence or span", arguments: HostileTexts.own)
  func containment(text: String) throws {
    let plain = try outline(of: "plain")
    #expect(try outline(of: text) == plain)
  }

  @Test(
    "keep the shared hostile texts in their fences", .enabled(if: HostileTexts.areShared),
    arguments: HostileTexts.corpora)
  func sharedContainment(corpus: String) throws {
    let plain = try outline(of: "plain")
    for text in try HostileTexts.shared(corpus) {
      #expect(try outline(of: text) == plain, "\(text.debugDescription)")
    }
  }

  @Test("keep the fenced text itself", arguments: ["a\n```\nb", "~~~", "  x", "", "# h"])
  func fenced(text: String) throws {
    let markdown = try Sample.export(
      [Sample.row(output: .text(text))], as: .markdown, fields: "output")
    #expect(MarkdownOutline(markdown).fenced == [text])
  }

  /// What is left of a document that holds `text` everywhere, without fences and spans.
  private func outline(of text: String) throws -> [String] {
    var row = Sample.row(
      key: text, input: .text(text), output: .text(text),
      reviews: [Sample.review(by: text, comment: text)])
    row.segments = [Prediction.Segment(name: "region", value: text)]
    row.signal = text
    let markdown = try Sample.export([row], as: .markdown)
    return MarkdownOutline(markdown).lines
  }
}

/// A document's lines without the inside of fences and code spans, by the rules of CommonMark.
private struct MarkdownOutline {
  private(set) var lines: [String] = []
  private(set) var fenced: [String] = []

  init(_ markdown: String) {
    var fence: (length: Int, lines: [Substring])?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let backticks = line.unicodeScalars.prefix { $0 == "`" }.count
      if let open = fence {
        if backticks >= open.length,
          line.unicodeScalars.dropFirst(backticks).allSatisfy({ $0 == " " })
        {
          fenced.append(open.lines.joined(separator: "\n"))
          fence = nil
        } else {
          fence?.lines.append(line)
        }
      } else if backticks >= 3 {
        fence = (backticks, [])
        lines.append("FENCE")
      } else {
        lines.append(Self.withoutSpans(line))
      }
    }
    if fence != nil { lines.append("FENCE NOT CLOSED") }
  }

  private static func withoutSpans(_ line: Substring) -> String {
    var result = String.UnicodeScalarView()
    var rest = line.unicodeScalars
    while let scalar = rest.first {
      let run = rest.prefix { $0 == "`" }.count
      guard run > 0 else {
        result.append(scalar)
        rest.removeFirst()
        continue
      }
      var inside = rest.dropFirst(run)
      while !inside.isEmpty {
        let closing = inside.prefix { $0 == "`" }.count
        if closing == run { break }
        inside = inside.dropFirst(max(closing, 1))
      }
      result += (inside.isEmpty ? "SPAN NOT CLOSED" : "SPAN").unicodeScalars
      rest = inside.dropFirst(run)
    }
    return String(result).split(separator: "(empty)", omittingEmptySubsequences: false)
      .joined(separator: "SPAN")
  }
}
