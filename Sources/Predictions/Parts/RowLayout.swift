/// How the last row was laid out: which values lie in which, and under which keys.
///
/// Rows of a file are mostly laid out alike, and then every field is the same node as it was in the
/// row before, so nothing has to be looked for. Only what a place depends on is compared: keys,
/// containers and where they end, never a value.
struct RowLayout: Sendable {
  /// A key by its first and its last eight bytes, which are all of it.
  private struct Key: Sendable {
    let node: Int
    let length: Int
    let first: UInt64
    let last: UInt64

    @inline(__always)
    init(_ index: Int, _ node: JSONTape.Node, in bytes: UnsafeRawBufferPointer) {
      self.node = index
      length = node.end &- node.start
      first = ByteSearch.firstWord(in: bytes, from: node.start, length: length)
      last =
        length <= 8
        ? 0
        : UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: node.end &- 8, as: UInt64.self))
    }
  }

  /// Rows with more nodes than this, or longer keys, are looked through anew.
  private static let nodeLimit = 256
  private static let keyLimit = 16

  /// Of each node where it ends, and what kind of container it is; empty where nothing was learned.
  private var shape: [UInt64] = []
  private var keys: [Key] = []

  /// Whether the row is laid out like the one that was learned; linear in its nodes.
  @inline(__always)
  func isLayout(of tape: JSONTape, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard tape.count == shape.count, tape.count > 0, tape.isSound else { return false }
    return tape.withNodes { nodes in
      shape.withUnsafeBufferPointer { shape in
        keys.withUnsafeBufferPointer { keys in
          Self.isSame(shape, nodes) && Self.areSame(keys, nodes, in: bytes)
        }
      }
    }
  }

  @inline(__always)
  private static func isSame(
    _ shape: UnsafeBufferPointer<UInt64>, _ nodes: UnsafeBufferPointer<JSONTape.Node>
  ) -> Bool {
    var difference: UInt64 = 0
    for node in 0..<shape.count { difference |= shape[node] ^ self.shape(of: nodes[node]) }
    return difference == 0
  }

  @inline(__always)
  private static func areSame(
    _ keys: UnsafeBufferPointer<Key>, _ nodes: UnsafeBufferPointer<JSONTape.Node>,
    in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    for key in keys {
      let node = nodes[key.node]
      guard node.end &- node.start == key.length, !node.hasEscapes else { return false }
      let written = Key(key.node, node, in: bytes)
      guard written.first == key.first, written.last == key.last else { return false }
    }
    return true
  }

  /// Remembers how the row is laid out, where that can be compared quickly.
  mutating func learn(_ tape: JSONTape, in bytes: UnsafeRawBufferPointer) {
    shape.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    guard tape.isSound, tape.count <= Self.nodeLimit else { return }
    for (node, value) in tape.nodes.enumerated() {
      shape.append(Self.shape(of: value))
      guard value.kind != .object || learnKeys(of: node, tape, in: bytes) else {
        return shape.removeAll(keepingCapacity: true)
      }
    }
  }

  private mutating func learnKeys(
    of object: Int, _ tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    var node = object + 1
    while node < tape[object].after {
      let key = Key(node, tape[node], in: bytes)
      guard key.length <= Self.keyLimit, !tape[node].hasEscapes else { return false }
      keys.append(key)
      node = tape[node + 1].after
    }
    return true
  }

  @inline(__always)
  private static func shape(of node: JSONTape.Node) -> UInt64 {
    let container: UInt64 = node.kind == .object ? 1 : node.kind == .array ? 2 : 0
    return UInt64(truncatingIfNeeded: node.after) &<< 2 | container
  }
}
