/// A sound row as a form to fill in: what lies between its values, byte for byte.
///
/// Rows of a file mostly have the same keys in the same order and are punctuated alike. Of such a row
/// nothing but the values needs to be read: what lies between them was read before, so it is only
/// compared, sixteen bytes at a time. It is as strict as ``JSONQuickWalk`` and writes the same nodes.
/// Where anything differs but the values it gives up early, and the row is walked.
///
///     var template = RowTemplate()
///     template.learn(tape, of: row)
///     if template.fill(&tape, from: next) { … }
struct RowTemplate: Sendable {
  typealias Node = JSONTape.Node

  /// What lies before a value, or behind the last one.
  struct Gap: Sendable {
    /// The gap's first bytes; those of longer keys follow in ``RowTemplate/patterns``.
    let pattern: BytePattern
    let patterns: Range<Int32>
    /// The containers that end in the gap.
    let ends: Range<Int32>
    /// How many bytes the gap has.
    let length: Int32
    /// The node of the value behind it; where the row ends, how many nodes it has.
    let value: Int32
  }

  /// The end of a container.
  struct End: Sendable {
    let node: Int32
    /// Behind the container, counted from the gap's first byte.
    let place: Int32
  }

  /// The gaps before the values, and the one behind the last; none where no row was learned.
  private var gaps: [Gap] = []
  /// The last gap's bytes, as they end.
  private var tail = BytePattern(endOf: UnsafeRawBufferPointer(start: nil, count: 0))
  private var patterns: [BytePattern] = []
  private var ends: [End] = []
  /// The row's nodes; the places of keys and containers are counted from the first byte of the gap
  /// that they begin in.
  private var form: [Node] = []

  /// Forgets the row.
  mutating func removeAll() {
    gaps.removeAll(keepingCapacity: true)
    patterns.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    form.removeAll(keepingCapacity: true)
  }

  /// Adds a gap and the value behind it.
  ///
  /// - Parameter begins: the keys and containers that begin in the gap, their places counted from
  ///   its first byte.
  mutating func add(
    _ gap: UnsafeRawBufferPointer, begins: [Node], ends: [End], before value: Node
  ) {
    form += begins
    gaps.append(made(gap, ends))
    form.append(value)
  }

  /// Adds the gap behind the last value, which completes the template.
  mutating func addLast(_ gap: UnsafeRawBufferPointer, begins: [Node], ends: [End]) {
    form += begins
    gaps.append(made(gap, ends))
    tail = BytePattern(endOf: gap)
  }

  private mutating func made(_ gap: UnsafeRawBufferPointer, _ added: [End]) -> Gap {
    let (firstPattern, firstEnd) = (patterns.count, ends.count)
    for start in stride(from: 16, to: gap.count, by: 16) {
      patterns.append(BytePattern(startOf: UnsafeRawBufferPointer(rebasing: gap[start...])))
    }
    ends += added
    return Gap(
      pattern: BytePattern(startOf: gap), patterns: Int32(firstPattern)..<Int32(patterns.count),
      ends: Int32(firstEnd)..<Int32(ends.count), length: Int32(gap.count),
      value: Int32(form.count))
  }

  /// Fills `tape` from a row that differs from the one that was learned in its values alone.
  ///
  /// Linear in the row; false, and a tape that holds nothing, where the row must be walked.
  @inline(__always)
  func fill(_ tape: inout JSONTape, from row: UnsafeRawBufferPointer) -> Bool {
    guard !gaps.isEmpty, let base = row.baseAddress else { return false }
    return tape.write(form.count) { room in
      guard let nodes = room.baseAddress else { return false }
      return form.withUnsafeBufferPointer { form in
        gaps.withUnsafeBufferPointer { gaps in
          guard let form = form.baseAddress, let gaps = gaps.baseAddress else { return false }
          return fill(nodes, from: base, to: row.count, form, gaps)
        }
      }
    }
  }

