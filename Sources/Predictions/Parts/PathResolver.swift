/// Finds the values at many places of a row in one walk over it.
///
/// Places share what they have in common. Where a place leads into an object but the row has the
/// value itself there (`output` for `output.text`), places that fall back get that value.
struct PathResolver: Sendable {
  /// What is written for a place that the row does not have.
  static let absent = -1

  private struct Step: Sendable {
    let component: FieldPath.Component
    let key: [UInt8]
    var slots: [Int] = []
    /// Slots here or deeper that take the value of a shorter place.
    var fallbacks: [Int] = []
    var children: [Int] = []
  }

  private var steps: [Step] = [Step(component: .key(""), key: [])]
  let slotCount: Int

  /// Slots are numbered in the order of `places`; an empty one is never found.
  init(_ places: [(place: RecognisedParts.Place, fallsBack: Bool)]) {
    slotCount = places.count
    for (slot, entry) in places.enumerated() where !entry.place.isEmpty {
      var step = 0
      for component in entry.place {
        step = child(component, of: step)
        if entry.fallsBack { steps[step].fallbacks.append(slot) }
      }
      steps[step].slots.append(slot)
    }
  }

  private mutating func child(_ component: FieldPath.Component, of step: Int) -> Int {
    if let known = steps[step].children.first(where: { steps[$0].component == component }) {
      return known
    }
    let key = if case .key(let key) = component { Array(key.utf8) } else { [UInt8]() }
    steps.append(Step(component: component, key: key))
    steps[step].children.append(steps.count - 1)
    return steps.count - 1
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
    for slot in steps[step].slots { nodes[slot] = node }
    let children = steps[step].children
    guard !children.isEmpty else { return }
    if tape[node].kind == .object {
      var key = node + 1
      let end = tape[node].after
      // Rows of a file mostly have their keys in one order, so the next key is guessed first.
      var guess = 0
      while key < end {
        for offset in 0..<children.count {
          let place = (guess + offset) % children.count
          guard isKey(key, steps[children[place]], tape, bytes) else { continue }
          descend(children[place], at: key + 1, tape, bytes, &nodes)
          guess = place + 1
          break
        }
        key = tape[key + 1].after
      }
    } else if tape[node].kind == .array, children.contains(where: { steps[$0].key.isEmpty }) {
      for child in children {
        guard case .index(let index) = steps[child].component,
          let element = tape.element(index, of: node)
        else { continue }
        descend(child, at: element, tape, bytes, &nodes)
      }
    } else if tape[node].kind != .null {
      for slot in steps[step].fallbacks where nodes[slot] == Self.absent { nodes[slot] = node }
    }
  }

  @inline(__always)
  private func isKey(
    _ node: Int, _ step: Step, _ tape: JSONTape, _ bytes: UnsafeRawBufferPointer
  ) -> Bool {
    let key = tape[node]
    if key.hasEscapes { return tape.text(of: node, in: bytes).utf8.elementsEqual(step.key) }
    guard key.end - key.start == step.key.count else { return false }
    for index in step.key.indices where bytes[key.start + index] != step.key[index] {
      return false
    }
    return true
  }
}
