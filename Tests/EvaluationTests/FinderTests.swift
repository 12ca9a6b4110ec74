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
    let rows = Finder(text).rows(in: SupportRun.context(run))
    #expect(SupportRun.keys(rows, in: run) == expected)
  }

  @Test("can be cancelled")
  func cancel() throws {
    let run = try SupportRun.open()
    var asked = 0
    let rows = Finder("a").rows(in: SupportRun.context(run)) {
      asked += 1
      return asked > 2
    }
    #expect(rows == nil)
  }
}
