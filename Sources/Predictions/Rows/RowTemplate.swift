/// A sound row as a form to fill in: what lies between its values, byte for byte.
///
/// Rows of a file mostly have the same keys in the same order and are punctuated alike. Of such a row
/// nothing but the values needs to be read: what lies between them was read before, so it is only
/// compared, sixteen bytes at a time. It is as strict as ``JSONQuickWalk`` and writes the same nodes.
/// Where anything differs but the values it gives up early, and the row is walked.
///
///     var template = RowTemplate()
///     template.learn(tape, of: row)
///     if template.fill(&tape, from: next, behind: 64) { … }
struct RowTemplate: Sendable {
  typealias Node = JSONTape.Node

  /// What lies before a value, or behind the last one.
  struct Gap: Sendable {
    /// The gap's first bytes.
    let pattern: BytePattern
    /// How many bytes the gap has.
    let length: Int32
    /// The node behind the value that follows; of the last gap, how many nodes the row has.
    let link: UInt32
    /// Where in ``RowTemplate/others`` the gap is described, unless ``isShortKey``.
    let other: Int32
    /// It is one key and its punctuation, of at most sixteen bytes, as most gaps are.
    let isShortKey: Bool
  }

  /// What a gap that is more than a short key consists of, each a part of the template's arrays.
  struct Other: Sendable {
    /// The bytes behind the first sixteen.
    let patterns: Range<Int>
    /// How many keys and containers begin in the gap.
    let begins: Int
    /// The containers that end in it.
    let ends: Range<Int>
  }

  /// The end of a container.
  struct End: Sendable {
    let node: Int
    /// Behind the container, counted from the gap's first byte.
    let place: Int
  }

  /// So many bytes behind a row must be there to be read, so that nobody asks at every step whether the
  /// next sixteen are.
  static let margin = 64

  /// The gaps before the values, and the one behind the last; none where no row was learned.
  private var gaps: [Gap] = []
  private var others: [Other] = []
  private var patterns: [BytePattern] = []
  private var ends: [End] = []
  /// All keys and containers, their places counted from the first byte of the gap that they begin in.
  private var begins: [Node] = []
  /// How many nodes the gaps and values so far have.
  private var nodeCount = 0

  /// Forgets the row.
  mutating func removeAll() {
    gaps.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
    patterns.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    begins.removeAll(keepingCapacity: true)
    nodeCount = 0
  }

  /// Adds a gap and the value behind it, or the end of the row.
  ///
  /// - Parameters:
  ///   - begins: the keys and containers that begin in the gap, their places counted from its first
  ///     byte.
  ///   - ends: the containers that end in it.
  ///   - isLast: the row ends behind it, which completes the template.
  mutating func add(
    _ gap: UnsafeRawBufferPointer, begins: [Node], ends: [End], isLast: Bool
  ) {
    nodeCount += begins.count + (isLast ? 0 : 1)
    let isShortKey = gap.count <= 16 && begins.count == 1 && ends.isEmpty && !isLast
    if !isShortKey { addOther(gap, begins.count, ends) }
    self.begins += begins
    gaps.append(
      Gap(
        pattern: BytePattern(startOf: gap), length: Int32(gap.count), link: UInt32(nodeCount),
        other: Int32(others.count - 1), isShortKey: isShortKey))
  }

  private mutating func addOther(_ gap: UnsafeRawBufferPointer, _ begins: Int, _ ends: [End]) {
    let (firstPattern, firstEnd) = (patterns.count, self.ends.count)
    for start in stride(from: 16, to: gap.count, by: 16) {
      patterns.append(BytePattern(startOf: UnsafeRawBufferPointer(rebasing: gap[start...])))
    }
    self.ends += ends
    others.append(
      Other(
        patterns: firstPattern..<patterns.count, begins: begins,
        ends: firstEnd..<self.ends.count))
  }

