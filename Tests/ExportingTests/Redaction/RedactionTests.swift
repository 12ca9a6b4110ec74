import Predictions
import Reviewing
import TestSupport
import Testing

@testable import Exporting

@Suite("A redacted export")
struct RedactionTests {
  private static let redaction = Redaction(reviewers: ["zoltan", "adaline"], names: ["Jane Roe"])

  private static func export(
    _ rows: [ExportedPrediction], as format: ExportFormat, fields: String? = nil
  ) throws -> String {
    let fields = try fields.map { try ExportFields.parse($0, segments: Sample.segments) }
    var exporter: any Exporter = RedactingExporter(
      format, fields: fields ?? .all(segments: Sample.segments), redaction: redaction)
    return try Sample.text(of: rows, by: &exporter, heads: ["sha256:0c1d"])
  }

  private static var row: ExportedPrediction {
    let personal = "jane@example.com"
    var row = Sample.row(
      key: personal, input: .text("I am Jane Roe, " + personal),
      output: .chat([
        ChatMessage(
          role: "assistant", text: "call 202-555-0143",
          toolCalls: [
            ToolCall(
              name: "mail", arguments: #"{"to":"jane\u0040example.com","card":4111111111111111}"#)
          ])
      ]),
      reviews: [
        Sample.review(by: "adaline", comment: "as Zoltan says, ask \(personal)"),
        Sample.review(by: "zoltan", comment: nil),
        Sample.review(by: "evelyn", comment: nil),
      ])
    row.originals = [
      .output: #"[{"content":"call 202-555-0143","jane\u0040example.com":[4111111111111111,1.50]}]"#
    ]
    row.target = .json(#"{"ip":"192.0.2.1","n":1}"#)
    row.segments = [Prediction.Segment(name: "region", value: personal)]
    row.file = "/home/jane/run.jsonl"
    return row
  }

  @Test("holds none of it in any format", arguments: ExportFormat.allCases)
  func nothingLeft(format: ExportFormat) throws {
    let text = try Self.export([Self.row], as: format)
    for personal in ["jane", "Jane", "Roe", "202-", "4111", "192.0", "adaline", "oltan", "evelyn"] {
      #expect(!text.contains(personal), "\(personal) in \(text)")
    }
    #expect(text.contains("reviewer-1") && text.contains("reviewer-2"))
    #expect(!text.contains("sha256:77ab"))
  }

  @Test("redacts chats as the file has them, keys and numbers too, and leaves the rest as written")
  func originals() throws {
    let json = try Self.export([Self.row], as: .jsonl, fields: "output,target")
    #expect(
      json == #"{"output":[{"content":"call [phone]","[e-mail]":["[card]",1.50]}],"#
        + #""target":{"ip":"[IP address]","n":1},"redacted":{"card":1,"IP address":1,"e-mail":1,"phone":1}}"#
        + "\n")
  }

  @Test(
    "says in its own place how much was taken out, of what is written, and that it may not be all")
  func counts() throws {
    let json = try Self.export([Self.row, Self.row], as: .json, fields: "input")
    #expect(
      json.hasSuffix(
        #""heads":["sha256:0c1d"],"redaction":{"complete":false,"counts":{"name":2,"e-mail":2}}}"#
          + "\n"
      ))
    let markdown = try Self.export([Self.row], as: .markdown, fields: "key")
    #expect(
      markdown.hasSuffix(
        "Redacted: 1 e-mail address; what is not recognised stays, so read it before you share it.\n"
      ))
    let nothing = try Self.export([], as: .markdown)
    #expect(nothing.contains("Redacted: nothing was recognised;"))
    let csv = try Self.export([Self.row], as: .csv, fields: "input,by")
    #expect(
      csv.split(separator: "\r\n") == [
        "input,by", "\"I am [name], [e-mail]\",reviewer-1", "\"I am [name], [e-mail]\",reviewer-2",
        "\"I am [name], [e-mail]\",[reviewer]",
      ])
  }

  @Test("leaves a report that quotes nothing of it, and says so", arguments: ["jane@example.com "])
  func report(personal: String) throws {
    let content = try ReportedRun(hostile: personal).content
    let redaction = Redaction(reviewers: ["ada", "lin"], names: [])
    let (document, counts) = redaction.redacted(ReportDocument(content))
    for text in [
      ReportHTMLWriter.text(of: document), ReportMarkdownWriter.text(of: document),
      ReportTextWriter.text(of: document),
    ] {
      #expect(!text.contains("jane") && !text.contains("example.com"))
      #expect(text.contains("reviewer-1") && text.contains("reviewer-2"))
      #expect(text.contains("e-mail addresses"))
    }
    #expect(counts[.email] > 20 && counts[.reviewer] > 5)
    let plain = ReportHTMLWriter.text(of: ReportDocument(content))
    #expect(plain.contains("jane@example.com"))
  }
}
