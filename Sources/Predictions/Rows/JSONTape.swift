/// One row's JSON as flat nodes over the row's bytes, reused from row to row without allocation.
///
/// A node says what a value is and where its bytes lie; it holds no text. The children of an
/// object alternate key and value, `after` leads from a node to the next one beside it, and node 0
/// is the whole row. A row that could not be read to its end leaves what was read before, closed
/// where reading stopped, so that a damaged row can still show its first fields.
///
///     var scanner = JSONScanner()
///     var tape = JSONTape()
///     let fault = scanner.scan(row, into: &tape)
///     if let node = tape.value(at: FieldPath("answer.text"), in: row) {
///       print(tape.text(of: node, in: row))
///     }
package struct JSONTape: Sendable {
  package enum Kind: UInt8, Sendable {
    case object, array, string, number, `true`, `false`, null
  }

  /// One value, or one key of an object.
  ///
  /// Positions take 32 bits: a row is at most ``maximumRowLength`` bytes, and small nodes are
  /// half of the scanner's speed.
  package struct Node: Sendable {
    package let kind: Kind
    /// A string that must be decoded, not only copied.
    package let hasEscapes: Bool
    /// Places as they are kept, for the loops of other modules, into which no getter is inlined.
    package internal(set) var first: UInt32
    /// Behind the last byte; of a container that is still open, nothing yet.
    package internal(set) var last: UInt32
    /// The node behind the subtree; of a container that is still open, the one around it.
    package internal(set) var link: UInt32

    @inline(__always)
    init(kind: Kind, start: Int, end: Int, link: Int, hasEscapes: Bool = false) {
      self.kind = kind
      self.hasEscapes = hasEscapes
      first = UInt32(truncatingIfNeeded: start)
      last = UInt32(truncatingIfNeeded: end)
      self.link = UInt32(truncatingIfNeeded: link)
    }

    /// The value's first byte in the row; of a string, the one after the quote.
    package var start: Int { @inlinable @inline(__always) get { Int(first) } }
    /// Behind the value's last byte; of a string, the place of the closing quote.
    package var end: Int { @inlinable @inline(__always) get { Int(last) } }
    /// Whether the value has no bytes: only an empty string has none.
    @inline(__always) var isEmpty: Bool { first == last }
    /// The index behind the value and everything in it.
    package var after: Int { @inlinable @inline(__always) get { Int(link) } }

    /// The same node of a row in which it lies further behind; what wraps around is of no use.
    @inline(__always)
    func moved(by distance: Int) -> Node {
      var node = self
      node.first &+= UInt32(truncatingIfNeeded: distance)
      node.last &+= UInt32(truncatingIfNeeded: distance)
      return node
    }

    /// Copies a node to a row in which it lies further behind, as the two words that it is.
    ///
    /// The places of a row are below 2^31, so their sums stay in their halves of the words.
    @inline(__always)
    static func copy(
      _ node: UnsafePointer<Node>, to place: UnsafeMutablePointer<Node>, movedBy distance: Int
    ) {
      let (from, to) = (UnsafeRawPointer(node), UnsafeMutableRawPointer(place))
      let distance = UInt64(truncatingIfNeeded: distance)
      let low = UInt64(littleEndian: from.loadUnaligned(as: UInt64.self))
      let high = UInt64(littleEndian: from.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      to.storeBytes(of: (low &+ distance &<< 32).littleEndian, as: UInt64.self)
      to.storeBytes(of: (high &+ distance).littleEndian, toByteOffset: 8, as: UInt64.self)
    }

    /// Completes a container whose `after` is known.
    @inline(__always)
    mutating func close(end: Int) { last = UInt32(truncatingIfNeeded: end) }

    /// Completes a container.
    @inline(__always)
    mutating func close(end: Int, after: Int) {
      last = UInt32(truncatingIfNeeded: end)
      link = UInt32(truncatingIfNeeded: after)
    }
  }

  /// Longer rows are damaged: their positions would not fit.
  package static let maximumRowLength = 1 << 31

  /// Rows of as many values and keys are damaged: their tape would take more memory than is fair.
  package static let maximumCount = 1 << 24

  /// Room for nodes; those beyond `count` are left over from earlier rows.
  package internal(set) var room: [Node] = []
  /// How many nodes the row has; none where it holds no value at all.
  @usableFromInline package internal(set) var count = 0
  /// The row was read to its end: only texts inside of strings can be damaged.
  package internal(set) var isComplete = false
  /// Nothing at all is wrong with the row, so every string in it is UTF-8.
  package internal(set) var isSound = false

  package init() {}

  package subscript(index: Int) -> Node {
    @inline(__always) get { room[index] }
  }

  /// Makes the tape an object of `keys` whose values `body` writes, each behind its key; where it
  /// returns false, the tape holds nothing.
  mutating func write(
    object count: Int, keys: [Node], _ body: (UnsafeMutableBufferPointer<Node>) -> Bool
  ) -> Bool {
    let total = 2 * count + 1
    return write(total) { room in
      room[0] = Node(kind: .object, start: 0, end: 0, link: total)
      for (column, key) in keys.enumerated() { room[2 * column + 1] = key }
      return body(room)
    }
  }

  /// Makes the tape one of `count` nodes, all of which `body` writes and is sure of; where it returns
  /// false, the tape holds nothing.
  @inline(__always)
  mutating func write(
    _ count: Int, _ body: (UnsafeMutableBufferPointer<Node>) -> Bool
  ) -> Bool {
    while room.count < count { doubleRoom() }
    let isWritten = room.withUnsafeMutableBufferPointer { body($0) }
    self.count = isWritten ? count : 0
    (isComplete, isSound) = (isWritten, isWritten)
    return isWritten
  }

  /// The same without room for more nodes, for keeping.
  var trimmed: JSONTape {
    var tape = self
    tape.room = Array(nodes)
    return tape
  }

  /// Lets a walk that ran out of room go on; what it does not write is not touched and so takes no
  /// memory.
  mutating func doubleRoom() { makeRoom(max(64, 2 * room.count)) }

  /// Makes room for all nodes of a very long row at once, since while room grows there are two of it;
  /// false where there was enough.
  mutating func makeRoom(for row: UnsafeRawBufferPointer, upTo limit: Int) -> Bool {
    // A value follows a bracket, a comma or a colon, unless it is the row itself.
    let most = min(limit, "[{,:".utf8.reduce(2) { $0 + ByteSearch.count(of: $1, in: row) })
    guard room.count < most else { return false }
    makeRoom(most)
    return true
  }

  private mutating func makeRoom(_ count: Int) {
    room = [Node](unsafeUninitializedCapacity: count) { [room] longer, written in
      room.withUnsafeBytes { UnsafeMutableRawBufferPointer(longer).copyMemory(from: $0) }
      // Nodes are plain words, and nobody looks at those behind `count` before they are written.
      written = count
    }
  }

  /// Calls `body` with the nodes where they lie, for walks that are made for every row.
  @inlinable
  package func withNodes<Result>(_ body: (UnsafeBufferPointer<Node>) -> Result) -> Result {
    room.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  /// The nodes in the order of the row.
  package var nodes: ArraySlice<Node> { room[..<count] }

  /// What the whole row is, or nothing where it holds no value.
  package var kind: Kind? { count == 0 ? nil : room[0].kind }
}
