/// Finds the values at many places of a row in one walk over it.
///
/// Places share what they have in common. Where a place leads into an object but the row has the
/// value itself there (`output` for `output.text`), places that fall back get that value.
///
/// The tree of steps lies flat, children side by side, because this is asked of every row: nothing
/// here is counted or allocated while a row is looked at.
final class PathResolver: Sendable {
  /// What is written for a place that the row does not have.
  static let absent = -1

  private struct Step: Sendable {
    /// Of no use where the step goes into a list.
    var key = KeyBytes([], place: 0)
    /// The element of a list to go to.
    var index: Int32 = -1
    /// A bit for each child's key: what has none of them is no child.
    var childMask: UInt64 = 0
    var children = Span()
    var slots = Span()
    /// Slots here or deeper that take the value of a shorter place.
    var fallbacks = Span()
  }

  private struct Span: Sendable {
    var start: Int32 = 0
    var end: Int32 = 0
    var range: Range<Int> { Int(start)..<Int(end) }

    init() {}
    init(_ range: Range<Int>) { (start, end) = (Int32(range.lowerBound), Int32(range.upperBound)) }
  }

  private let steps: [Step]
  private let keys: [[UInt8]]
  private let slots: [Int32]
  let slotCount: Int

  /// Slots are numbered in the order of `places`; an empty one is never found.
  init(_ places: [(place: RecognisedParts.Place, fallsBack: Bool)]) {
    var tree = Tree()
    let routes = places.enumerated().filter { !$1.place.isEmpty }
      .map { Route(slot: $0, place: $1.place, fallsBack: $1.fallsBack) }
    tree.add(routes, depth: 0, to: 0)
    (steps, keys, slots) = (tree.steps, tree.keys, tree.slots)
    slotCount = places.count
  }

  private struct Route {
    let slot: Int
    let place: RecognisedParts.Place
    let fallsBack: Bool
  }

  /// The steps while they are laid out.
  private struct Tree {
    var steps: [Step] = [Step()]
    var keys: [[UInt8]] = []
    var slots: [Int32] = []

    /// Lays the steps behind `step` side by side, then those behind each of them.
    mutating func add(_ routes: [Route], depth: Int, to step: Int) {
      steps[step].slots = list(routes.filter { $0.place.count == depth })
      if depth > 0 { steps[step].fallbacks = list(routes.filter(\.fallsBack)) }
      let longer = routes.filter { $0.place.count > depth }
      var components: [FieldPath.Component] = []
      for route in longer where !components.contains(route.place[depth]) {
        components.append(route.place[depth])
      }
      let first = steps.count
      for component in components { steps.append(newStep(component)) }
      steps[step].childMask = steps[first...].reduce(0) { $0 | $1.key.bit }
      steps[step].children = Span(first..<steps.count)
      for (place, component) in components.enumerated() {
        add(longer.filter { $0.place[depth] == component }, depth: depth + 1, to: first + place)
      }
    }

    private mutating func newStep(_ component: FieldPath.Component) -> Step {
      switch component {
      case .index(let index): return Step(index: Int32(clamping: index))
      case .key(let key):
        keys.append(Array(key.utf8))
        return Step(key: KeyBytes(keys[keys.count - 1], place: keys.count - 1))
      }
    }

    private mutating func list(_ routes: [Route]) -> Span {
      let start = slots.count
      slots += routes.map { Int32($0.slot) }
      return Span(start..<slots.count)
    }
  }

  /// Writes the node of each place's value into its slot; linear in the row's own nodes.
  func resolve(
    _ tape: JSONTape, in bytes: UnsafeRawBufferPointer, into nodes: inout [Int]
  ) {
    for slot in nodes.indices { nodes[slot] = Self.absent }
    guard tape.count > 0 else { return }
    nodes.withUnsafeMutableBufferPointer { nodes in
      steps.withUnsafeBufferPointer { steps in
        tape.withNodes { written in
          descend(0, at: 0, Row(tape: written, bytes: bytes), steps, nodes)
        }
      }
    }
  }

  /// What is looked at, without counting who looks.
  private struct Row {
    let tape: UnsafeBufferPointer<JSONTape.Node>
    let bytes: UnsafeRawBufferPointer
  }

