import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Predictions

@Suite("The folder of the cache")
struct CacheFolderTests {
  private let place: TemporaryFolder
  private var folder: CacheFolder

  init() throws {
    place = try TemporaryFolder()
    folder = CacheFolder(path: FilePath(place.path(of: "home/.cache/spotcheck/index")))
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path.string)) ?? []).sorted()
  }

  private func permissions(_ path: FilePath) throws -> FilePermissions {
    try Stat(path).permissions
  }

  private func write(_ name: String, size: Int = 10, daysAgo: Double = 0) throws {
    folder.write(name) { file in _ = try file.writeAll(Array(repeating: 1, count: size)) }
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -daysAgo * 86_400)],
      ofItemAtPath: folder.path.appending("\(name).index").string)
  }

  private var now: Int { Int(Date().timeIntervalSince1970) }

  @Test("folders and files are the user's alone")
  func permissions() throws {
    try write("a")
    #expect(try permissions(folder.path.appending("a.index")) == .ownerReadWrite)
    for above in [folder.path, folder.path.removingLastComponent()] {
      #expect(try permissions(above) == .ownerReadWriteExecute)
    }
    chmod(folder.path.string, 0o755)
    try write("b")
    #expect(try permissions(folder.path) == .ownerReadWriteExecute)
  }

  @Test("of an entry that could not be written nothing stays")
  func failure() throws {
    try write("a")
    folder.write("a") { file in
      _ = try file.writeAll([1, 2])
      throw Errno.noSpace
    }
    #expect(names == ["a.index"])
    let file = try #require(folder.open("a"))
    #expect(try Stat(file).size == 10)
    try file.close()
  }

  @Test("what was not used for a month goes, and using is what counts")
  func age() throws {
    try write("old", daysAgo: 31)
    try write("used", daysAgo: 31)
    try write("young", daysAgo: 29)
    try Data().write(to: URL(filePath: folder.path.appending("somebody's").string))
    try #require(folder.open("used")).close()
    folder.clean(now: now)
    #expect(names == ["somebody's", "used.index", "young.index"])
  }

  @Test("what was used longest ago makes room for the rest")
  mutating func size() throws {
    folder.sizeLimit = 250
    for (name, days) in [("a", 3.0), ("b", 1), ("c", 2)] {
      try write(name, size: 100, daysAgo: days)
    }
    folder.clean(now: now)
    #expect(names == ["b.index", "c.index"])
  }

  @Test("what a program that died left unfinished goes after some hours")
  func unfinished() throws {
    try write("a")
    for (name, hours) in [("a.1.new", 7.0), ("a.2.new", 1)] {
      let path = folder.path.appending(name).string
      try Data().write(to: URL(filePath: path))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -hours * 3_600)], ofItemAtPath: path)
    }
    folder.clean(now: now)
    #expect(names == ["a.2.new", "a.index"])
  }

  @Test("a pipe in the place of an entry keeps nobody waiting")
  func pipe() throws {
    try write("a")
    #expect(mkfifo(folder.path.appending("b.index").string, 0o600) == 0)
    #expect(folder.open("b") == nil)
  }

  @Test("a link in the place of an entry is not followed")
  func link() throws {
    try write("a")
    let link = folder.path.appending("b.index").string
    symlink(folder.path.appending("a.index").string, link)
    #expect(folder.open("b") == nil)
  }
}
