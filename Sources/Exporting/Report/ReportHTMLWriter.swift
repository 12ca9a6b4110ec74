import Evaluation

/// A report as one page that needs nothing else: no script, no request, light, dark and on paper.
///
/// It is well-formed as XML too. Text that may be upsetting is folded away until somebody opens it.
package enum ReportHTMLWriter {
  /// The whole page, with a line break at its end.
  package static func text(of document: ReportDocument) -> String {
    HTMLPage.text(
      title: document.title, style: ReportStyle.sheet, body: bodyContent(document))
  }

  private static func bodyContent(_ document: ReportDocument) -> String {
    let links = document.sections.map {
      element("li", [], element("a", [("href", "#\($0.name)")], HTMLText.escaped($0.title)))
    }
    let sections = document.sections.map(section).joined(separator: "\n")
    return [
      element("a", [("class", "skip"), ("href", "#content")], "To the content"),
      element("header", [], element("h1", [], HTMLText.escaped(document.title))),
      element("nav", [("aria-label", "Sections")], element("ol", [], links.joined())),
      element("main", [("id", "content")], "\n\(sections)\n"),
    ].joined(separator: "\n")
  }

  private static func section(_ section: ReportDocument.Section) -> String {
    let title = section.name + "-title"
    let blocks = section.blocks.enumerated().map { place, block in
      text(of: block, name: "\(section.name)-\(place + 1)")
    }
    return element(
      "section", [("id", section.name), ("aria-labelledby", title)],
      element("h2", [("id", title)], HTMLText.escaped(section.title))
        + "\n" + blocks.joined(separator: "\n"))
  }

  private static func text(of block: ReportDocument.Block, name: String) -> String {
    switch block {
    case .sentences(let sentences): list(sentences)
    case .table(let table): text(of: table, name: name)
    case .plot(let plot): element("figure", [("tabindex", "0")], plot.svg(name: name))
    case .predictions(let predictions): predictions.map(article).joined(separator: "\n")
    }
  }

  private static func list(_ sentences: [ReportText]) -> String {
    element("ul", [], sentences.map { element("li", [], HTMLText.markup(of: $0)) }.joined())
  }

  /// Wide tables scroll on their own, by keyboard too.
  private static func text(of table: ReportTable, name: String) -> String {
    let heads = table.columns.map {
      element("th", [("scope", "col")] + numberClass($0), HTMLText.escaped($0.title))
    }
    let rows = table.rows.map { row in
      let cells = zip(row, table.columns).enumerated().map { place, cell in
        let content = HTMLText.markup(of: cell.0)
        return place == 0
          ? element("th", [("scope", "row")], content)
          : element("td", numberClass(cell.1), content)
      }
      return element("tr", [], cells.joined())
    }
    let caption = element("caption", [("id", name)], HTMLText.markup(of: table.caption))
    let content =
      caption + element("thead", [], element("tr", [], heads.joined()))
      + element("tbody", [], rows.joined(separator: "\n"))
    return element(
      "div",
      [("class", "scroll"), ("role", "region"), ("aria-labelledby", name), ("tabindex", "0")],
      element("table", [], content))
  }

  private static func numberClass(_ column: ReportTable.Column) -> [(String, String)] {
    column.isNumber ? [("class", "number")] : []
  }

  private static func article(_ prediction: ExportedPrediction) -> String {
    let words = ReportPredictionWords(prediction)
    let title = element(
      "h3", [], element("bdi", [], HTMLText.escaped(ReportText.line(prediction.key))))
    let texts = words.contents.map { name, content in
      element("h4", [], HTMLText.escaped(name))
        + element("pre", [("dir", "auto")], HTMLText.escaped(content.withoutCarriageReturns))
    }.joined()
    let summary = prediction.isShielded ? "covered: may be upsetting" : "input and output"
    // Written out as XML demands; a covered one is closed, also on paper.
    let state = prediction.isShielded ? [("class", "covered")] : [("open", "open")]
    let details =
      texts.isEmpty
      ? "" : element("details", state, element("summary", [], summary) + texts)
    return element("article", [], title + list(words.facts) + details)
  }
}
