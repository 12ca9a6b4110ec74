import Evaluation
import TestSupport
import Testing

@Suite("Finding text")
struct FinderTests {
  @Test(
    "looks into decoded input, output, target and id of every item",
    arguments: [
      ("parcel", "a"), ("refund", "bf"), ("Policy", "f"), ("30 days", "b"), ("h", "ach"),
      ("हिन्दी", "h"), ("prompt", ""), ("no*ever", "b"), ("\\", ""),
    ])
  func find(text: String, expected: String) throws {
    let run = try SupportRun.open()
    let found = try #require(Finder(text).found(in: SupportRun.context(run)))
    let rows = (0..<run.snapshot.rowCount).filter(found.rows.contains)
    #expect(SupportRun.keys(rows, in: run) == expected)
    #expect(found.count == expected.count)
  }

  @Test("can be cancelled")
  func cancel() throws {
    let run = try SupportRun.open()
    let found = Finder("a").found(in: SupportRun.context(run), isCancelled: { true })
    #expect(found == nil)
  }
}
