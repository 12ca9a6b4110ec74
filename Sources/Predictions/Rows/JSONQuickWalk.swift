/// The quick way through a row with which nothing is wrong, as nearly all rows are.
///
/// It writes the same nodes as ``JSONWalk``, which explains them, and is as strict; but at the first
/// thing that is wrong or rare it gives up, and ``JSONWalk`` goes over the row from its beginning and
/// says what it is. So there is nothing to remember but places, and they are kept in locals: this is
/// where the time of opening a file goes.
///
/// Positions are below 2 GiB, so they are added without a check; every read is behind a comparison
/// with `end`.
enum JSONQuickWalk {
  typealias Node = JSONTape.Node

  private static let none = Int(UInt32.max)

  /// Fills `room` with the nodes of `row` and returns how many they are; nothing where the row is
  /// not sound, is rare, or has more nodes than fit.
  static func nodes(
    of row: UnsafeRawBufferPointer, into room: UnsafeMutableBufferPointer<Node>
  ) -> Int? {
    guard let base = row.baseAddress, let nodes = room.baseAddress else { return nil }
    let end = row.count
    // The innermost container that is open, whose node leads to the one around it.
    var (at, count, depth, open) = (JSONSpan.space(base, 0, end), 0, 0, none)
    var isInObject = false
    var expectsKey = false
    while true {
      // A key and its value take two nodes.
      guard at < end, count &+ 2 <= room.count else { return nil }
      if expectsKey {
        guard let (node, behind) = JSONSpan.key(base, at, end, count) else { return nil }
        nodes[count] = node
        count &+= 1
        at = behind
      }
      let byte = base.load(fromByteOffset: at, as: UInt8.self)
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        guard depth < JSONScanner.maximumDepth else { return nil }
        isInObject = byte == UInt8(ascii: "{")
        nodes[count] = Node(kind: isInObject ? .object : .array, start: at, end: at, link: open)
        open = count
        (count, depth) = (count &+ 1, depth &+ 1)
        at = JSONSpan.space(base, at &+ 1, end)
        guard at < end else { return nil }
        expectsKey = isInObject
        // Brackets and braces close two places behind where they open in ASCII.
        guard base.load(fromByteOffset: at, as: UInt8.self) == byte &+ 2 else { continue }
      } else {
        guard let (node, behind) = JSONSpan.scalar(base, at, end, count) else { return nil }
        nodes[count] = node
        count &+= 1
        at = JSONSpan.space(base, behind, end)
      }
      // Behind a value containers end, until a comma or the end of the row comes.
      while true {
        guard open != none else { return at == end ? count : nil }
        guard at < end else { return nil }
        let next = base.load(fromByteOffset: at, as: UInt8.self)
        let behind = at &+ 1
        at = JSONSpan.space(base, behind, end)
        if next == UInt8(ascii: ",") { break }
        guard next == (isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { return nil }
        let outer = nodes[open].after
        nodes[open].close(end: behind, after: count)
        (open, depth) = (outer, depth &- 1)
        isInObject = outer != none && nodes[outer].kind == .object
      }
      expectsKey = isInObject
    }
  }
}
