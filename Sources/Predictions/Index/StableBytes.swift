/// Bytes that stay where they are until others are held in their place.
///
/// Unchecked, because a decoder takes a room of its own before it writes where a copy shares it, so
/// only the thread that uses the decoder touches the bytes.
final class StableBytes: @unchecked Sendable {
  /// Where very many may lie; without a place they are held in memory.
  private let place: PagedRoom.Place?
  private var held = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 16)
  private var paged: PagedRoom?

  init(in place: PagedRoom.Place?) { self.place = place }

  deinit { held.deallocate() }

  /// An empty room like this one.
  var another: StableBytes { StableBytes(in: place) }

  /// Keeps `bytes` in place of what was held before.
  func hold(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
    let room = room(for: bytes.count)
    room.copyBytes(from: bytes)
    return UnsafeRawBufferPointer(rebasing: room[..<bytes.count])
  }

  /// Room for at least `count` bytes; what was in it is lost.
  func room(for count: Int) -> UnsafeMutableRawBufferPointer {
    paged = nil
    if count > held.count {
      if let place, count > place.leastSize, let room = PagedRoom(in: place, count: count) {
        paged = room
        return room.bytes
      }
      held.deallocate()
      held = .allocate(byteCount: 2 * count, alignment: 16)
    }
    return held
  }
}