  /// Goes as deep as the deepest place, never as deep as the row.
  private func descend(
    _ step: Int, at node: Int, _ row: Row, _ steps: UnsafeBufferPointer<Step>,
    _ nodes: UnsafeMutableBufferPointer<Int>
  ) {
    for place in steps[step].slots.range { nodes[Int(slots[place])] = node }
    let children = steps[step].children.range
    guard !children.isEmpty else { return }
    switch row.tape[node].kind {
    case .object:
      descend(intoObject: node, children, steps[step].childMask, row, steps, nodes)
    case .array where children.contains(where: { steps[$0].index >= 0 }):
      descend(intoList: node, children, row, steps, nodes)
    // A null as well, although it shows nothing: which node a slot gets depends on how the row is laid
    // out, never on a value, or what is remembered of one row would be wrong of the next.
    default:
      for place in steps[step].fallbacks.range where nodes[Int(slots[place])] == Self.absent {
        nodes[Int(slots[place])] = node
      }
    }
  }

  private func descend(
    intoList list: Int, _ children: Range<Int>, _ row: Row, _ steps: UnsafeBufferPointer<Step>,
    _ nodes: UnsafeMutableBufferPointer<Int>
  ) {
    var element = list + 1
    var index: Int32 = 0
    while element < row.tape[list].after {
      for child in children where steps[child].index == index {
        descend(child, at: element, row, steps, nodes)
      }
      guard children.contains(where: { steps[$0].index > index }) else { return }
      element = row.tape[element].after
      index += 1
    }
  }

  @inline(__always)
  private func descend(
    intoObject object: Int, _ children: Range<Int>, _ mask: UInt64, _ row: Row,
    _ steps: UnsafeBufferPointer<Step>, _ nodes: UnsafeMutableBufferPointer<Int>
  ) {
    var node = object + 1
    let end = row.tape[object].after
    // Rows of a file mostly have their keys in one order, so the next key is guessed first.
    var guess = children.lowerBound
    while node < end {
      let key = WrittenKey(row.tape[node], in: row.bytes)
      guard mask & key.bit != 0 || key.node.hasEscapes else {
        node = row.tape[node &+ 1].after
        continue
      }
      var child = guess
      repeat {
        let next = child + 1 == children.upperBound ? children.lowerBound : child + 1
        if isKey(key, child, steps, row) {
          descend(child, at: node + 1, row, steps, nodes)
          guess = next
          break
        }
        child = next
      } while child != guess
      node = row.tape[node + 1].after
    }
  }

  @inline(__always)
  private func isKey(
    _ written: WrittenKey, _ child: Int, _ steps: UnsafeBufferPointer<Step>, _ row: Row
  ) -> Bool {
    guard steps[child].index < 0 else { return false }
    guard !written.node.hasEscapes else { return isKeyWithEscapes(written, steps[child], row) }
    return written.word == steps[child].key.word && written.length == steps[child].key.length
      && (written.length <= 8 || isRest(of: written, steps[child].key.place, row))
  }

  private func isKeyWithEscapes(_ written: WrittenKey, _ step: Step, _ row: Row) -> Bool {
    let raw = UnsafeRawBufferPointer(rebasing: row.bytes[written.node.start..<written.node.end])
    return StringEscape.decoded(raw).elementsEqual(keys[step.key.place])
  }

  private func isRest(of written: WrittenKey, _ place: Int, _ row: Row) -> Bool {
    let rest = row.bytes[written.node.start + 8..<written.node.end]
    return keys[place].withUnsafeBytes {
      ByteSearch.areEqual(
        UnsafeRawBufferPointer(rebasing: rest), UnsafeRawBufferPointer(rebasing: $0[8...]))
    }
  }
}

/// A key to look for: its length and first eight bytes tell nearly all keys apart.
private struct KeyBytes: Sendable {
  let word: UInt64
  let length: Int
  /// Where the whole key is kept.
  let place: Int

  var bit: UInt64 { Self.bit(word: word, length: length) }

  /// One of 64 bits that depends on all of the key's first bytes.
  @inline(__always)
  static func bit(word: UInt64, length: Int) -> UInt64 {
    1 << (((word ^ UInt64(length)) &* 0x9e37_79b9_7f4a_7c15) >> 58)
  }

  init(_ key: [UInt8], place: Int) {
    word = key.withUnsafeBytes { ByteSearch.firstWord(of: $0) }
    length = key.count
    self.place = place
  }
}

/// A key of a row in the same shape.
private struct WrittenKey {
  let node: JSONTape.Node
  let word: UInt64
  let length: Int

  var bit: UInt64 { KeyBytes.bit(word: word, length: length) }

  @inline(__always)
  init(_ node: JSONTape.Node, in bytes: UnsafeRawBufferPointer) {
    self.node = node
    length = node.end - node.start
    word = ByteSearch.firstWord(in: bytes, from: node.start, length: length)
  }
}
