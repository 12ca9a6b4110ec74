import Foundation
import TestSupport
import Testing

@testable import Predictions

/// What a file begins with is in memory while it is decided what it is, and no longer.
@Suite("The head of a file")
struct FileHeadTests {
  private static let row = #"{"id":"1","input":"question","output":"yes","confidence":0.5}"# + "\n"
  private static let later = row.replacing("yes", with: "not")

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Writes into the file, which stays the same one.
  private func write(_ text: String, into path: String) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }

  @Test("is read once until it is forgotten")
  func once() throws {
    let path = try folder.write(Self.row, to: "a.jsonl")
    let file = try FileBytes(opening: path)
    try write(Self.later, into: path)
    #expect(try file.prefix(100) == Array(Self.row.utf8))
    file.forgetHead()
    #expect(try file.prefix(100) == Array(Self.later.utf8))
  }

  @Test(
    "has every byte where the file has it",
    arguments: [1, 16, NamedFile.headLength - 1, NamedFile.headLength, NamedFile.headLength + 1])
  func bytes(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let file = try FileBytes(opening: try folder.write(Data(bytes), to: "a"))
    for offset in [0, 3, size / 2, size - 1, size, size + 5] {
      for limit in [1, 100, size, NamedFile.headLength, 2 * NamedFile.headLength] {
        var room = [UInt8](repeating: 0xFF, count: limit + 9)
        let count = try room.withUnsafeMutableBytes {
          try file.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[..<limit]), at: offset)
        }
        #expect(Array(room[..<count]) == Array(bytes.dropFirst(offset).prefix(limit)))
        #expect(room[count...].allSatisfy { $0 == 0xFF })
      }
    }
  }

  @Test("is not what is read of a file that was opened, alone or with others", arguments: [1, 20])
  func opened(count: Int) throws {
    let paths = try (0..<count).map { try folder.write(Self.row, to: "\($0).jsonl") }
    let files = try OpenedFile.open(paths, options: OpenOptions())
    for path in paths { try write(Self.later, into: path) }
    for file in files {
      let bytes = try file.file.read(offset: 0, length: Self.row.utf8.count)
      #expect(bytes == Array(Self.later.utf8))
    }
  }
}
