import Foundation
import TestSupport
import Testing

/// `spotcheck due`, run as a program.
@Suite("spotcheck due")
struct DueTests {
  /// A ledger line by ada about a row of the folder's run, so many days ago.
  private static func review(
    _ key: String, daysAgo: Double, in folder: TemporaryFolder
  ) throws {
    let row = try ProgramRun.ofShell(
      #""$SPOTCHECK" sample --dry-run --size 60 --format json run.jsonl"#, in: folder)
    struct Listing: Decodable {
      struct Item: Decodable {
        let key: String
        let content: String
      }
      let items: [Item]
    }
    let listing = try JSONDecoder().decode(Listing.self, from: Data(row.output.utf8))
    let item = try #require(listing.items.first { $0.key == key })
    let at = Date(timeIntervalSinceNow: -daysAgo * 86_400)
      .formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true))
    try folder.write(
      #"{"at":"\#(at)Z","by":"ada","event":"review","id":"01JDC8E2Q4V5W6X7Y8Z9ABCDEF","#
        + #""item":{"content":"\#(item.content)","input":"\#(item.content)","key":"\#(key)"},"#
        + #""review":{"verdict":"ok"},"seq":1,"v":1,"writer":"k3v9q2"}"# + "\n",
      to: "ledger/ada.jsonl")
  }

  @Test("what nobody ever looked at is overdue, and ends with 2")
  func never() throws {
    let run = try ProgramRun.of(["due", "run.jsonl"], in: CheckedFolder.make([]))
    #expect(run.status == 2)
    #expect(run.errors.isEmpty)
    #expect(
      run.output == """
        ✗ all        never looked at, wanted every 1 day · 0 of 60 judged
        ✗ easy       never looked at, wanted every 7 days · 0 of 30 judged
        ✗ ambiguous  never looked at, wanted every 7 days · 0 of 30 judged
          region=EU  never looked at · 0 of 30 judged
          region=US  never looked at · 0 of 30 judged
        3 overdue; no guardrail of days-since-review says how often, so all is due daily and a tier \
        weekly

        """)
  }

  @Test(
    "a guardrail says how often, and the configuration which runs",
    arguments: [(2.0, 0), (4.0, 2)])
  func guardrail(daysAgo: Double, status: Int) throws {
    let folder = try CheckedFolder.make(
      [#"metric: days-since-review, where: "region:EU", range: [0, 3]"#], more: "runs: run.jsonl\n")
    try Self.review("r0", daysAgo: daysAgo, in: folder)
    let run = try ProgramRun.of(["due"], in: folder)
    #expect(Int(run.status) == status, "\(run.output)\(run.errors)")
    #expect(
      run.output.contains("days ago, wanted every 3 days · 1 of 30 judged"), "\(run.output)")
    #expect(run.output.hasSuffix(status == 0 ? "nothing is overdue\n" : "1 overdue\n"))
    let json = try ProgramRun.of(["due", "--format", "json"], in: folder)
    #expect(Int(json.status) == status)
    #expect(json.output.contains(#""kind" : "guardrail""#))
  }

  @Test("without a file and without runs there is nothing to look at")
  func nothing() throws {
    let run = try ProgramRun.of(["due"], in: TemporaryFolder())
    #expect(run.status == 64)
    #expect(run.errors.contains("name a file of predictions"))
    let query = try ProgramRun.of(
      ["due", "--where", "tier:easy", "x.jsonl"], in: TemporaryFolder())
    #expect(query.status == 64)
  }
}
