import Evaluation
import Exporting
import Predictions
import Reviewing
import TestSupport
import Testing

@Suite("An export of what was flagged")
struct FlaggedExportTests {
  private static let rows = #"""
    {"id":"a","prompt":"hi","response":"ok then","passed":true,"confidence":0.95,"region":"EU"}
    {"id":"b","prompt":"refund?","response":"never","reference":"30 days","passed":true,"confidence":0.55,"region":"US"}
    {"id":"c","prompt":"hello","response":"go away","passed":true,"confidence":0.97,"region":"EU"}
    {"id":"d","prompt":"pin?","response":"4471","passed":false,"confidence":0.30,"region":"US"}
    {"id":"e","prompt":"refund?","response":"never","passed":true,"confidence":0.5,"region":"US"}
    {"id":"f","prompt":[{"role":"user","content":"hi","name":"bo"}],"response":"x","confidence":0.7,"region":"EU"}
    {"id":"g","prompt":"size?","response":"42","confidence":0.8,"region":"EU"}

    """#

  private func open() throws -> ReviewedRun {
    try ReviewedRun(rows: Self.rows) { run in
      [
        run.review("a", by: "ada", Review(verdict: .ok)),
        run.review("b", by: "ada", daysAgo: 9, Review(verdict: .wrong, comment: "30 days!")),
        run.review("b", by: "lin", Review(verdict: .ok)),
        run.review("c", by: "lin", Review(upsetting: Upsetting(severity: 2))),
        run.review("d", by: "ada", daysAgo: 9, Review(badTarget: true)),
        run.review("d", by: "lin", daysAgo: 9, Review(verdict: .wrong)),
        run.deed("d", by: "ada", .resolve(Review(verdict: .ok))),
        run.review("f", by: "ada", daysAgo: 9, Review(verdict: .wrong)),
        run.reviewOfOtherOutput("g", by: "ada", Review(verdict: .wrong)),
      ]
    }
  }

  @Test("takes what the selection says", arguments: Self.selections)
  func selection(selection: ExportSelection, expected: String) throws {
    let run = try open()
    let export = try FlaggedExport(selection, context: context(run))
    #expect(export.rows().map { export.prediction(at: $0).key }.joined() == expected)
  }

  static let selections: [(ExportSelection, String)] = [
    (ExportSelection(), "bcf"),
    (ExportSelection(includesUnflagged: true), "abcdfg"),
    (ExportSelection(by: "ada"), "bf"),
    (ExportSelection(by: "lin"), "cd"),
    (ExportSelection(by: "nobody"), ""),
    (ExportSelection(since: daysAgo(7)), "c"),
    (ExportSelection(includesUnflagged: true, since: daysAgo(7)), "abcd"),
    (ExportSelection(includesUnflagged: true, by: "ada", since: daysAgo(7)), "ad"),
    (ExportSelection(query: try? Query.parse("region:US")), "b"),
    (ExportSelection(includesUnflagged: true, query: try? Query.parse("changed")), "g"),
  ]

  @Test("gives a prediction once, with everybody's reviews, comments and copies")
  func reviews() throws {
    let run = try open()
    let export = try FlaggedExport(ExportSelection(), context: context(run))
    let row = try #require(export.rows().first)
    let prediction = export.prediction(at: row)
    #expect(prediction.reviews.map(\.by) == ["lin", "ada"])
    #expect(prediction.reviews.map(\.review.comment) == [nil, "30 days!"])
    #expect(prediction.copies == 2)
    #expect(prediction.target == .text("30 days"))
    #expect(prediction.signal == "confidence .55")
    #expect(!prediction.isChanged && !prediction.isShielded)
  }

  @Test("puts what settled a disagreement first, covers what was flagged, marks what changed")
  func marks() throws {
    let run = try open()
    let export = try FlaggedExport(
      ExportSelection(includesUnflagged: true), context: context(run))
    let predictions = export.rows().map(export.prediction)
    let settled = try #require(predictions.first { $0.key == "d" })
    #expect(settled.reviews.map(\.isResolution) == [true, false, false])
    #expect(predictions.filter(\.isShielded).map(\.key) == ["c"])
    #expect(predictions.filter(\.isChanged).map(\.key) == ["g"])
  }

  @Test("goes on where the heads of the last one were")
  func afterHeads() throws {
    let run = try open()
    let files = try ["ada", "lin"].map { Array(try run.folder.bytes(of: "ledger/\($0).jsonl")) }
    let all = try LedgerCut.events(upTo: run.ledger.heads, in: files)
    let none = try FlaggedExport(ExportSelection(known: all), context: context(run))
    #expect(none.rows().isEmpty)
    let first = try #require(files[1].split(separator: UInt8(ascii: "\n")).first)
    let cut = try LedgerCut.events(upTo: [ContentDigest(of: first).text], in: files)
    let later = try FlaggedExport(
      ExportSelection(by: "lin", known: cut), context: context(run))
    #expect(later.rows().map { later.prediction(at: $0).key } == ["c", "d"])
  }

  @Test("is opened again as the same predictions, chats too")
  func roundTrip() throws {
    let run = try open()
    let export = try FlaggedExport(
      ExportSelection(includesUnflagged: true), context: context(run))
    var exporter = ExportFormat.jsonl.exporter(fields: .all(segments: run.snapshot.segmentNames))
    var sink: any ByteSink = MemorySink()
    try export.write(export.rows(), with: &exporter, heads: [], into: &sink)
    let text = try #require((sink as? MemorySink)?.text)
    let again = try ReviewedRun(
      rows: text, options: OpenOptions(fields: [.input: ["input"], .output: ["output"]]))
    for key in ["a", "b", "c", "d", "f", "g"] {
      let old = try #require(run.prediction(key))
      let new = try #require(again.prediction(key))
      #expect(new.contentDigest == old.contentDigest)
      #expect(new.output == old.output)
    }
  }

  @Test("says how far it has come, while it selects and while it writes")
  func progress() throws {
    let rows = (0..<600).map { #"{"id":"\#($0)","input":"i\#($0)","output":"o"}"# }
    let run = try ReviewedRun(rows: rows.joined(separator: "\n"))
    let export = try FlaggedExport(
      ExportSelection(includesUnflagged: true), context: context(run))
    var selecting: [Int] = []
    let selected = export.rows { part, whole in selecting.append(part * 1_000 + whole) }
    #expect(selecting == [600, 256_600, 512_600])
    var writing: [Int] = []
    var exporter = ExportFormat.jsonl.exporter(fields: .all(segments: []))
    var sink: any ByteSink = MemorySink()
    try export.write(selected, with: &exporter, heads: [], into: &sink) { part, whole in
      writing.append(part * 1_000 + whole)
    }
    #expect(writing == selecting)
  }

  private static func daysAgo(_ days: Int64) -> Timestamp {
    Timestamp(milliseconds: ReviewedRun.now.milliseconds - days * 86_400_000)
  }

  private func context(_ run: ReviewedRun) -> QueryContext {
    let ledger = run.ledger
    return QueryContext(
      snapshot: run.snapshot, store: run.store, book: ledger.book, reviewer: "ada",
      now: ReviewedRun.now, comment: { ledger.comment(of: $0) })
  }
}
