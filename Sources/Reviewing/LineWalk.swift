import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Hands over a file's lines one after another, read in blocks.
///
/// Memory is one block, or the longest line; a line beyond ``maximumLength`` is reported as too
/// long and not kept, so that no file can take all memory.
struct LineWalk {
  static let maximumLength = 64 << 20

  struct Line {
    /// The line without its line break; empty where it is too long.
    let bytes: UnsafeRawBufferPointer
    /// Its first byte in the file, and how many bytes it has without its line break.
    let offset: Int
    let length: Int
    /// A line break follows.
    let isWhole: Bool
    var isTooLong: Bool { bytes.count < length }
  }

  private var buffer: UnsafeMutableRawBufferPointer
  private static let blockSize = 1 << 20

  /// Walks `file` from `offset` to `end` and returns the first error of reading.
  static func walk(
    _ file: OpenFile, from offset: Int, to end: Int, _ body: (Line) -> Void
  ) -> Errno? {
    var walk = LineWalk(
      buffer: .allocate(byteCount: min(blockSize, max(1, end - offset)), alignment: 16))
    defer { walk.buffer.deallocate() }
    return walk.run(file, from: offset, to: end, body)
  }

  private mutating func run(
    _ file: OpenFile, from offset: Int, to end: Int, _ body: (Line) -> Void
  ) -> Errno? {
    var start = offset
    var filled = 0
    var isSkipping = false
    var skipped = 0
    while start + skipped + filled < end {
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let wanted = min(room.count, end - start - skipped - filled)
      let target = UnsafeMutableRawBufferPointer(rebasing: room[..<wanted])
      let read: Int
      switch file.read(into: target, at: start + skipped + filled) {
      case .success(let count): read = count
      case .failure(let errno): return errno
      }
      if read == 0 { break }
      var from = 0
      var searched = filled
      filled += read
      while let newline = Self.newline(in: buffer, from: searched, to: filled) {
        let length = skipped + newline - from
        let bytes = isSkipping ? 0..<0 : from..<newline
        body(
          Line(
            bytes: UnsafeRawBufferPointer(rebasing: buffer[bytes]), offset: start, length: length,
            isWhole: true))
        start += length + 1
        (isSkipping, skipped) = (false, 0)
        from = newline + 1
        searched = from
      }
      if isSkipping {
        skipped += filled
        filled = 0
      } else {
        keep(from: from, filled: &filled)
        if filled == buffer.count {
          if filled < Self.maximumLength {
            grow(filled)
          } else {
            (isSkipping, skipped, filled) = (true, filled, 0)
          }
        }
      }
    }
    if skipped + filled > 0 {
      body(
        Line(
          bytes: UnsafeRawBufferPointer(rebasing: buffer[..<filled]), offset: start,
          length: skipped + filled, isWhole: false))
    }
    return nil
  }

  private func keep(from: Int, filled: inout Int) {
    guard from > 0 else { return }
    let rest = filled - from
    if rest > 0 {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[from..<filled]))
    }
    filled = rest
  }

  private mutating func grow(_ filled: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(buffer.count * 2, Self.maximumLength), alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
    buffer.deallocate()
    buffer = larger
  }

  private static func newline(
    in buffer: UnsafeMutableRawBufferPointer, from: Int, to end: Int
  ) -> Int? {
    guard from < end, let base = buffer.baseAddress,
      let found = memchr(base + from, 10, end - from)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
