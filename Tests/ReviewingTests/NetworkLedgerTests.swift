import Foundation
import Predictions
import TestSupport
import Testing

@testable import Reviewing

/// Ledgers where several machines may append to one file without knowing of each other.
struct NetworkLedgerTests: LedgerSuite {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    "file systems that several machines reach are told by their number",
    arguments: [
      0x6969, 0x517B, 0xFE53_4D42, 0xFF53_4D42, 0x5346_414F, 0x7375_7245, 0x00C3_6400, 0x0102_1997,
      0x6573_5546, 0x0BD0_0BD0, 0x4750_4653, 0x1983_0326, 0x7461_636F, 0x0116_1970, 0x786F_4256,
      0x564C,
    ] as [UInt32])
  func shared(type: UInt32) { #expect(NetworkFileSystem.isOne(type: type)) }

  @Test(
    "ext, XFS, Btrfs, ZFS, tmpfs and overlays are not",
    arguments: [0xEF53, 0x5846_5342, 0x9123_683E, 0x2FC1_2FC1, 0x0102_1994, 0x794C_7630, 0]
      as [UInt32])
  func local(type: UInt32) { #expect(!NetworkFileSystem.isOne(type: type)) }

  @Test("a path that is not there yet lies where the folders above it do; /proc is on no network")
  func notThere() {
    #expect(!NetworkFileSystem.holds("/proc/self/nowhere/at/all.jsonl"))
    #expect(!NetworkFileSystem.holds("nowhere.jsonl"))
  }

  @Test("two programs that name one file append to one each, which both read and which verify")
  func ownFiles() throws {
    try folder.write(try earlier() + "\n", to: "team.jsonl")
    let before = try folder.read("team.jsonl")
    let ada = try openOverNetwork("ada", "team.jsonl")
    let lin = try openOverNetwork("lin", "team.jsonl")
    #expect(ada.writesOwnFile)
    #expect(ada.path == folder.path(of: "team.writer-\(ada.writer).jsonl"))
    for name in ["a", "b"] {
      ada.append(Samples.draft(name, .ok))
      lin.append(Samples.draft(name, .wrong))
    }
    for ledger in [ada, lin] { ledger.waitUntilSettled() }
    for ledger in [ada, lin] {
      #expect(ledger.status == .saved)
      ledger.refresh()
      #expect(ledger.book.count == 5)
    }
    #expect(try folder.read("team.jsonl") == before)
    for ledger in [ada, lin] {
      let path = try #require(ledger.path)
      #expect(try events("team.writer-\(ledger.writer).jsonl").count == 2)
      #expect(try LedgerVerification.verify([path]).isIntact)
    }
    let all = ada.paths
    #expect(all.count == 3)
    let verification = try LedgerVerification.verify(all, expectedHeads: ada.heads + lin.heads)
    #expect(verification.isIntact)
    #expect(verification.files.reduce(0) { $0 + $1.events } == 5)
    for ledger in [ada, lin] { ledger.close() }

    // On the server itself the same file is an ordinary one.
    let kim = try open("kim", "team.jsonl")
    #expect(!kim.writesOwnFile)
    #expect(kim.book.count == 5)
    kim.append(Samples.draft("a", .unsure))
    kim.waitUntilSettled()
    #expect(try events("team.jsonl").count == 2)
    #expect(try LedgerVerification.verify(kim.paths).isIntact)
    kim.close()
  }

  @Test("one reviewer on two machines, each reviewer with a file, has two files more")
  func ownFilesOfOne() throws {
    let here = try openOverNetwork("ada", "ledger/{reviewer}.jsonl")
    let there = try openOverNetwork("ada", "ledger/{reviewer}.jsonl")
    for ledger in [here, there] {
      ledger.append(Samples.draft(ledger.writer, .ok))
      ledger.waitUntilSettled()
      #expect(try events("ledger/ada.writer-\(ledger.writer).jsonl").count == 1)
    }
    here.refresh()
    #expect(here.book.count == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "ledger/ada.jsonl")))
    for ledger in [here, there] { ledger.close() }
  }

  @Test("where the name is a link, own files lie beside the file that it leads to")
  func linked() throws {
    let shared = try folder.write(try earlier() + "\n", to: "share/team.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "mine.jsonl"), withDestinationPath: shared)
    let ada = try openOverNetwork("ada", "mine.jsonl", only: "share")
    ada.append(Samples.draft("a", .ok))
    ada.waitUntilSettled()
    #expect(try events("share/team.writer-\(ada.writer).jsonl").count == 1)
    #expect(ada.reads(folder.path(of: "share/team.writer-other1.jsonl")))
    ada.close()
    for name in ["mine.jsonl", "share/team.jsonl"] {
      let again = try open("lin", name)
      #expect(again.book.count == 2)
      again.close()
    }
  }

  @Test("what cannot be saved in an own file is rescued as ever")
  func rescued() throws {
    let ledger = try openOverNetwork("ada", "team.jsonl")
    let own = try #require(ledger.path)
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    let id = ledger.append(Samples.draft("a", .ok))
    ledger.waitUntilSettled()
    let rescue = folder.path(of: "team.rescue-\(ledger.writer).jsonl")
    #expect(ledger.state(of: id) == .rescued(path: rescue))
    ledger.close()
  }

  @Test("the name of a ledger stands for its writers' own files, which may be all there is")
  func names() throws {
    let own = try folder.write("", to: "team.writer-k3v9q2.jsonl")
    try folder.write("", to: "team.jsonl.writer-k3v9q2")
    try folder.write("", to: "teams.writer-k3v9q2.jsonl")
    let path = folder.path(of: "team.jsonl")
    #expect(LedgerFiles.withOwnFiles([path]) == [own])
    try folder.write("", to: "team.jsonl")
    #expect(LedgerFiles.withOwnFiles([path]) == [path, own])
    let missing = folder.path(of: "none-{reviewer}.jsonl")
    #expect(LedgerFiles.withOwnFiles([missing]) == [missing])
  }

  /// A line that was written before.
  private func earlier() throws -> String {
    let ledger = try open("kim", "earlier.jsonl")
    ledger.append(Samples.draft("earlier", .ok))
    ledger.waitUntilSettled()
    ledger.close()
    return try #require(try lines("earlier.jsonl").first)
  }

  /// A ledger where everything, or what lies in one folder, is reached over a network.
  private func openOverNetwork(
    _ reviewer: String, _ name: String, only part: String = ""
  ) throws -> Ledger {
    let shared = folder.path(of: part)
    return try Ledger.open(
      LedgerLocation(written: folder.path(of: name)), reviewer: reviewer,
      environment: ["XDG_STATE_HOME": folder.path(of: "state")], clock: Samples.clock(),
      isOverNetwork: { $0.hasPrefix(shared) })
  }
}