  @inline(__always)
  private func fill(
    _ nodes: UnsafeMutablePointer<Node>, from base: UnsafeRawPointer, to end: Int,
    _ form: UnsafePointer<Node>, _ first: UnsafePointer<Gap>
  ) -> Bool {
    var gap = first
    let last = first + (gaps.count &- 1)
    var (at, node) = (0, 0)
    while gap < last {
      guard gap.pointee.pattern.matches(base, at, end),
        gap.pointee.length <= 16 || matchesRest(of: gap.pointee, base, at, end)
      else { return false }
      let value = Int(gap.pointee.value)
      write(node..<value, of: form, to: nodes, gapAt: at)
      if !gap.pointee.ends.isEmpty { close(gap.pointee.ends, in: nodes, gapAt: at) }
      at &+= Int(gap.pointee.length)
      guard let behind = Self.value(value, nodes, base, at, end) else { return false }
      (at, node) = (behind, value &+ 1)
      gap += 1
    }
    let length = Int(gap.pointee.length)
    guard at &+ length == end, tail.matchesEnd(base, end),
      length <= 16 || matchesAll(of: gap.pointee, base, at, end)
    else { return false }
    write(node..<Int(gap.pointee.value), of: form, to: nodes, gapAt: at)
    close(gap.pointee.ends, in: nodes, gapAt: at)
    return true
  }

  @inline(never)
  private func matchesRest(
    of gap: Gap, _ base: UnsafeRawPointer, _ start: Int, _ end: Int
  ) -> Bool {
    var at = start
    for pattern in gap.patterns {
      at &+= 16
      guard patterns[Int(pattern)].matches(base, at, end) else { return false }
    }
    return true
  }

  @inline(never)
  private func matchesAll(
    of gap: Gap, _ base: UnsafeRawPointer, _ at: Int, _ end: Int
  ) -> Bool {
    gap.pattern.matches(base, at, end) && matchesRest(of: gap, base, at, end)
  }

  /// Writes the keys and containers that begin in a gap.
  @inline(__always)
  private func write(
    _ range: Range<Int>, of form: UnsafePointer<Node>, to nodes: UnsafeMutablePointer<Node>,
    gapAt at: Int
  ) {
    var node = range.lowerBound
    while node < range.upperBound {
      Node.copy(form + node, to: nodes + node, movedBy: at)
      node &+= 1
    }
  }

  @inline(__always)
  private func close(
    _ range: Range<Int32>, in nodes: UnsafeMutablePointer<Node>, gapAt at: Int
  ) {
    for place in range {
      let container = ends[Int(place)]
      nodes[Int(container.node)].close(end: at &+ Int(container.place))
    }
  }

  /// Writes the value that begins at `at`; returns the place behind it.
  @inline(__always)
  private static func value(
    _ node: Int, _ nodes: UnsafeMutablePointer<Node>, _ base: UnsafeRawPointer, _ at: Int,
    _ end: Int
  ) -> Int? {
    guard at < end else { return nil }
    let first = base.load(fromByteOffset: at, as: UInt8.self)
    if first == UInt8(ascii: "\"") {
      let stop = PlainText.end(in: base, from: at &+ 1, to: end)
      if stop < end, base.load(fromByteOffset: stop, as: UInt8.self) == UInt8(ascii: "\"") {
        nodes[node] = Node(kind: .string, start: at &+ 1, end: stop, link: node &+ 1)
        return stop &+ 1
      }
    } else if first < UInt8(ascii: ":") {
      // A number, or nothing that a value can begin with, which is no number either.
      guard let stop = JSONSpan.number(base, at, end) else { return nil }
      nodes[node] = Node(kind: .number, start: at, end: stop, link: node &+ 1)
      return stop
    }
    guard let (scalar, behind) = JSONSpan.scalar(base, at, end, node) else { return nil }
    nodes[node] = scalar
    return behind
  }
}
