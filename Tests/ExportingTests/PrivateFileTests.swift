import Exporting
import Foundation
import SystemPackage
import TestSupport
import Testing

@Suite("A private file")
struct PrivateFileTests {
  private let temporary: TemporaryFolder
  private var folder: FilePath { FilePath(temporary.path) }

  init() throws {
    temporary = try TemporaryFolder()
  }

  @Test("appears whole, for its owner alone")
  func appears() throws {
    let target = folder.appending("flagged.csv")
    try PrivateFile.write(to: target) { sink throws(SinkError) in try sink.write(Array("a".utf8)) }
    #expect(try content(target) == "a")
    #expect(try names() == ["flagged.csv"])
    let attributes = try FileManager.default.attributesOfItem(atPath: target.string)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("leaves the old one where writing fails")
  func failure() throws {
    let target = folder.appending("flagged.csv")
    try "old".write(toFile: target.string, atomically: false, encoding: .utf8)
    #expect(throws: PrivateFileError.cannotWrite(path: target.string, .noSpace)) {
      try PrivateFile.write(to: target) { sink throws(SinkError) in
        try sink.write(Array("new".utf8))
        throw .failed(.noSpace)
      }
    }
    #expect(try content(target) == "old")
    #expect(try names() == ["flagged.csv"])
  }

  @Test("is gone where it was not finished")
  func unfinished() throws {
    do {
      var file = try PrivateFile.begin(at: folder.appending("x"))
      try file.write([1])
    }
    #expect(try names().isEmpty)
  }

  @Test("takes the place of a symbolic link and leaves alone what that points to")
  func link() throws {
    let other = folder.appending("other")
    let target = folder.appending("link")
    try "other".write(toFile: other.string, atomically: false, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: target.string, withDestinationPath: other.string)
    try PrivateFile.write(to: target) { sink throws(SinkError) in try sink.write([0x6E]) }
    #expect(try content(other) == "other")
    #expect(try content(target) == "n")
  }

  @Test("never replaces what it is written from, under whatever name")
  func source() throws {
    let source = folder.appending("run.jsonl")
    try "rows".write(toFile: source.string, atomically: false, encoding: .utf8)
    let link = folder.appending("link.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: link.string, withDestinationPath: source.string)
    let roundabout = folder.appending("../\(folder.lastComponent?.string ?? "")/run.jsonl")
    for (target, read) in [(source, source), (roundabout, source), (source, link), (link, link)] {
      #expect(throws: PrivateFileError.isSource(path: target.string)) {
        try PrivateFile.write(to: target, sparing: [read.string]) { _ throws(SinkError) in }
      }
    }
    #expect(try content(source) == "rows")
    #expect(try names().sorted() == ["link.jsonl", "run.jsonl"])
  }

  @Test("never takes the name of a source that is yet to be written")
  func sourceToCome() throws {
    let ledger = folder.appending("ledger.jsonl")
    let roundabout = folder.appending("../\(folder.lastComponent?.string ?? "")/ledger.jsonl")
    #expect(throws: PrivateFileError.isSource(path: roundabout.string)) {
      try PrivateFile.write(to: roundabout, sparing: [ledger.string]) { _ throws(SinkError) in }
    }
    #expect(try names().isEmpty)
  }

  @Test("never replaces a folder or a device")
  func folders() throws {
    for path in [folder, FilePath("/dev/null")] {
      #expect(throws: PrivateFileError.notAFile(path: path.string)) {
        try PrivateFile.write(to: path) { _ throws(SinkError) in }
      }
    }
  }

  @Test("never replaces a link to a folder or a device, nor a name that the system gives")
  func links() throws {
    let link = folder.appending("link")
    for target in [folder.string, "/dev/null"] {
      #expect(symlink(target, link.string) == 0)
      #expect(throws: PrivateFileError.notAFile(path: link.string)) {
        try PrivateFile.write(to: link) { _ throws(SinkError) in }
      }
      unlink(link.string)
    }
    // Whatever it leads to, a file by this name would be in the way of every other program.
    for name in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "/dev/new"] {
      #expect(throws: PrivateFileError.notAFile(path: name)) {
        try PrivateFile.check(FilePath(name), sparing: [])
      }
    }
  }

  @Test("says why it cannot begin")
  func noFolder() {
    let path = folder.appending("no").appending("x")
    #expect(throws: PrivateFileError.cannotCreate(path: path.string, .noSuchFileOrDirectory)) {
      try PrivateFile.write(to: path) { _ throws(SinkError) in }
    }
  }

  private func content(_ path: FilePath) throws -> String {
    try String(contentsOfFile: path.string, encoding: .utf8)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.string)
  }
}
