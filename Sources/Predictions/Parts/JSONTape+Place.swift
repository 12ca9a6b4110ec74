extension JSONTape {
  /// The value at exactly these keys and indices, or nothing where there is none.
  func value(at place: RecognisedParts.Place, in bytes: UnsafeRawBufferPointer) -> Int? {
    guard count > 0 else { return nil }
    var node = 0
    for component in place {
      let next: Int? =
        switch component {
        case .key(let key): value(forKey: key.utf8, of: node, in: bytes)
        case .index(let index): self[node].kind == .array ? element(index, of: node) : nil
        }
      guard let next else { return nil }
      node = next
    }
    return node
  }

  /// A number, or a text that reads as one, blanks aside.
  func lenientNumber(of node: Int, in bytes: UnsafeRawBufferPointer) -> Double? {
    switch self[node].kind {
    case .number: number(of: node, in: bytes)
    case .string: NumberText.value(of: text(of: node, in: bytes).trimmed)
    default: nil
    }
  }
}

extension RowSample {
  /// The texts of a part that is a scalar or follows from one, row by row.
  func texts(of source: RecognisedParts.TextSource) -> [String?] {
    guard case .field(let place) = source else {
      var texts: [String?] = []
      forEach { tape, bytes in
        let node = tape.value(at: source.place, in: bytes)
        texts.append(
          node.flatMap { DerivedText.texts(source, at: $0, of: tape, in: bytes)?.first })
      }
      return texts
    }
    return self.texts(at: place)
  }

  /// The texts of the scalar values at `place`, row by row; nothing where a row has none.
  func texts(at place: RecognisedParts.Place) -> [String?] {
    var texts: [String?] = []
    forEach { tape, bytes in
      let node = tape.value(at: place, in: bytes)
      texts.append(node.flatMap { tape[$0].kind.isScalar ? tape.text(of: $0, in: bytes) : nil })
    }
    return texts
  }
}

extension JSONTape.Kind {
  /// A text, a number or a boolean.
  var isScalar: Bool { self == .string || self == .number || self == .true || self == .false }
}
