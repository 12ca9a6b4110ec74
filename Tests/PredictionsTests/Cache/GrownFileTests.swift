import Foundation
import TestSupport
import Testing

@testable import Predictions

@Suite("A file that grew since its index was kept")
struct GrownFileTests {
  /// Rows that take a little more than the first mebibyte, which decides how a file is read.
  private static let enough = 2_700
  private static let width = 420

  @Test(
    "only what was added is read, and the index is that of the whole file",
    arguments: ["a.jsonl", "a.csv"])
  func append(_ name: String) throws {
    let files = try CachedFiles(seed: 3)
    try files.add("other.jsonl", rows: 30)
    try files.add(name, rows: Self.enough, width: Self.width)
    _ = try files.indexed()
    for _ in 0..<2 {
      try files.append(700, to: files.paths[1])
      let grown = try files.indexed()
      #expect(grown.rowsRead == 700)
      #expect(Described(grown.snapshot) == Described(try files.read()))
      #expect(try files.indexed().rowsRead == 0)
    }
  }

  @Test("the lines of damage in what was added count from the file's beginning")
  func lines() throws {
    let files = try CachedFiles()
    try files.add("a.jsonl", rows: Self.enough, width: Self.width)
    try files.append("\n\r\n  \n", to: files.paths[0])
    _ = try files.indexed()
    try files.append("{\"id\":1\n{}\n", to: files.paths[0])
    let grown = try files.indexed()
    #expect(grown.rowsRead == 2)
    #expect(grown.snapshot.files[0].damage.last?.damage.line == 2_704)
    #expect(Described(grown.snapshot) == Described(try files.read()))
  }

  @Test(
    "what was added may change what was there: then all is read",
    arguments: ["no line break", "damage", "short", "first of two", "changed"])
  func readAnew(_ reason: String) throws {
    let files = try CachedFiles(seed: 4)
    try files.add(
      reason == "damage" ? "a.csv" : "a.jsonl", rows: reason == "short" ? 300 : Self.enough,
      width: Self.width)
    let path = files.paths[0]
    if reason == "first of two" { try files.add("b.jsonl", rows: 30) }
    if reason == "no line break" { try files.append(#"{"id":"#, to: path) }
    if reason == "damage" { try files.append("1,\"not closed,b,c,0.5,EU\n", to: path) }
    _ = try files.indexed()
    if reason == "changed" {
      let handle = try FileHandle(forWritingTo: URL(filePath: path))
      try handle.write(contentsOf: Data("\n".utf8))
      try handle.close()
    }
    let line = reason == "damage" ? "2,a\",b,c,0.5,EU\n" : "7}\n{}\n"
    try files.append(line, to: path)
    let found = try files.indexed()
    #expect(found.rowsRead == found.snapshot.rowCount)
  }
}
