import Foundation
import TestSupport
import Testing

@testable import Predictions

/// Rows that are too long to be held.
@Suite("Rows that lie in a spool")
struct PagedRowTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let length = 200_000
  /// Longer than a block, so that it is too long to be held when it is looked for as well.
  private static let longLength = 1_100_000

  private static func text(_ length: Int = length) -> String {
    String(repeating: #"Sehr l\u00e4ng, \"and\" on. "#, count: length / 24)
  }

  private static func row(_ id: String, input: String = #""q""#, output: String = #""a""#) -> String
  {
    #"{"id":"\#(id)","input":\#(input),"output":\#(output),"target":"a","difficulty":"hard"}"#
  }

  private func store(_ path: String, paged: Bool) throws -> PredictionStore {
    var options = OpenOptions()
    if paged {
      options.streams.spoolFolder = folder.path(of: "spool")
      options.streams.longestHeld = 50_000
    }
    return try PredictionStore.open([path], options: options)
  }

  private static let files = [
    (
      "lines", "a.jsonl",
      [row("1"), row("2", output: "\"\(text(longLength))\""), row("3")].joined(separator: "\n")
    ),
    ("the last line, cut short", "a.jsonl", row("1") + "\n" + row("2", input: "\"\(text())")),
    ("a damaged line", "a.jsonl", row("2", output: "\"\(text())\"x") + "\n" + row("3")),
    (
      "a list of numbers", "a.jsonl",
      row("1", input: "[" + String(repeating: "0.25,", count: length / 5) + "1]") + "\n" + row("3")
    ),
    ("a document", "a.json", "[\(row("1")),\n\(row("2", input: "\"\(text())\"")),\n\(row("3"))]"),
    (
      "a table", "a.csv",
      "id,input,output,target\n1,q,a,a\n2,\"\(String(repeating: "say \"\"so\"\",\n", count: length / 14))\",a,b\n3,q,b,a\n"
    ),
    (
      "a conversation", "a.jsonl",
      row(
        "1",
        input: "["
          + (0..<3_000).map {
            #"{"role":"user","content":"the message of number \#($0), and so on and on"}"#
          }
          .joined(separator: ",") + "]")
    ),
  ]

  @Test("are read as those that are held", arguments: files)
  func same(_ what: String, name: String, content: String) throws {
    let path = try folder.write(content, to: name)
    let (held, paged) = (try store(path, paged: false), try store(path, paged: true))
    let (expected, snapshot) = (held.waitUntilComplete(), paged.waitUntilComplete())
    #expect(snapshot.rowCount == expected.rowCount)
    for row in 0..<expected.rowCount {
      #expect(snapshot[row].digest == expected[row].digest)
      #expect(snapshot[row].tier == expected[row].tier)
      #expect(snapshot[row].signs == expected[row].signs)
      for limit in [1_000, Int.max] {
        let (one, other) = (
          paged.prediction(at: row, upTo: limit), held.prediction(at: row, upTo: limit)
        )
        // Not as whole predictions: a difference of megabytes cannot be read.
        #expect(one.input == other.input)
        #expect(one.output == other.output)
        #expect(one.cutParts == other.cutParts)
        #expect(one.damage == other.damage)
        #expect(one.contentDigest == other.contentDigest)
        #expect(one.automatic == other.automatic)
      }
      #expect(paged.rawRow(at: row).bytes == held.rawRow(at: row).bytes)
      #expect(paged.rawExcerpt(at: row).bytes == held.rawExcerpt(at: row).bytes)
    }
  }

  @Test("are found by what stands at their end")
  func found() throws {
    let path = try folder.write(
      Self.row("1") + "\n" + Self.row("2", output: "\"\(Self.text())the needle\"") + "\n",
      to: "a.jsonl")
    let store = try store(path, paged: true)
    let snapshot = store.waitUntilComplete()
    let search = TextSearch(TextPattern("the needle"), in: store, snapshot: snapshot)
    let stretch = snapshot.stretch(0)
    let found = search.matches(stretch.items, of: stretch).found
    #expect((0..<stretch.count).filter { found[$0] } == [1])
  }

  @Test("leave nothing in the folder")
  func nothingLeft() throws {
    let path = try folder.write(
      Self.row("2", output: "\"\(Self.text(Self.longLength))\"") + "\n", to: "a.jsonl")
    let store = try store(path, paged: true)
    store.waitUntilComplete()
    let spool = folder.path(of: "spool")
    #expect(try FileManager.default.contentsOfDirectory(atPath: spool).isEmpty)
  }
}
