import Foundation
import TestSupport
import Testing

@testable import Predictions

/// Files that are open only while they are read often.
@Suite("The pool of open files")
struct DescriptorPoolTests {
  private let folder: TemporaryFolder
  private let pool = DescriptorPool(limit: 2)

  init() throws { folder = try TemporaryFolder() }

  private func open(
    _ name: String, _ text: String, in pool: DescriptorPool? = nil
  ) throws -> FileBytes {
    let file = try FileBytes(opening: try folder.write(text, to: name), pool: pool ?? self.pool)
    file.forgetHead()
    return file
  }

  private func text(of file: FileBytes) throws -> String {
    String(decoding: try file.prefix(100), as: UTF8.self)
  }

  /// Has the pool let go of everything that was opened before.
  private func crowdOut() throws -> [FileBytes] {
    try (0..<2).map { try open("crowd-\($0)", "x") }
  }

  /// Puts another file under the name.
  private func replace(_ file: FileBytes) throws {
    #expect(rename(try folder.write("new", to: "new"), file.path) == 0)
  }

  @Test("more files than may be open are read as often as one likes")
  func moreThanTheLimit() throws {
    let files = try (0..<7).map { try open("\($0)", "text \($0)") }
    for _ in 0..<3 {
      for (number, file) in files.enumerated() {
        #expect(try text(of: file) == "text \(number)")
        #expect(pool.count <= 2)
      }
    }
  }

  @Test("the file that was read least recently is the one that is closed")
  func leastRecent() throws {
    let first = try open("first", "first")
    let second = try open("second", "second")
    _ = try text(of: first)
    let third = try open("third", "third")
    for file in [first, second, third] { try replace(file) }
    #expect(try text(of: first) == "first")
    #expect(try text(of: third) == "third")
    #expect(throws: ReadError.replaced(path: second.path, offset: 0)) { try text(of: second) }
  }

  @Test("of many files some are closed at once, those that were read least recently")
  func someAtOnce() throws {
    let pool = DescriptorPool(limit: 16)
    let files = try (0..<16).map { try open("\($0)", "text \($0)", in: pool) }
    for file in files.prefix(3) { _ = try text(of: file) }
    let last = try open("last", "last", in: pool)
    #expect(pool.count == 15)
    for file in files + [last] { try replace(file) }
    for (number, file) in files.enumerated() {
      if [3, 4].contains(number) {
        #expect(throws: ReadError.replaced(path: file.path, offset: 0)) { try text(of: file) }
      } else {
        #expect(try text(of: file) == "text \(number)")
      }
    }
    #expect(try text(of: last) == "last")
  }

  @Test("a file that nobody reads any more is closed")
  func closing() throws {
    var file: FileBytes? = try open("a", "text")
    #expect(file != nil)
    #expect(pool.count == 1)
    file = nil
    #expect(pool.count == 0)
  }

  @Test("another file under the name is not read as if it were the one that was opened")
  func replaced() throws {
    let file = try open("a.jsonl", "old")
    let others = try crowdOut()
    try replace(file)
    #expect(throws: ReadError.replaced(path: file.path, offset: 0)) { try text(of: file) }
    withExtendedLifetime(others) {}
  }

  @Test("another file is known also where the system gave it the number of the old one")
  func sameNumber() throws {
    let file = try open("a.jsonl", "old")
    let others = try crowdOut()
    // Written in its place, which keeps the number for sure.
    let writing = try FileHandle(forWritingTo: URL(fileURLWithPath: file.path))
    try writing.write(contentsOf: Data("new".utf8))
    try writing.close()
    #expect(throws: ReadError.replaced(path: file.path, offset: 0)) { try text(of: file) }
    withExtendedLifetime(others) {}
  }

  @Test("a file that only grew is the same one")
  func grown() throws {
    let file = try open("a.jsonl", "old")
    let others = try crowdOut()
    let writing = try FileHandle(forWritingTo: URL(fileURLWithPath: file.path))
    try writing.seekToEnd()
    try writing.write(contentsOf: Data(" and new".utf8))
    try writing.close()
    #expect(try text(of: file) == "old")
    withExtendedLifetime(others) {}
  }

