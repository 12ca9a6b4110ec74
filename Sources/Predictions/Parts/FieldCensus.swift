/// Every field of the sampled rows, with what it held.
///
/// Objects are descended into, lists only at their first element; a list of chat messages is one
/// value. What lies deeper than ``depthLimit`` or beyond ``fieldLimit`` fields is not looked at.
struct FieldCensus: Sendable {
  static let depthLimit = 8
  static let fieldLimit = 1_000

  private struct Place: Hashable {
    let parent: Int
    let component: FieldPath.Component
  }

  /// In file order.
  private(set) var fields: [FieldFacts] = []
  /// How many rows could be read.
  private(set) var rows = 0
  private var places: [Place: Int] = [:]
  private var byPath: [String: Int] = [:]
  /// Of each node, the key that it was in the row before, and the field that the key named.
  private var before: [(parent: Int, key: [UInt8], child: Int)?] = []

  init(_ sample: RowSample) {
    sample.forEach { tape, bytes in count(tape, in: bytes) }
    fields.indices.forEach { byPath[fields[$0].path.description] = $0 }
  }

  /// The field at exactly this path.
  func field(at path: String) -> FieldFacts? { byPath[path].map { fields[$0] } }

  /// The fields directly inside the object or list at `path`.
  func children(of field: FieldFacts) -> [FieldFacts] {
    fields.filter {
      $0.depth == field.depth + 1 && $0.components.starts(with: field.components)
    }
  }

  private mutating func count(_ tape: JSONTape, in bytes: UnsafeRawBufferPointer) {
    rows += 1
    var waiting = [(node: 0, field: -1)]
    while let (node, field) = waiting.popLast() {
      guard field < 0 || fields[field].depth < Self.depthLimit else { continue }
      let parent = tape[node]
      let start = waiting.count
      if parent.kind == .object {
        var key = node + 1
        while key < parent.after {
          if let child = child(at: key, of: field, tape, bytes) {
            fields[child].add(key + 1, of: tape, in: bytes)
            if fields[child].lastWasContainer(key + 1, of: tape, in: bytes) {
              waiting.append((key + 1, child))
            }
          }
          key = tape[key + 1].after
        }
      } else if parent.after > node + 1, let child = self.field(.index(0), of: field) {
        fields[child].add(node + 1, of: tape, in: bytes)
        waiting.append((node + 1, child))
      }
      // Depth first and in the order of the row, so that fields come in file order.
      waiting[start...].reverse()
    }
  }

  /// The field that a key names. Rows are mostly laid out like the one before.
  private mutating func child(
    at key: Int, of parent: Int, _ tape: JSONTape, _ bytes: UnsafeRawBufferPointer
  ) -> Int? {
    let raw = tape.raw(key, in: bytes)
    if key < before.count, let known = before[key], known.parent == parent,
      known.key.withUnsafeBytes({ $0.count == raw.count && ByteSearch.areEqual($0, raw) })
    {
      return known.child
    }
    let found = field(.key(tape.text(of: key, in: bytes)), of: parent)
    guard key < Self.fieldLimit else { return found }
    while before.count <= key { before.append(nil) }
    before[key] = found.map { (parent, Array(raw), $0) }
    return found
  }

  private mutating func field(_ component: FieldPath.Component, of parent: Int) -> Int? {
    let place = Place(parent: parent, component: component)
    if let known = places[place] { return known }
    guard fields.count < Self.fieldLimit else { return nil }
    let components = (parent < 0 ? [] : fields[parent].components) + [component]
    let path = FieldPath(Self.text(of: components))
    fields.append(FieldFacts(path: path, components: components, order: fields.count))
    places[place] = fields.count - 1
    return fields.count - 1
  }

  static func text(of components: some Sequence<FieldPath.Component>) -> String {
    var text = ""
    for component in components {
      switch component {
      case .key(let key): text += text.isEmpty ? key : "." + key
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}

extension FieldFacts {
  /// Objects and lists are descended into, chats aside.
  func lastWasContainer(
    _ node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    switch tape[node].kind {
    case .object: true
    case .array: !ChatReader.isChat(node, of: tape, in: bytes)
    default: false
    }
  }
}
