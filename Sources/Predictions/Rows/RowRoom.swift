/// Room for the bytes of rows: memory, and where they are very many a ``PagedRoom``.
struct RowRoom: Sendable {
  /// More memory than this is not taken before it is known how long a row is.
  private static let longMemory = 1 << 28

  private var held: [UInt8] = []
  private var paged: PagedRoom?

  init() {}

  /// Room for `count` bytes.
  ///
  /// - Parameter place: where very many of them may lie; without one they are held.
  init(count: Int, in place: PagedRoom.Place?) {
    if let place, count > place.leastSize { paged = PagedRoom(in: place, count: count) }
    // What is read into the room is not written twice: it comes as it is.
    if paged == nil { held = [UInt8](unsafeUninitializedCapacity: count) { $1 = count } }
  }

  var count: Int {
    @inline(__always) get { paged?.bytes.count ?? held.count }
  }

  /// The bytes do not lie in memory.
  var isPaged: Bool { paged != nil }

  @inline(__always)
  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    guard let paged else { return held.withUnsafeBytes(body) }
    return withExtendedLifetime(paged) { body(UnsafeRawBufferPointer(paged.bytes)) }
  }

  mutating func withUnsafeMutableBytes<Result>(
    _ body: (UnsafeMutableRawBufferPointer) -> Result
  ) -> Result {
    guard let paged else { return held.withUnsafeMutableBytes(body) }
    return withExtendedLifetime(paged) { body(paged.bytes) }
  }

  /// Becomes room in memory, for whatever.
  mutating func reset(to count: Int) {
    paged = nil
    if held.count != count { held = [UInt8](repeating: 0, count: count) }
  }

  /// Makes the full room longer, for a row of which `rest` bytes may follow at most.
  ///
  /// Memory is taken at once, up to a bound: room that grows step by step is copied, and what it leaves
  /// behind is in the allocator's way. What is not read into it is not touched and takes none.
  mutating func grow(forUpTo rest: Int, in place: PagedRoom.Place?) {
    // One more, to see that nothing follows.
    let all = count + rest + 1
    if let place {
      let longer = max(2 * count, min(all, place.leastSize))
      if longer <= place.leastSize { return hold(longer) }
      if growPaged(to: longer, in: place) { return }
    }
    hold(max(2 * count, min(all, Self.longMemory)))
  }

  /// Becomes or stays paged room, of `count` bytes; false where there is none to be had.
  private mutating func growPaged(to count: Int, in place: PagedRoom.Place) -> Bool {
    if let paged { return paged.grow(to: count) }
    guard let room = PagedRoom(in: place, count: count) else { return false }
    withUnsafeBytes { room.bytes.copyMemory(from: $0) }
    (held, paged) = ([], room)
    return true
  }

  private mutating func hold(_ count: Int) {
    let bytes = withUnsafeBytes { bytes in
      [UInt8](unsafeUninitializedCapacity: count) { longer, longerCount in
        UnsafeMutableRawBufferPointer(longer).copyMemory(from: bytes)
        // Any bytes are bytes: nobody looks at those that were not read yet.
        longerCount = count
      }
    }
    (held, paged) = (bytes, nil)
  }
}
