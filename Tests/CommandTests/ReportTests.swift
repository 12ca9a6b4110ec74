import Foundation
import TestSupport
import Testing

/// `spotcheck report`, run as a program.
@Suite("spotcheck report")
struct ReportTests {
  private struct Report: Decodable {
    struct Metric: Decodable {
      let metric: String
      let events: Int?
      let n: Int
      let rate: Double?
      let low: Double?
      let high: Double?
      let method: String?
      let mean: Double?
    }

    struct Tier: Decodable {
      let tier: String
      let count: Int
      let automatic: Metric?
    }

    struct Segment: Decodable {
      let segment: String
      let value: String
      let count: Int
      let automatic: Metric?
    }

    let predictions: Int
    let damaged: Int
    let automatic: Metric?
    let tiers: [Tier]
    let segments: [Segment]
  }

  private static let rows = """
    {"id":"a","output":"x","target":"x","confidence":0.95,"region":"EU"}
    {"id":"b","output":"y","target":"z","confidence":0.6,"region":"US"}
    {"id":"b","output":"y","target":"z","confidence":0.6,"region":"US"}
    {"id":"c","output":"cut
    [1]
    {"id":"d","output":"w","target":"w","confidence":0.3,"region":"EU"}

    """

  private func report(_ rows: String = rows, _ arguments: [String] = []) throws -> Report {
    let folder = try TemporaryFolder()
    try folder.write(rows, to: "run.jsonl")
    let run = try ProgramRun.of(
      ["report", "--format", "json", "run.jsonl"] + arguments, in: folder)
    #expect(run.status == 0)
    return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
  }

