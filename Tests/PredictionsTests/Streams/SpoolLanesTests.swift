import SystemPackage
import TestSupport
import Testing

@testable import Predictions

/// Spools that several streams are kept in, one behind the other.
@Suite("Lanes of spools")
struct SpoolLanesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("a lane that was given back is taken again, with room behind what it holds")
  func reuse() throws {
    let lanes = SpoolLanes(limit: 2)
    let first = try lanes.take(in: folder.path)
    let second = try lanes.take(in: folder.path)
    #expect(first.spool.file !== second.spool.file)
    lanes.give(SpoolLanes.Lane(spool: second.spool, end: 17))
    let third = try lanes.take(in: folder.path)
    #expect(third.spool.file === second.spool.file)
    #expect(third.end == 17)
  }

  @Test("whoever finds all lanes taken waits until one is given back")
  func waiting() throws {
    let lanes = SpoolLanes(limit: 1)
    let lane = try lanes.take(in: folder.path)
    let gate = Gate()
    let path = folder.path
    #expect(
      BackgroundThread.start {
        if let taken = try? lanes.take(in: path), taken.end == 5 { gate.open() }
      })
    lanes.give(SpoolLanes.Lane(spool: lane.spool, end: 5))
    gate.wait()
  }

  @Test("a folder that cannot be made keeps no lane")
  func noFolder() throws {
    try folder.write("", to: "file")
    let lanes = SpoolLanes(limit: 1)
    #expect(throws: Errno.notDirectory) { try lanes.take(in: folder.path(of: "file/spool")) }
    #expect(try lanes.take(in: folder.path).end == 0)
  }

  @Test("of what lies in a spool only the own bytes are read, whatever lies before and behind")
  func bounds() throws {
    let spool = try Spool.create(in: folder.path)
    _ = try spool.file.descriptor.writeAll(Array("before".utf8))
    let growth = Growth()
    let bytes = FileBytes(spooled: spool.file, from: 6, path: "b", growth: growth)
    #expect(try bytes.prefix(10).isEmpty)
    _ = try spool.file.descriptor.writeAll(Array("text, behind".utf8))
    growth.advance(to: 4)
    #expect(try String(decoding: bytes.prefix(10), as: UTF8.self) == "text")
    growth.finish()
    var room = [UInt8](repeating: 0, count: 10)
    #expect(try bytes.read(into: &room, at: 2) == 2)
    #expect(try bytes.read(into: &room, at: 9) == 0)
  }
}
