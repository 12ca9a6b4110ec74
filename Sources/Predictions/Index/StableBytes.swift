/// Bytes that stay where they are until others are held in their place.
///
/// Unchecked, because a decoder takes a room of its own before it writes where a copy shares it, so
/// only the thread that uses the decoder touches the bytes.
final class StableBytes: @unchecked Sendable {
  private var room = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 16)

  deinit { room.deallocate() }

  /// Keeps `bytes` in place of what was held before.
  func hold(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
    let room = room(for: bytes.count)
    room.copyBytes(from: bytes)
    return UnsafeRawBufferPointer(rebasing: room[..<bytes.count])
  }

  /// Room for at least `count` bytes; what is in it is lost when it has to grow.
  func room(for count: Int) -> UnsafeMutableRawBufferPointer {
    if count > room.count {
      room.deallocate()
      room = .allocate(byteCount: 2 * count, alignment: 16)
    }
    return room
  }
}
