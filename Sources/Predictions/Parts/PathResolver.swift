/// Finds the values at many places of a row in one walk over it.
///
/// Places share what they have in common. Where a place leads into an object but the row has the
/// value itself there (`output` for `output.text`), places that fall back get that value.
///
/// The tree of steps lies flat, children side by side, because this is asked of every row: nothing
/// here is counted or allocated while a row is looked at.
struct PathResolver: Sendable {
  /// What is written for a place that the row does not have.
  static let absent = -1

  private struct Step: Sendable {
    /// Where the key lies in ``keys``; empty where the step goes into a list.
    var key = 0..<0
    /// The element of a list to go to.
    var index: Int?
    var children = 0..<0
    var slots = 0..<0
    /// Slots here or deeper that take the value of a shorter place.
    var fallbacks = 0..<0
  }

  private var steps: [Step] = [Step()]
  private var keys: [UInt8] = []
  private var slots: [Int] = []
  let slotCount: Int

  /// Slots are numbered in the order of `places`; an empty one is never found.
  init(_ places: [(place: RecognisedParts.Place, fallsBack: Bool)]) {
    slotCount = places.count
    let wanted = places.enumerated().filter { !$1.place.isEmpty }
      .map { Route(slot: $0, place: $1.place, fallsBack: $1.fallsBack) }
    add(wanted, depth: 0, to: 0)
  }

  private struct Route {
    let slot: Int
    let place: RecognisedParts.Place
    let fallsBack: Bool
  }

  /// Lays the steps behind `step` side by side, then those behind each of them.
  private mutating func add(_ routes: [Route], depth: Int, to step: Int) {
    steps[step].slots = list(routes.filter { $0.place.count == depth })
    if depth > 0 { steps[step].fallbacks = list(routes.filter(\.fallsBack)) }
    let longer = routes.filter { $0.place.count > depth }
    var components: [FieldPath.Component] = []
    for route in longer where !components.contains(route.place[depth]) {
      components.append(route.place[depth])
    }
    let first = steps.count
    for component in components { steps.append(newStep(component)) }
    steps[step].children = first..<steps.count
    for (place, component) in components.enumerated() {
      add(longer.filter { $0.place[depth] == component }, depth: depth + 1, to: first + place)
    }
  }

  private mutating func newStep(_ component: FieldPath.Component) -> Step {
    switch component {
    case .index(let index): return Step(index: index)
    case .key(let key):
      let start = keys.count
      keys += Array(key.utf8)
      return Step(key: start..<keys.count)
    }
  }

  private mutating func list(_ routes: [Route]) -> Range<Int> {
    let start = slots.count
    slots += routes.map(\.slot)
    return start..<slots.count
  }

  /// Writes the node of each place's value into its slot; linear in the row's own nodes.
  func resolve(
    _ tape: JSONTape, in bytes: UnsafeRawBufferPointer, into nodes: inout [Int]
  ) {
    for slot in nodes.indices { nodes[slot] = Self.absent }
    guard tape.count > 0 else { return }
    descend(0, at: 0, tape, bytes, &nodes)
  }

  /// Goes as deep as the deepest place, never as deep as the row.
  private func descend(
    _ step: Int, at node: Int, _ tape: JSONTape, _ bytes: UnsafeRawBufferPointer,
    _ nodes: inout [Int]
  ) {
    for place in steps[step].slots { nodes[slots[place]] = node }
    let children = steps[step].children
    guard !children.isEmpty else { return }
    switch tape[node].kind {
    case .object: descend(intoObject: node, children, tape, bytes, &nodes)
    case .array where children.contains(where: { steps[$0].index != nil }):
      for child in children {
        guard let index = steps[child].index, let element = tape.element(index, of: node) else {
          continue
        }
        descend(child, at: element, tape, bytes, &nodes)
      }
    case .null: break
    default:
      for place in steps[step].fallbacks where nodes[slots[place]] == Self.absent {
        nodes[slots[place]] = node
      }
    }
  }

  @inline(__always)
  private func descend(
    intoObject object: Int, _ children: Range<Int>, _ tape: JSONTape,
    _ bytes: UnsafeRawBufferPointer, _ nodes: inout [Int]
  ) {
    var key = object + 1
    let end = tape[object].after
    // Rows of a file mostly have their keys in one order, so the next key is guessed first.
    var guess = children.lowerBound
    while key < end {
      var child = guess
      repeat {
        if isKey(key, steps[child], tape, bytes) {
          descend(child, at: key + 1, tape, bytes, &nodes)
          guess = child + 1 == children.upperBound ? children.lowerBound : child + 1
          break
        }
        child = child + 1 == children.upperBound ? children.lowerBound : child + 1
      } while child != guess
      key = tape[key + 1].after
    }
  }

  @inline(__always)
  private func isKey(
    _ node: Int, _ step: Step, _ tape: JSONTape, _ bytes: UnsafeRawBufferPointer
  ) -> Bool {
    let key = tape[node]
    guard step.index == nil else { return false }
    if key.hasEscapes { return tape.text(of: node, in: bytes).utf8.elementsEqual(keys[step.key]) }
    guard key.end - key.start == step.key.count else { return false }
    for place in 0..<step.key.count
    where bytes[key.start + place] != keys[step.key.lowerBound + place] {
      return false
    }
    return true
  }
}
