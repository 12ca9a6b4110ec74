import Foundation
import TestSupport
import Testing

@testable import Predictions

@Suite("What tells whether a file is the one that was indexed")
struct FileIdentityTests {
  private static let length = FileIdentity.digestLength

  @Test(
    "is every byte of a file of up to three digests, and both ends and the middle of a longer one",
    arguments: [1, 100, length, length + 1, 2 * length, 3 * length, 3 * length + 1, 9 * length])
  func changes(size: Int) throws {
    let folder = try TemporaryFolder()
    func digests(_ bytes: Data) throws -> [UInt64] {
      try FileIdentity(RowFile.open(folder.write(bytes, to: "a.jsonl"))).digests
    }
    let bytes = Data(repeating: 0x31, count: size)
    let before = try digests(bytes)
    #expect(try digests(bytes) == before)
    let half = Self.length / 2
    let inner = [Self.length / 2, Self.length + 1, size - Self.length - 1, 2 * Self.length + 1]
    let places = [0, size / 2, size / 2 - half + 1, size / 2 + half - 2, size - 1]
    for place in (size <= 3 * Self.length ? places + inner : places) where bytes.indices ~= place {
      var changed = bytes
      changed[place] = 0x32
      #expect(try digests(changed) != before, "byte \(place) of \(size)")
    }
  }

  @Test("a file that was only added to is known to have grown", arguments: [900, 190_000, 400_000])
  func grown(size: Int) throws {
    let files = try CachedFiles()
    try files.add("a.jsonl", rows: size / 90)
    let path = files.paths[0]
    let before = try FileIdentity(RowFile.open(path))
    try files.append(3_000, to: path)
    let file = try RowFile.open(path)
    #expect(before.change(to: try FileIdentity(file), of: file) == .grown)
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.seek(toOffset: 40)
    try handle.write(contentsOf: Data("\n".utf8))
    try handle.close()
    #expect(before.change(to: try FileIdentity(file), of: file) == .rewritten)
  }
}
