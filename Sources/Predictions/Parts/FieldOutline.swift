/// The fields that some rows have, by which rows of another file are known to be of the same kind.
///
/// Names, nesting and kinds of value count, the values themselves do not. A field that every row had
/// must be there, one that only some had may be; one that none had makes another kind. Null may stand
/// for a value of any kind. Objects from labels to numbers have other keys in every row, so theirs are
/// not compared.
struct FieldOutline: Sendable {
  private struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8
    static let text = Kinds(rawValue: 1)
    static let number = Kinds(rawValue: 2)
    static let boolean = Kinds(rawValue: 4)
    static let object = Kinds(rawValue: 8)
    static let list = Kinds(rawValue: 16)

    /// Of null, which says nothing, none.
    init(_ kind: JSONTape.Kind) {
      switch kind {
      case .string: self = .text
      case .number: self = .number
      case .true, .false: self = .boolean
      case .object: self = .object
      case .array: self = .list
      case .null: self = []
      }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(of facts: FieldFacts) {
      self = []
      if facts.strings > 0 { insert(.text) }
      if facts.numbers > 0 { insert(.number) }
      if facts.booleans > 0 { insert(.boolean) }
      if facts.objects > 0 { insert(.object) }
      if facts.lists > 0 { insert(.list) }
    }
  }

  private struct Field: Sendable {
    /// Absent for the elements of a list.
    let key: [UInt8]?
    let kinds: Kinds
    /// Every object around it had it, be it null.
    let isRequired: Bool
    /// An object whose keys are labels.
    let isMap: Bool
    var children = 0..<0

    /// Nothing but null was seen, which says nothing about values.
    var isUnknown: Bool { kinds.isEmpty }
  }

  /// The whole row first, children side by side.
  private var fields: [Field]

  init(_ census: FieldCensus) {
    fields = [Field(key: nil, kinds: .object, isRequired: true, isMap: false)]
    var children: [RecognisedParts.Place: [FieldFacts]] = [:]
    for facts in census.fields {
      children[facts.components.dropLast(), default: []].append(facts)
    }
    var waiting: [(field: Int, place: RecognisedParts.Place, objects: Int)] = [
      (0, [], census.rows)
    ]
    while let (field, place, objects) = waiting.popLast() {
      let inside = children[place] ?? []
      fields[field].children = fields.count..<fields.count + inside.count
      for facts in inside {
        waiting.append((fields.count, facts.components, facts.objects))
        fields.append(Self.field(facts, objects: objects))
      }
    }
  }

  private static func field(_ facts: FieldFacts, objects: Int) -> Field {
    let isMap = facts.objects > 0 && facts.numberMaps == facts.objects
    let kinds = Kinds(of: facts)
    guard case .key(let key) = facts.components.last else {
      return Field(key: nil, kinds: kinds, isRequired: false, isMap: isMap)
    }
    return Field(
      key: Array(key.utf8), kinds: kinds, isRequired: facts.present + facts.nulls >= objects,
      isMap: isMap)
  }

  /// Whether the row could be one of those that the outline is of; linear in the row's nodes.
  func fits(_ tape: JSONTape, in bytes: UnsafeRawBufferPointer) -> Bool {
    tape.kind == .object && fits(0, at: 0, tape, bytes)
  }

  /// Goes as deep as the census did, never as deep as the row.
  private func fits(
    _ field: Int, at node: Int, _ tape: JSONTape, _ bytes: UnsafeRawBufferPointer
  ) -> Bool {
    let kind = tape[node].kind
    guard fields[field].isUnknown || fields[field].kinds.isSuperset(of: Kinds(kind)) else {
      return false
    }
    switch kind {
    case .object where !fields[field].isMap && !fields[field].children.isEmpty:
      return fits(field, atObject: node, tape, bytes)
    case .array where tape[node].after > node + 1:
      // Elements that the census did not look at, such as a chat's messages, are not compared.
      guard let element = fields[field].children.first(where: { fields[$0].key == nil }) else {
        return true
      }
      return fits(element, at: node + 1, tape, bytes)
    default: return true
    }
  }

  private func fits(
    _ field: Int, atObject object: Int, _ tape: JSONTape, _ bytes: UnsafeRawBufferPointer
  ) -> Bool {
    let children = fields[field].children
    var missing = fields[children].reduce(0) { $0 + ($1.isRequired ? 1 : 0) }
    var key = object + 1
    // Rows mostly have their keys in one order, so the next one is guessed first.
    var guess = children.lowerBound
    while key < tape[object].after {
      guard let child = self.child(of: children, from: guess, at: key, tape, bytes),
        fits(child, at: key + 1, tape, bytes)
      else { return false }
      if fields[child].isRequired { missing -= 1 }
      guess = child + 1
      key = tape[key + 1].after
    }
    return missing <= 0
  }

  private func child(
    of children: Range<Int>, from guess: Int, at key: Int, _ tape: JSONTape,
    _ bytes: UnsafeRawBufferPointer
  ) -> Int? {
    let written = tape.raw(key, in: bytes)
    let isEscaped = tape[key].hasEscapes
    func isKey(_ child: Int) -> Bool {
      guard let name = fields[child].key else { return false }
      if isEscaped { return tape.decoded(key, in: bytes) == name }
      return name.count == written.count
        && name.withUnsafeBytes { ByteSearch.areEqual(written, $0) }
    }
    return (guess..<children.upperBound).first(where: isKey)
      ?? (children.lowerBound..<guess).first(where: isKey)
  }
}

extension FieldOutline {
  /// Whether rows of both are of one kind: what one of them always has, the other has at least
  /// sometimes, and where both have a value its kinds do not contradict each other.
  ///
  /// An outline of no rows is like any other. Linear in the fields, of which rows mostly have few.
  func isLike(_ other: FieldOutline) -> Bool {
    fields.count == 1 || other.fields.count == 1 || isLike(other, 0, 0)
  }

  private func isLike(_ other: FieldOutline, _ field: Int, _ otherField: Int) -> Bool {
    let (one, two) = (fields[field], other.fields[otherField])
    if one.isUnknown || two.isUnknown { return true }
    guard one.kinds.isSuperset(of: two.kinds) || two.kinds.isSuperset(of: one.kinds) else {
      return false
    }
    // Of labels to numbers each row may have its own.
    if one.isMap || two.isMap || one.children.isEmpty || two.children.isEmpty { return true }
    return one.children.allSatisfy { child in
      let key = fields[child].key
      guard let twin = two.children.first(where: { other.fields[$0].key == key }) else {
        return !fields[child].isRequired
      }
      return isLike(other, child, twin)
    }
      && two.children.allSatisfy { child in
        let key = other.fields[child].key
        return !other.fields[child].isRequired
          || one.children.contains { fields[$0].key == key }
      }
  }
}
