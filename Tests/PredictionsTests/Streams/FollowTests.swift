import Foundation
import TestSupport
import Testing

@testable import Predictions

/// Files that somebody adds to while they are reviewed.
@Suite("Following")
struct FollowTests {
  private let folder: TemporaryFolder
  private let path: String
  private let watched: WatchedStore

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.write(Self.row(1) + Self.row(2), to: "run.jsonl")
    let other = try folder.write(Self.row(0), to: "old.jsonl")
    var options = OpenOptions()
    options.streams.follows = true
    options.streams.followInterval = .milliseconds(1)
    watched = WatchedStore(try PredictionStore.open([other, path], options: options))
  }

  private static func row(_ number: Int) -> String {
    #"{"id":"r\#(number)","input":"question \#(number)","output":"answer"}"# + "\n"
  }

  private func add(_ text: String) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  @Test("rows that are added come behind the others, each when its line is whole")
  func adding() throws {
    let first = try #require(watched.snapshot { $0.isComplete })
    #expect(first.rowCount == 3)
    #expect(first.arrival == .following)
    try add(Self.row(3) + #"{"id":"r4","#)
    let second = try #require(watched.snapshot(rows: 4))
    #expect(second.isComplete)
    try add(#""input":"q","output":"a"}"# + "\n")
    #expect(watched.snapshot(rows: 5)?.rowCount == 5)
    #expect(watched.store.prediction(at: 4).key == "r4")
    watched.store.cancel()
    #expect(watched.store.waitUntilComplete().damaged == 0)
  }

  @Test(
    "a document is followed as it is, be its list closed or not",
    arguments: [
      (#"{"results":[{"id":1,"output":"a"},{"id":2}]}"#, 2), (#"[{"id":1,"output":"a"},"#, 1),
      (#"{"id":1,"output":"a"}"# + "\n", 1),
    ])
  func document(text: String, rows: Int) throws {
    let path = try folder.write(text, to: text.hasPrefix("{\"id") ? "single" : "run.json")
    var options = OpenOptions()
    options.streams.follows = true
    let watched = WatchedStore(try PredictionStore.open([path], options: options))
    #expect(watched.snapshot { $0.isComplete }?.rowCount == rows)
  }

  @Test("a file that is cut short is followed no more, and that is told")
  func cutShort() throws {
    _ = try #require(watched.snapshot { $0.isComplete })
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.truncate(atOffset: 3)
    try file.close()
    let last = try #require(watched.snapshot { $0.files[1].interruption != nil })
    #expect(last.files[1].interruption?.contains("cut short") == true)
    #expect(last.arrival == nil)
    #expect(last.rowCount == 3)
    #expect(watched.store.prediction(at: 2).readError != nil)
  }

  @Test("a file that is replaced keeps its rows, and that is told")
  func replaced() throws {
    _ = try #require(watched.snapshot { $0.isComplete })
    let new = try folder.write(Self.row(9), to: "new.jsonl")
    #expect(rename(new, path) == 0)
    let last = try #require(watched.snapshot { $0.files[1].interruption != nil })
    #expect(last.files[1].interruption?.contains("replaced") == true)
    #expect(watched.store.prediction(at: 2).key == "r2")
  }

  @Test("a file that is removed keeps its rows, and that is told")
  func removed() throws {
    _ = try #require(watched.snapshot { $0.isComplete })
    #expect(unlink(path) == 0)
    let last = try #require(watched.snapshot { $0.files[1].interruption != nil })
    #expect(last.files[1].interruption?.contains("removed") == true)
  }
}