  /// Fills `tape` from a row that differs from the one that was learned in its values alone.
  ///
  /// Linear in the row; false, and a tape that holds nothing, where the row must be walked.
  ///
  /// - Parameter behind: how many bytes behind the row may be read, whatever they are.
  @inline(__always)
  func fill(
    _ tape: inout JSONTape, from row: UnsafeRawBufferPointer, behind: Int
  ) -> Bool {
    guard behind >= Self.margin, !gaps.isEmpty, let base = row.baseAddress else { return false }
    return tape.write(nodeCount) { room in
      guard let nodes = room.baseAddress else { return false }
      return gaps.withUnsafeBufferPointer { gaps in
        begins.withUnsafeBufferPointer { begins in
          guard let gaps = gaps.baseAddress, let begins = begins.baseAddress else { return false }
          return fill(nodes, from: base, to: row.count, gaps, begins)
        }
      }
    }
  }

  /// A gap begins at or before the row's end, so nothing but a long text, which asks, leads further than
  /// 64 bytes behind it: a gap of sixteen, a quote, sixteen bytes of text or number and its end.
  @inline(__always)
  private func fill(
    _ nodes: UnsafeMutablePointer<Node>, from base: UnsafeRawPointer, to end: Int,
    _ first: UnsafePointer<Gap>, _ begins: UnsafePointer<Node>
  ) -> Bool {
    let last = first + (gaps.count &- 1)
    var (gap, begin, at, node) = (first, begins, 0, nodes)
    while true {
      guard at <= end, gap.pointee.pattern.matches(base + at) else { return false }
      if gap.pointee.isShortKey {
        Node.copy(begin, to: node, movedBy: at)
        (begin, node) = (begin + 1, node + 1)
      } else {
        let other = others[Int(gap.pointee.other)]
        guard finish(other, in: nodes, base, at, end) else { return false }
        for place in 0..<other.begins {
          Node.copy(begin + place, to: node + place, movedBy: at)
        }
        (begin, node) = (begin + other.begins, node + other.begins)
      }
      at &+= Int(gap.pointee.length)
      if gap == last { return at == end }
      guard let behind = Self.write(node, Int(gap.pointee.link), base, at, end) else {
        return false
      }
      (gap, at, node) = (gap + 1, behind, node + 1)
    }
  }

  /// Writes what ends in a gap, if the bytes behind its first sixteen are right.
  @inline(__always)
  private func finish(
    _ gap: Other, in nodes: UnsafeMutablePointer<Node>, _ base: UnsafeRawPointer, _ start: Int,
    _ end: Int
  ) -> Bool {
    var at = start
    for pattern in gap.patterns {
      at &+= 16
      guard at <= end, patterns[pattern].matches(base + at) else { return false }
    }
    for end in gap.ends { nodes[ends[end].node].close(end: start &+ ends[end].place) }
    return true
  }

  /// Writes the value that begins at `at`; returns the place behind it.
  @inline(__always)
  private static func write(
    _ node: UnsafeMutablePointer<Node>, _ link: Int, _ base: UnsafeRawPointer, _ at: Int,
    _ end: Int
  ) -> Int? {
    let first = base.load(fromByteOffset: at, as: UInt8.self)
    if first == UInt8(ascii: "\"") {
      let stop = PlainText.endOfShort(in: base, from: at &+ 1, to: end)
      if base.load(fromByteOffset: stop, as: UInt8.self) == UInt8(ascii: "\"") {
        node.pointee = Node(kind: .string, start: at &+ 1, end: stop, link: link)
        return stop &+ 1
      }
    } else if first < UInt8(ascii: ":") {
      // A number, or nothing that a value can begin with, which is no number either.
      let stop = JSONSpan.shortNumber(base, at) ?? JSONSpan.anyNumber(base, at, end)
      guard let stop else { return nil }
      node.pointee = Node(kind: .number, start: at, end: stop, link: link)
      return stop
    }
    guard let (scalar, behind) = JSONSpan.scalar(base, at, end, link &- 1) else { return nil }
    node.pointee = scalar
    return behind
  }
}