  @Test(
    "of a file that was cut shorter the rows that are left are read, and the others told to be gone",
    arguments: [8, 40, 300])
  func cut(rows: Int) throws {
    let lines = (0..<rows).map { #"{"id":"\#($0)","input":"q\#($0)","output":"a"}"# + "\n" }
    let path = try folder.write(lines.joined(), to: "a.jsonl")
    var options = OpenOptions()
    options.streams.pool = pool
    let store = try PredictionStore.open([path], options: options)
    store.waitUntilComplete()
    let others = try crowdOut()
    let left = rows / 2
    let size = lines.prefix(left).reduce(0) { $0 + $1.utf8.count }
    #expect(truncate(path, off_t(size)) == 0)
    #expect(store.prediction(at: left - 1).key == "\(left - 1)")
    #expect(store.prediction(at: left).readError == .endsEarly(path: path, offset: size))
    withExtendedLifetime(others) {}
  }

  @Test("a shorter file that was written in place of the old one is another one")
  func shorter() throws {
    let file = try open("a.jsonl", String(repeating: "old ", count: 1_000))
    let others = try crowdOut()
    let writing = try FileHandle(forWritingTo: URL(fileURLWithPath: file.path))
    try writing.truncate(atOffset: 0)
    try writing.write(contentsOf: Data("new rows".utf8))
    try writing.close()
    #expect(throws: ReadError.replaced(path: file.path, offset: 0)) { try text(of: file) }
    withExtendedLifetime(others) {}
  }

  @Test("a file that was removed is told, and read again once it is back")
  func removed() throws {
    let file = try open("a.jsonl", "old")
    let others = try crowdOut()
    let aside = folder.path(of: "aside")
    try FileManager.default.moveItem(atPath: file.path, toPath: aside)
    #expect(throws: ReadError.removed(path: file.path, offset: 0)) { try text(of: file) }
    try FileManager.default.moveItem(atPath: aside, toPath: file.path)
    #expect(try text(of: file) == "old")
    withExtendedLifetime(others) {}
  }

  @Test("a pipe under the name is not waited for")
  func pipe() throws {
    let file = try open("a.jsonl", "old")
    let others = try crowdOut()
    try FileManager.default.removeItem(atPath: file.path)
    #expect(mkfifo(file.path, 0o600) == 0)
    #expect(throws: ReadError.replaced(path: file.path, offset: 0)) { try text(of: file) }
    withExtendedLifetime(others) {}
  }

  @Test("rows of more files than may be open are those of their files")
  func rows() throws {
    let paths = try (0..<20).map { file in
      try folder.write(
        (0..<3).map { #"{"id":"\#(file)-\#($0)","input":"q\#(file)","output":"a\#($0)"}"# + "\n" }
          .joined(), to: "part-\(file).jsonl")
    }
    var options = OpenOptions()
    options.streams.pool = pool
    let store = try PredictionStore.open(paths, options: options)
    #expect(store.waitUntilComplete().rowCount == 60)
    for row in [0, 59, 30, 1, 58, 31] {
      let prediction = store.prediction(at: row)
      #expect(prediction.key == "\(row / 3)-\(row % 3)")
      #expect(prediction.readError == nil)
    }
    #expect(pool.count <= 2)
  }

  @Test("a row of a file that was written anew under its name is told and not shown")
  func rowOfReplacedFile() throws {
    let row = #"{"id":"1","input":"q","output":"a"}"# + "\n"
    let path = try folder.write(row, to: "a.jsonl")
    var options = OpenOptions()
    options.streams.pool = pool
    let store = try PredictionStore.open([path], options: options)
    store.waitUntilComplete()
    let others = try crowdOut()
    // Removed first, so that the system may well give the new file the number of the old one.
    try FileManager.default.removeItem(atPath: path)
    try folder.write(row.replacingOccurrences(of: "\"a\"", with: "\"b\""), to: "a.jsonl")
    let prediction = store.prediction(at: 0)
    #expect(prediction.readError != nil)
    #expect(prediction.output == nil)
    withExtendedLifetime(others) {}
  }
}
