import Foundation
import Predictions
import Reviewing
import TestSupport
import Testing

@testable import Evaluation

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

  /// A run of many rows, and the file that it was read from.
  private static func longRun(in folder: TemporaryFolder) throws -> (QueryContext, path: String) {
    let path = try folder.write(rows("a"), to: "run.jsonl")
    let store = try PredictionStore.open([path], options: OpenOptions())
    let snapshot = store.waitUntilComplete()
    let context = QueryContext(
      snapshot: snapshot, store: store, book: ReviewBook(), reviewer: "ada", now: ReviewedRun.now)
    return (context, path)
  }

  private static func rows(_ word: String) -> String {
    (0..<3_000).map {
      #"{"id":"\#($0)","input":"question \#($0)","output":"\#(word) \#($0)","note":"n\#($0)"}"#
        + "\n"
    }.joined()
  }

  @Test("rows that a cut file has no more are counted, and the others searched")
  func cut() throws {
    let folder = try TemporaryFolder()
    let (context, path) = try Self.longRun(in: folder)
    let left = 1_234
    #expect(truncate(path, off_t(context.snapshot[left].offset)) == 0)
    let unread = context.snapshot.rowCount - left
    let found = try #require(Finder("question").found(in: context))
    #expect(found.count == left)
    #expect(found.unread.count == unread)
    #expect(
      found.unread.words
        == "\(unread) rows of \(path) could not be read again: it was changed meanwhile, open it again"
    )
    // One that only the first rows hold is found in few of them, and one that none holds in none.
    #expect(Finder("nowhere").found(in: context)?.unread.count == unread)
    #expect(Finder(",").found(in: context)?.unread.count == unread)
  }

  @Test("rows of a file that was written anew in its place are counted and not searched")
  func writtenAnew() throws {
    let folder = try TemporaryFolder()
    let (context, path) = try Self.longRun(in: folder)
    let writing = try FileHandle(forWritingTo: URL(filePath: path))
    try writing.write(contentsOf: Data(Self.rows("b").utf8))
    try writing.close()
    let found = try #require(Finder("b 17*").found(in: context))
    #expect(found.isEmpty)
    #expect(found.unread.count == context.snapshot.rowCount)
    #expect(context.store.rawRow(at: 17).readError != nil)
  }

  @Test(
    "a filter leaves out the rows that it cannot read, negated or not, and says how many",
    arguments: ["note:n*", "-note:n*", "output:a", "-output:b", "note:n5 or output:z", "run:x"])
  func filter(text: String) throws {
    let folder = try TemporaryFolder()
    let (context, path) = try Self.longRun(in: folder)
    let left = 1_234
    #expect(truncate(path, off_t(context.snapshot[left].offset)) == 0)
    let rows = try Arranger.rows(
      Arrangement(query: try Query.parse(text)), context: context, isCancelled: { false })
    #expect(rows.map { $0.allSatisfy { $0 < left } } == true)
    #expect(context.unread.count == context.snapshot.rowCount - left)
    // What the index knows is answered without reading.
    let known = try Arranger.rows(
      Arrangement(query: try Query.parse("tier:unrated or note:x")), context: context,
      isCancelled: { false })
    #expect(known?.count == context.snapshot.rowCount)
  }

  @Test("can be cancelled")
  func cancel() throws {
    let run = try SupportRun.open()
    let found = Finder("a").found(in: SupportRun.context(run), isCancelled: { true })
    #expect(found == nil)
  }
}