  @Test("counts every row by tier, segment value and result, also damaged and repeated ones")
  func counts() throws {
    let report = try report()
    #expect(report.predictions == 6)
    #expect(report.damaged == 1)
    #expect(report.tiers.map(\.tier) == ["easy", "ambiguous", "hard", "unrated"])
    #expect(report.tiers.map(\.count) == [1, 2, 1, 2])
    #expect(
      report.segments.map { "\($0.segment)=\($0.value) \($0.count)" } == [
        "region=EU 2", "region=US 2",
      ])
    let accuracy = try #require(report.automatic)
    #expect(accuracy.metric == "accuracy" && accuracy.method == "wilson")
    #expect(accuracy.events == 2 && accuracy.n == 4 && accuracy.rate == 0.5)
    #expect(report.tiers[1].automatic?.events == 0 && report.tiers[1].automatic?.n == 2)
    #expect(report.tiers[3].automatic == nil)
    #expect(report.segments[0].automatic?.rate == 1)
  }

  @Test("gives the mean where the metric is a grade")
  func grades() throws {
    let report = try report(#"{"output":"a","score":0.25}"# + "\n" + #"{"output":"b","score":1}"#)
    #expect(report.automatic?.metric == "mean-score")
    #expect(report.automatic?.mean == 0.625)
    #expect(report.automatic?.n == 2)
  }

  @Test("counts what a query matches")
  func query() throws {
    let report = try report(Self.rows, ["--where", "region:US"])
    #expect(report.predictions == 2)
    #expect(report.automatic?.events == 0)
  }

  @Test("reads more files than shells let a program open")
  func manyFiles() throws {
    let folder = try TemporaryFolder()
    for number in 0..<120 {
      try folder.write(
        #"{"id":"\#(number)","output":"x","target":"x"}"# + "\n", to: "\(number).jsonl")
    }
    let program = ProgramRun.program.path
    let run = try ProgramRun.ofShell(
      "ulimit -S -n 64; \(program) report --format json *.jsonl", in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    #expect(report.predictions == 120)
  }

  @Test("prints no interval of the metric where the report is about the run itself")
  func aboutTheRun() throws {
    let metric = try #require(try report(Self.rows, ["--about", "run"]).automatic)
    #expect(metric.events == 2 && metric.n == 4 && metric.rate == 0.5)
    #expect(metric.low == nil && metric.high == nil && metric.method == nil)
  }

  @Test("takes the draw and the reviews of the ledger into account, in every format")
  func reviewed() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.rows, to: "run.jsonl")
    let drawn = try ProgramRun.of(["sample", "--size", "3", "run.jsonl"], in: folder)
    #expect(drawn.status == 0, "\(drawn.errors)")
    let json = try ProgramRun.of(["report", "--format", "json", "run.jsonl"], in: folder)
    #expect(json.status == 0, "\(json.errors)")
    #expect(json.output.contains("\"draws\"") && json.output.contains("\"reviewed\" : 0"))
    let page = try ProgramRun.of(["report", "--format", "html", "run.jsonl"], in: folder)
    #expect(page.output.hasPrefix("<!DOCTYPE html>") && page.output.hasSuffix("</html>\n"))
    let text = try ProgramRun.of(["report", "--format", "markdown", "run.jsonl"], in: folder)
    #expect(text.output.hasPrefix("# Report\n\n## Summary\n"))
    let short = try ProgramRun.of(["report", "--short", "run.jsonl"], in: folder)
    #expect(short.output.split(separator: "\n").count < 6)
  }

  @Test("a crossing of what is no segment is a usage error that lists those there are")
  func crossing() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.rows, to: "run.jsonl")
    _ = try ProgramRun.of(["sample", "--size", "3", "run.jsonl"], in: folder)
    let run = try ProgramRun.of(["report", "--cross", "region,tone", "run.jsonl"], in: folder)
    #expect(run.status == 64)
    #expect(run.errors.contains("no segment tone; there are region"))
  }

  @Test("prints a table for people")
  func text() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.rows, to: "run.jsonl")
    let run = try ProgramRun.of(["report", "run.jsonl"], in: folder)
    #expect(run.output.hasPrefix("6 predictions · 1 damaged · accuracy 50.0 % of 4 (15.0–85.0)\n"))
    #expect(run.output.contains("  ambiguous  2   accuracy 0.0 % of 2 (0.0–65.8)\n"))
  }

  @Test("a draw whose query does not fit the file is named with the reason and hides no other draw")
  func leftOutDraw() throws {
    let folder = try CheckedFolder.make([])
    let unfit = CheckedFolder.rows().replacing("\"region\"", with: "\"area\"")
    let ledger = ["--ledger", "ada.jsonl"]
    let draw = ["sample", "run.jsonl", "--size", "10"] + ledger
    #expect(try ProgramRun.of(draw, in: folder).status == 0)
    #expect(try ProgramRun.of(draw + ["--where", "region:EU"], in: folder).status == 0)
    try folder.write(unfit, to: "run.jsonl")
    let report = try ProgramRun.of(["report", "run.jsonl"] + ledger, in: folder)
    #expect(report.status == 0, "\(report.errors)")
    #expect(report.output.contains("0 of 10 judged, not finished"))
    #expect(report.output.contains(#/of “?region:EU”? left out: its query does not fit/#))
    let json = try ProgramRun.of(["report", "--format", "json", "run.jsonl"] + ledger, in: folder)
    #expect(json.output.contains(#/"drawsLeftOut" ?:/#))
    let agreement = try ProgramRun.of(["agreement", "run.jsonl"] + ledger, in: folder)
    #expect(agreement.status == 0, "\(agreement.errors)")
  }

  @Test("agreement says of what its share is, and writes intervals that can be read below 0")
  func agreement() throws {
    let folder = try CheckedFolder.make([])
    let first = ["--reviewer", "ada", "--ledger", "ada.jsonl", "--sample", "10"]
    let second =
      ["--reviewer", "lin", "--where", "sampled"]
      + ["lin", "ada"].flatMap { ["--ledger", "\($0).jsonl"] }
    for (options, keys) in [(first, "owoooowooo"), (second, "oowooooowo")] {
      let run = try ProgramRun.of(["replay", "run.jsonl", "--keys", keys] + options, in: folder)
      #expect(run.status == 0, "\(run.errors)")
    }
    let run = try ProgramRun.of(
      ["agreement", "run.jsonl", "--ledger", "ada.jsonl", "--ledger", "lin.jsonl"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("60.0 % of pairs of reviews, each prediction alike"))
    #expect(run.output.contains("lin: -.25 (-.49 to -.01)"), "\(run.output)")
    #expect(run.output.contains("AC1     1.00, without an interval: nobody ever differed"))
  }

  @Test("a draw that nobody has judged anything of says what waits, and gives no rate")
  func nothingJudged() throws {
    let folder = try CheckedFolder.make([])
    let sample = try ProgramRun.of(["sample", "--size", "20", "run.jsonl"], in: folder)
    #expect(sample.status == 0)
    let run = try ProgramRun.of(["report", "--short", "run.jsonl"], in: folder)
    #expect(run.output.contains("none of 60 is judged; 20 drawn predictions wait"))
    #expect(!run.output.contains("judged by") && !run.output.contains("wrong"))
  }
}
