import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Predictions

/// The files that streams are kept in.
@Suite("Spools")
struct SpoolTests {
  private static func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test("a spool lies in a folder of the user alone, and has no name that could be opened")
  func privacy() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "cache/spotcheck/spool")
    let spool = try Spool.create(in: path)
    #expect(try Self.mode(path) == 0o700)
    #expect(try Stat(spool.file.descriptor).permissions == .ownerReadWrite)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
  }

  @Test("left-overs of dead processes are removed, those of others and other files are not")
  func leftOvers() throws {
    let folder = try TemporaryFolder()
    // The highest number a process can have, so that none has it here.
    try folder.write("old", to: "4194304-abc.spool")
    let mine = "\(ProcessInfo.processInfo.processIdentifier)-abc.spool"
    try folder.write("mine", to: mine)
    try folder.write("other", to: "notes.txt")
    _ = try Spool.create(in: folder.path)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == [mine, "notes.txt"])
  }

  @Test("a folder that cannot be made says why")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    #expect(throws: Errno.notDirectory) { try Spool.create(in: folder.path(of: "file/spool")) }
  }
}
