import Predictions
import Reviewing
import TestSupport
import Testing

@testable import Exporting

/// Names that come from the file or the ledger, as opposed to texts.
@Suite("A redaction of names")
struct RedactedNamesTests {
  private static let columns = [
    "jane@example.com", "region", "[e-mail]", "joe@example.com", "192.0.2.1 rating", "adaline",
  ]

  private static let redaction = Redaction(reviewers: ["zoltan", "adaline"], names: ["Jane Roe"])

  private static var row: ExportedPrediction {
    var row = Sample.row(reviews: [])
    row.segments = columns.enumerated().map { Prediction.Segment(name: $1, value: "v\($0)") }
    return row
  }

  private static func export(
    _ rows: [ExportedPrediction], as format: ExportFormat, fields: String = "key,segments"
  ) throws -> String {
    var exporter: any Exporter = RedactingExporter(
      format, fields: try ExportFields.parse(fields, segments: columns), redaction: redaction)
    return try Sample.text(of: rows, by: &exporter)
  }

  @Test("leaves none in a heading or a key, and those that were two stay two")
  func columns() throws {
    #expect(
      try Self.export([Self.row, Self.row], as: .csv) == """
        key,[e-mail] 2,region,[e-mail],[e-mail] 3,[IP address] rating,reviewer-1\r
        r-0913,v0,v1,v2,v3,v4,v5\r
        r-0913,v0,v1,v2,v3,v4,v5\r

        """)
    #expect(
      try Self.export([Self.row], as: .jsonl) == #"{"key":"r-0913","segments":{"[e-mail] 2":"v0","#
        + #""region":"v1","[e-mail]":"v2","[e-mail] 3":"v3","[IP address] rating":"v4","#
        + #""reviewer-1":"v5"},"redacted":{"reviewer":1,"IP address":1,"e-mail":2}}"# + "\n")
    let markdown = try Self.export([Self.row], as: .markdown)
    #expect(markdown.contains("- `[e-mail] 2`: `v0`\n- `region`: `v1`\n- `[e-mail]`: `v2`\n"))
  }

  @Test("counts each name where it is written: in every prediction, but once in a heading")
  func counts() throws {
    for (format, times) in [(ExportFormat.csv, 1), (.json, 2), (.jsonl, 2), (.markdown, 2)] {
      var exporter = RedactingExporter(
        format, fields: try ExportFields.parse("segments", segments: Self.columns),
        redaction: Self.redaction)
      var sink: any ByteSink = MemorySink()
      for row in [Self.row, Self.row] { try exporter.writeRow(row, into: &sink) }
      try exporter.finish(ExportEnd(heads: []), into: &sink)
      #expect(exporter.counts[.email] == 2 * times)
      #expect(exporter.counts[.address] == times && exporter.counts[.reviewer] == times)
    }
  }

  @Test("leaves none in the fields that are asked for by name")
  func fields() throws {
    let csv = try Self.export([Self.row], as: .csv, fields: "joe@example.com,segment.region")
    #expect(csv == "[e-mail],region\r\nv3,v1\r\n")
  }

  @Test("keeps members of an object apart, and those that were one together")
  func members() {
    var counts = RedactionCounts()
    let redactor = TextRedactor(names: [])
    #expect(
      redactor.redacted(
        json: #"{"a@example.com":{"b@example.com":1,"[e-mail]":2},"b@example.com":[{"x":1}],"#
          + #""a\u0040example.com":"c@example.com"}"#, &counts)
        == #"{"[e-mail]":{"[e-mail] 2":1,"[e-mail]":2},"[e-mail] 2":[{"x":1}],"[e-mail]":"[e-mail]"}"#
    )
    #expect(counts[.email] == 5)
  }

  @Test("keeps thousands of members apart, however deep, in no more time than as many texts")
  func manyMembers() {
    let redactor = TextRedactor(names: [])
    var counts = RedactionCounts()
    let wide = "{" + (0..<20_000).map { "\"u\($0)@example.com\":0" }.joined(separator: ",") + "}"
    let safe = redactor.redacted(json: wide, &counts)
    #expect(safe.hasPrefix(#"{"[e-mail]":0,"[e-mail] 2":0,"#))
    #expect(safe.hasSuffix(#""[e-mail] 20000":0}"#))
    let deep = String(repeating: #"{"a@example.com":"#, count: 500)
    let end = String(repeating: "}", count: 500)
    #expect(
      redactor.redacted(json: deep + "1" + end, &counts)
        == String(repeating: #"{"[e-mail]":"#, count: 500) + "1" + end)
    #expect(counts[.email] == 20_500)
  }

  @Test("leaves none in whatever else a file or a ledger gives a name to")
  func labels() throws {
    let personal = "jane@example.com"
    var row = Sample.row(
      key: personal,
      reviews: [
        ExportedReview(
          by: "adaline", at: Timestamp(milliseconds: 0),
          review: Review(
            verdict: .wrong,
            upsetting: Upsetting(severity: 1, categories: ["for Zoltan", personal]),
            tags: ["ask-adaline", personal], label: "zoltan, \(personal)",
            comment: "adaline"))
      ])
    row.file = "\(personal).jsonl"
    row.run = personal
    row.model = personal
    row.tier = personal
    row.signal = "said by \(personal)"
    row.damage = "cannot read /home/jane/run.jsonl at byte 0"
    row.segments = [Prediction.Segment(name: "region", value: "zoltan")]
    for format in ExportFormat.allCases {
      var exporter: any Exporter = RedactingExporter(
        format, fields: .all(segments: ["region"]), redaction: Self.redaction)
      let text = try Sample.text(of: [row], by: &exporter)
      for word in ["jane", "example.com", "adaline", "oltan"] {
        #expect(!text.contains(word), "\(word) in \(text)")
      }
      #expect(text.contains("reviewer-2") && text.contains("ask-[reviewer]"))
    }
  }
}
