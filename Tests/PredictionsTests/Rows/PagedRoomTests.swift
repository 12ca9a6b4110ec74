import TestSupport
import Testing

@testable import Predictions

/// Room whose pages lie in a spool.
@Suite("Paged room")
struct PagedRoomTests {
  private static let count = PagedRoom.Place.leastSize + 12_345

  private static func fill(_ bytes: UnsafeMutableRawBufferPointer, from start: Int = 0) {
    for place in stride(from: start, to: bytes.count, by: 511) { bytes[place] = UInt8(place % 251) }
  }

  private static func isFilled(_ bytes: UnsafeMutableRawBufferPointer) -> Bool {
    stride(from: 0, to: bytes.count, by: 511).allSatisfy { bytes[$0] == UInt8($0 % 251) }
  }

  @Test("keeps what is in it while its pages are taken away, and when it grows")
  func content() throws {
    let folder = try TemporaryFolder()
    let room = try #require(PagedRoom(in: PagedRoom.Place(folder: folder.path), count: Self.count))
    Self.fill(room.bytes)
    PageSweep.shared.sweep()
    #expect(Self.isFilled(room.bytes))
    #expect(room.grow(to: 3 * Self.count))
    #expect(room.bytes.count == 3 * Self.count)
    Self.fill(room.bytes, from: (Self.count / 511 + 1) * 511)
    PageSweep.shared.sweep()
    #expect(Self.isFilled(room.bytes))
  }

  @Test("is memory where there is no folder to be had", arguments: [nil, "/dev/null/spool"])
  func memory(folder: String?) {
    let place = folder.map { PagedRoom.Place(folder: $0) }
    var room = RowRoom(count: Self.count, in: place)
    #expect(room.count == Self.count)
    room.withUnsafeMutableBytes { Self.fill($0) }
    room.grow(forUpTo: 3 * Self.count, in: place)
    #expect(room.count > Self.count)
    room.withUnsafeMutableBytes { bytes in
      #expect(Self.isFilled(UnsafeMutableRawBufferPointer(rebasing: bytes[..<Self.count])))
    }
  }

  @Test("takes what was held when it gets too long for that")
  func moving() throws {
    let folder = try TemporaryFolder()
    var room = RowRoom()
    room.reset(to: 1 << 16)
    var used = 0
    while room.count < Self.count {
      room.withUnsafeMutableBytes { Self.fill($0, from: (used + 510) / 511 * 511) }
      used = room.count
      room.grow(forUpTo: 8 * Self.count, in: PagedRoom.Place(folder: folder.path))
    }
    room.withUnsafeMutableBytes { bytes in
      #expect(Self.isFilled(UnsafeMutableRawBufferPointer(rebasing: bytes[..<used])))
    }
    room.reset(to: 1 << 16)
    #expect(room.count == 1 << 16)
  }
}
