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

  private static let blockSize = 1 << 20

  private var buffer: UnsafeMutableRawBufferPointer
  /// The current line's first byte in the file.
  private var start: Int
  /// Bytes at the front of the buffer.
  private var filled = 0
  /// Bytes of the current line that were read and not kept, because it is too long.
  private var skipped = 0

  private init(from offset: Int, to end: Int) {
    start = offset
    buffer = .allocate(byteCount: min(Self.blockSize, max(1, end - offset)), alignment: 16)
  }

  /// Walks `file` from `offset` to `end` and returns the first error of reading.
  static func walk(
    _ file: OpenFile, from offset: Int, to end: Int, _ body: (Line) -> Void
  ) -> Errno? {
    var walk = LineWalk(from: offset, to: end)
    defer { walk.buffer.deallocate() }
    return walk.run(file, to: end, body)
  }

  /// Hands over the lines of `bytes`, which lie at `offset` and end with a line break.
  @inline(__always)
  static func forEachLine(
    of bytes: UnsafeRawBufferPointer, at offset: Int, _ body: (Line) -> Void
  ) {
    var from = 0
    while let newline = newline(in: bytes, from: from, to: bytes.count) {
      let line = UnsafeRawBufferPointer(rebasing: bytes[from..<newline])
      body(Line(bytes: line, offset: offset + from, length: line.count, isWhole: true))
      from = newline + 1
    }
  }

  private mutating func run(_ file: OpenFile, to end: Int, _ body: (Line) -> Void) -> Errno? {
    while start + skipped + filled < end {
      let position = start + skipped + filled
      let wanted = min(buffer.count - filled, end - position)
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + wanted])
      switch file.read(into: room, at: position) {
      case .failure(let errno): return errno
      case .success(0): return finish(body)
      case .success(let count): take(count, body)
      }
    }
    return finish(body)
  }

  /// Hands over the lines that end among `count` bytes more.
  private mutating func take(_ count: Int, _ body: (Line) -> Void) {
    var from = 0
    var searched = filled
    filled += count
    let bytes = UnsafeRawBufferPointer(buffer)
    while let newline = Self.newline(in: bytes, from: searched, to: filled) {
      hand(from..<newline, isWhole: true, body)
      start += skipped + newline - from + 1
      skipped = 0
      from = newline + 1
      searched = from
    }
    keep(from: from)
  }

  private mutating func finish(_ body: (Line) -> Void) -> Errno? {
    if skipped + filled > 0 { hand(0..<filled, isWhole: false, body) }
    return nil
  }

  private func hand(_ range: Range<Int>, isWhole: Bool, _ body: (Line) -> Void) {
    let kept = skipped > 0 ? 0..<0 : range
    body(
      Line(
        bytes: UnsafeRawBufferPointer(rebasing: buffer[kept]), offset: start,
        length: skipped + range.count, isWhole: isWhole))
  }

  /// Makes room behind the beginning of a line that ends in a later block.
  private mutating func keep(from: Int) {
    if skipped > 0 {
      skipped += filled
      filled = 0
      return
    }
    if from > 0 {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[from..<filled]))
      filled -= from
    }
    guard filled == buffer.count else { return }
    if filled < Self.maximumLength {
      grow()
    } else {
      skipped = filled
      filled = 0
    }
  }

  private mutating func grow() {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(buffer.count * 2, Self.maximumLength), alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
    buffer.deallocate()
    buffer = larger
  }

  private static func newline(
    in buffer: UnsafeRawBufferPointer, from: Int, to end: Int
  ) -> Int? {
    guard from < end, let base = buffer.baseAddress,
      let found = memchr(base + from, 10, end - from)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }
}
