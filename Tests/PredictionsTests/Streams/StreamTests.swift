import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Predictions

/// Predictions that are reviewed while they arrive.
@Suite("Streams")
struct StreamTests {
  private static func row(_ number: Int) -> String {
    #"{"id":"r\#(number)","input":"question \#(number)","output":"answer"}"# + "\n"
  }

  @Test("rows are there as soon as their line is, and counts grow")
  func growing() throws {
    let stream = try Arriving()
    try stream.send(Self.row(1) + Self.row(2))
    let watched = try stream.open()
    let first = try #require(watched.snapshot(rows: 2))
    #expect(first.arrival == .arriving)
    #expect(!first.isComplete)
    #expect(watched.store.prediction(at: 1).key == "r2")
    try stream.send(Self.row(3) + #"{"id":"r4","#)
    #expect(watched.snapshot(rows: 3)?.rowCount == 3)
    try stream.send(#""input":"x","output":"y"}"#)
    try stream.end()
    let last = watched.store.waitUntilComplete()
    #expect(last.isComplete)
    #expect(last.arrival == nil)
    #expect(last.rowCount == 4)
    #expect(last.damaged == 0)
    #expect(last.bytesRead == last.bytesTotal)
    #expect(watched.store.prediction(at: 3).key == "r4")
  }

  @Test("a stream is called stdin: as a file and as a run")
  func name() throws {
    let stream = try Arriving(early: false)
    try stream.send(Self.row(1))
    try stream.end()
    let watched = try stream.open()
    watched.store.waitUntilComplete()
    #expect(watched.store.prediction(at: 0).file == "stdin")
    #expect(watched.store.prediction(at: 0).run == "stdin")
  }

  @Test("a single line that stalls is taken for the first of many")
  func stall() throws {
    let stream = try Arriving()
    try stream.send(Self.row(1))
    let watched = try stream.open()
    #expect(watched.snapshot(rows: 1)?.files[0].format == "jsonl")
    try stream.end()
    #expect(watched.store.waitUntilComplete().rowCount == 1)
  }

  @Test("a stream without a value is none of predictions")
  func empty() throws {
    let stream = try Arriving()
    try stream.send(" \n")
    try stream.end()
    #expect(throws: OpenError.empty(path: "stdin")) { try stream.open() }
  }

  @Test("whoever sends finds the pipe closed when nobody wants more")
  func cancelling() throws {
    signal(SIGPIPE, SIG_IGN)
    let stream = try Arriving()
    try stream.send(Self.row(1))
    let watched = try stream.open()
    _ = watched.snapshot(rows: 1)
    watched.store.cancel()
    watched.store.waitUntilComplete()
    #expect(throws: Errno.brokenPipe) {
      while true { try stream.send(Self.row(2)) }
    }
  }

  @Test("a file that was redirected is read where it lies")
  func redirected() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.row(1) + Self.row(2), to: "rows")
    var options = OpenOptions()
    options.streams.standardInput = try FileDescriptor.open(path, .readOnly)
    let store = try PredictionStore.open(["-"], options: options)
    #expect(store.waitUntilComplete().rowCount == 2)
    try options.streams.standardInput.close()
  }

  @Test(
    "in whatever pieces a stream arrives, its rows are those of the file",
    arguments: [
      ("a.jsonl", #"{"id":1,"input":"ä\n","output":"x"}"# + "\n\n" + #"{"id":2"# + "\n[1]\n{}"),
      ("a.csv", "id,input,output\n1,\"two\nlines\",x\n2,\"open,y\n3,\"a \"\"b\"\"\",z\n"),
      ("a.json", #"{"n":1,"results":[{"id":1,"output":"a"},{"id":2,"o":"]"},{"id":3}],"m":2}"#),
      ("b.json", "[\n {\"id\":1,\"output\":\"a\"},\n {\"id\":2,\n\"output\":\"b\"} ]\n"),
      ("c.json", #"{"id":1,"output":"a"} {"id":2,"output":"b"}"#),
      ("a.tsv", "id\tinput\toutput\r\n1\tq\ta\r\n2\tq\tb"),
    ])
  func pieces(name: String, text: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: name)
    let expected = try Self.rows(of: try PredictionStore.open([path], options: OpenOptions()))
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<8 {
      let stream = try Arriving(early: false)
      let bytes = Array(text.utf8)
      var at = 0
      while at < bytes.count {
        let next = min(bytes.count, at + Int.random(in: 1...12, using: &generator))
        try stream.send(bytes[at..<next])
        at = next
      }
      try stream.end()
      #expect(try Self.rows(of: stream.open().store) == expected)
    }
  }

  private static func rows(of store: PredictionStore) throws -> [[Int]] {
    let snapshot = store.waitUntilComplete()
    return (0..<snapshot.rowCount).map { row in
      [snapshot[row].offset, snapshot[row].length, snapshot[row].isDamaged ? 1 : 0]
    }
  }
}
