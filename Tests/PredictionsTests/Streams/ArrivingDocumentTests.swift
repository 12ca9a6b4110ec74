import TestSupport
import Testing

@testable import Predictions

/// Documents whose rows are shown before all of the document is there.
@Suite("Documents that arrive")
struct ArrivingDocumentTests {
  private static func rows(_ range: ClosedRange<Int>) -> String {
    range.map { #"{"id":"r\#($0)","input":"question \#($0)","output":"answer"}"# }
      .joined(separator: ",")
  }

  @Test(
    "show the rows that have come, however the document is laid out",
    arguments: [
      (#"{"samples":["#, "]}"),
      (#"{"model":"m","results":["#, #"],"date":"today"}"#),
      ("{\n \"run\": {\"model\": \"m\"},\n \"results\": [\n", "\n]}\n"),
      (#"{"run":{"results":["#, "]}}"),
      (#"{"model":"m","tags":[{"a":1}],"answered":["#, "]}"),
      ("[", "]"),
    ])
  func rowsBeforeTheEnd(before: String, behind: String) throws {
    let stream = try Arriving()
    try stream.send(before + Self.rows(1...3) + ",")
    let watched = try stream.open()
    let first = try #require(watched.snapshot(rows: 3))
    #expect(first.arrival == .arriving)
    #expect(!first.isComplete)
    #expect(watched.store.prediction(at: 2).key == "r3")
    try stream.send(Self.rows(4...5) + ",")
    #expect(watched.snapshot(rows: 5)?.rowCount == 5)
    try stream.send(Self.rows(6...6) + behind)
    try stream.end()
    let last = watched.store.waitUntilComplete()
    #expect(last.isComplete)
    #expect(last.rowCount == 6)
    #expect(last.damaged == 0)
    #expect(!last.files[0].notes.contains { $0.contains("while the document arrived") })
  }

  @Test("say when a list that comes later is the rows")
  func laterList() throws {
    let stream = try Arriving()
    try stream.send(#"{"data":["# + Self.rows(1...3) + ",")
    let watched = try stream.open()
    _ = try #require(watched.snapshot(rows: 3))
    try stream.send(Self.rows(4...4) + #"],"samples":["# + Self.rows(5...9) + "]}")
    try stream.end()
    let last = watched.store.waitUntilComplete()
    #expect(last.rowCount == 4)
    #expect(last.files[0].notes.contains { $0.hasSuffix("open it with --rows samples") })
  }

  @Test("show the last rows of the list also while the document goes on behind it")
  func restOfTheDocument() throws {
    let stream = try Arriving()
    try stream.send(#"{"results":["# + Self.rows(1...3) + ",")
    let watched = try stream.open()
    _ = try #require(watched.snapshot(rows: 3))
    try stream.send(Self.rows(4...4) + #"],"log":["#)
    #expect(watched.snapshot(rows: 4)?.isComplete == false)
    try stream.send(#""done"]}"#)
    try stream.end()
    #expect(watched.store.waitUntilComplete().rowCount == 4)
  }

  @Test(
    "are not seen in the first row of JSON Lines",
    arguments: [
      #"{"id":"1","steps":["#, #"{"question":"q","tried":["#, #"{"n":1,"messages":["#,
    ])
  func longFirstRow(beginning: String) throws {
    let text = beginning + #"{"a":"b"},{"a":"c"},{"a":"d"},"#
    #expect(!EarlyList.isSure(from: Array(text.utf8), of: try Self.file(of: text)))
  }

  @Test(
    "are taken for what they are only with enough of them",
    arguments: [
      (#"{"model":"m","answered":[{"#, false),
      (#"{"model":"m","answered":[{"a":1},{"a":2},{"#, true),
      (#"{"model":"m","results":["#, false),
      (#"{"model":"m","results":[{"#, true),
      (#"{"model":"m","results":["a","#, false),
      (#"{"model":"m","results":[{"a":1}],"m":"#, false),
    ])
  func sureness(text: String, isSure: Bool) throws {
    #expect(EarlyList.isSure(from: Array(text.utf8), of: try Self.file(of: text)) == isSure)
  }

  private static func file(of text: String) throws -> FileBytes {
    let folder = try TemporaryFolder()
    return try FileBytes(opening: folder.write(text, to: "a"))
  }

  @Test("without a hurry are waited for, so that the rows are those of the file")
  func patience() throws {
    let stream = try Arriving(early: false)
    try stream.send(
      #"{"data":["# + Self.rows(1...3) + #"],"samples":["# + Self.rows(5...9) + "]}")
    try stream.end()
    #expect(try stream.open().store.waitUntilComplete().rowCount == 5)
  }
}
