import Exporting
import Predictions
import TestSupport
import Testing

@Suite("CSV exports")
struct CSVExporterTests {
  @Test("have one line per review, the prediction repeated")
  func lines() throws {
    let row = Sample.row(reviews: [
      Sample.review(), Sample.review(by: "lin", comment: "agreed, \"rude\""),
    ])
    let text = try Sample.export(
      [row, Sample.row(key: "r-2", reviews: [])], as: .csv,
      fields: "key,region,segment.label,by,verdict,upsetting,categories,tags,comment")
    #expect(
      text.split(separator: "\r\n") == [
        "key,region,segment.label,by,verdict,upsetting,categories,tags,comment",
        "r-0913,EU,x,ada,wrong,2,harassment,\"hallucination; tone\",accuses the customer",
        "r-0913,EU,x,lin,wrong,2,harassment,\"hallucination; tone\",\"agreed, \"\"rude\"\"\"",
        "r-2,EU,x,,,,,,",
      ])
  }

  @Test("have one line per prediction where no field of a review is wanted")
  func withoutReviews() throws {
    let row = Sample.row(reviews: [Sample.review(), Sample.review(by: "lin")])
    #expect(try Sample.export([row], as: .csv, fields: "key") == "key\r\nr-0913\r\n")
  }

  @Test("have a heading also where nothing was flagged")
  func empty() throws {
    #expect(try Sample.export([], as: .csv, fields: "key,verdict") == "key,verdict\r\n")
  }

  @Test(
    "write the worked examples of OWASP as it does",
    arguments: [
      ("=1+2\";=1+2", "\"'=1+2\"\";=1+2\""), ("=1+2'\" ;,=1+2", "\"'=1+2'\"\" ;,=1+2\""),
    ])
  func workedExamples(text: String, cell: String) throws {
    let csv = try Sample.export([Sample.row(output: .text(text))], as: .csv, fields: "output")
    #expect(csv == "output\r\n\(cell)\r\n")
  }

  @Test("leave numbers of ours alone")
  func numbers() throws {
    var row = Sample.row()
    row.automatic = .score(-0.5)
    let csv = try Sample.export([row], as: .csv, fields: "automatic,copies")
    #expect(csv == "automatic,copies\r\n-0.5,3\r\n")
  }

  @Test("give back any text but for the mark before a formula", arguments: HostileTexts.own)
  func roundTrip(text: String) throws {
    let rows = [Sample.row(key: text, output: .text(text)), Sample.row(key: "next")]
    let csv = try Sample.export(rows, as: .csv, fields: "key,output,tier")
    let table = Self.parse(csv)
    #expect(table.count == 3)
    for cell in table[1].prefix(2) {
      #expect(!Self.beginsFormula(cell))
      #expect([text, "'" + text].contains { Array($0.utf8) == Array(cell.utf8) })
    }
    #expect(table[1][2] == "ambiguous")
    #expect(table[2][0] == "next")
  }

  @Test("give back text exactly where spreadsheets do not matter", arguments: HostileTexts.own)
  func exact(text: String) throws {
    var exporter: any Exporter = CSVExporter(
      fields: try ExportFields.parse("output", segments: []), isSpreadsheetSafe: false)
    let csv = try Sample.text(of: [Sample.row(output: .text(text))], by: &exporter)
    #expect(Self.parse(csv)[1].map { Array($0.utf8) } == [Array(text.utf8)])
  }

  @Test("give back every cell of any table")
  func tables() throws {
    var generator = SeededGenerator(seed: 8)
    let pieces =
      HostileTexts.own + ["\"", "\"\"", ",", "\r", "\n", "\r\n", ";", "\t", "a", "é", " "]
    let fields = try ExportFields.parse("key,input,output", segments: [])
    for _ in 0..<Trials.count(1_000) {
      let cells = (0..<3 * Int.random(in: 1...4, using: &generator)).map { _ in
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }.joined()
      }
      let table = stride(from: 0, to: cells.count, by: 3).map { Array(cells[$0..<$0 + 3]) }
      var exporter: any Exporter = CSVExporter(fields: fields, isSpreadsheetSafe: false)
      let rows = table.map {
        Sample.row(key: $0[0], input: .text($0[1]), output: .text($0[2]), reviews: [])
      }
      let again = Self.parse(try Sample.text(of: rows, by: &exporter)).dropFirst()
      let isSame = again.elementsEqual(table) {
        $0.elementsEqual($1) { $0.utf8.elementsEqual($1.utf8) }
      }
      #expect(isSame, "\(table)")
    }
  }

  @Test("disarm the shared formulas", .enabled(if: HostileTexts.areShared))
  func sharedFormulas() throws {
    let texts = try HostileTexts.sharedFormulas()
    #expect(texts.count == 26)
    for text in texts { try roundTrip(text: text) }
  }

  @Test(
    "give back the shared hostile texts", .enabled(if: HostileTexts.areShared),
    arguments: HostileTexts.corpora)
  func sharedTexts(corpus: String) throws {
    for text in try HostileTexts.shared(corpus) { try roundTrip(text: text) }
  }

  /// Whether a spreadsheet would run the cell, by the first sign that it does not skip.
  private static func beginsFormula(_ cell: String) -> Bool {
    let skipped: Set<Unicode.Scalar> = [" ", "\t", "\r", "\n", "\u{200B}", "\u{FEFF}", "\u{0}"]
    guard let first = cell.unicodeScalars.first(where: { !skipped.contains($0) }) else {
      return false
    }
    return "=+-@|\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
  }

  /// RFC 4180 as plainly as possible.
  private static func parse(_ text: String) -> [[String]] {
    var table: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var previousWasQuote = false
    for scalar in text.unicodeScalars {
      if isQuoted, !previousWasQuote, scalar != "\"" {
        cell.append(scalar)
        continue
      }
      switch scalar {
      case "\"" where !isQuoted: isQuoted = true
      case "\"" where !previousWasQuote: previousWasQuote = true
      case "\"":
        cell.append(scalar)
        previousWasQuote = false
      case ",", "\n":
        row.append(String(cell))
        cell = String.UnicodeScalarView()
        isQuoted = false
        previousWasQuote = false
        if scalar == "\n" {
          table.append(row)
          row = []
        }
      case "\r": break
      default: cell.append(scalar)
      }
    }
    return table
  }
}
