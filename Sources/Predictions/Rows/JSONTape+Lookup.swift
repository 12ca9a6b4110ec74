extension JSONTape {
  /// The nodes directly inside a list or an object; of an object, keys and values in turn.
  package struct Children: Sequence, IteratorProtocol {
    private let tape: JSONTape
    private var index: Int
    private let stop: Int

    init(_ tape: JSONTape, of parent: Int) {
      self.tape = tape
      index = parent + 1
      stop = tape[parent].after
    }

    package mutating func next() -> Int? {
      guard index < stop else { return nil }
      defer { index = tape[index].after }
      return index
    }
  }

  /// The indices of the nodes directly inside `node`, which may be any value.
  package func children(of node: Int) -> Children { Children(self, of: node) }

  /// The value behind `key` in an object; of repeated keys the last, as Python reads it.
  ///
  /// Linear in the object's own keys.
  package func value(
    forKey key: some Collection<UInt8>, of object: Int, in bytes: UnsafeRawBufferPointer
  ) -> Int? {
    let found = key.withContiguousStorageIfAvailable { key in
      value(forKeyBytes: UnsafeRawBufferPointer(key), of: object, in: bytes)
    }
    return found ?? Array(key).withUnsafeBytes { value(forKeyBytes: $0, of: object, in: bytes) }
  }

  private func value(
    forKeyBytes key: UnsafeRawBufferPointer, of object: Int, in bytes: UnsafeRawBufferPointer
  ) -> Int? {
    guard object < count, self[object].kind == .object else { return nil }
    let end = self[object].after
    var found: Int?
    var index = object + 1
    while index < end {
      if isKey(self[index], at: index, equalTo: key, in: bytes) { found = index + 1 }
      index = self[index + 1].after
    }
    return found
  }

  /// The value that `path` leads to from the row, or nothing where there is none.
  package func value(at path: FieldPath, in bytes: UnsafeRawBufferPointer) -> Int? {
    guard count > 0 else { return nil }
    if path.spans.count == 1, case .key = path.components[0] {
      return value(forKey: path.text, of: 0, in: bytes)
    }
    return value(at: path, from: 0, in: bytes)
  }

  /// The value that `path` leads to from `root`, trying longer keys before shorter ones.
  package func value(
    at path: FieldPath, from root: Int, in bytes: UnsafeRawBufferPointer
  ) -> Int? {
    var waiting = [(node: root, component: 0)]
    while let (node, component) = waiting.popLast() {
      guard component < path.spans.count else { return node }
      if self[node].kind == .object {
        for last in component..<path.spans.count {
          let key = path.text[path.spans[component].lowerBound..<path.spans[last].upperBound]
          if let value = value(forKey: key, of: node, in: bytes) {
            waiting.append((value, last + 1))
          }
        }
      } else if self[node].kind == .array, case .index(let index) = path.components[component],
        let element = element(index, of: node)
      {
        waiting.append((element, component + 1))
      }
    }
    return nil
  }

  /// The list's element at `index`; linear in `index`.
  package func element(_ index: Int, of list: Int) -> Int? {
    var element = list + 1
    for _ in 0..<index where element < self[list].after { element = self[element].after }
    return element < self[list].after ? element : nil
  }

  /// A key that some object of the row has twice, so that only the last of its values counts.
  ///
  /// Short objects are compared key by key, long ones by hash: linear in the row's nodes.
  package func repeatedKey(in bytes: UnsafeRawBufferPointer) -> String? {
    for node in 0..<count where self[node].kind == .object {
      if let key = repeatedKey(ofObject: node, in: bytes) { return text(of: key, in: bytes) }
    }
    return nil
  }

  private func repeatedKey(ofObject object: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    let end = self[object].after
    var index = object + 1
    var place = 0
    while index < end {
      // Beyond this many keys hashing costs less than comparing each with all before it.
      guard place < 24, !self[index].hasEscapes else { return hashedRepeatedKey(object, in: bytes) }
      let key = raw(index, in: bytes)
      var earlier = object + 1
      while earlier < index {
        if isKey(self[earlier], at: earlier, equalTo: key, in: bytes) { return index }
        earlier = self[earlier + 1].after
      }
      index = self[index + 1].after
      place += 1
    }
    return nil
  }

  private func hashedRepeatedKey(_ object: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    var seen: Set<[UInt8]> = []
    var index = object + 1
    while index < self[object].after {
      if !seen.insert(decoded(index, in: bytes)).inserted { return index }
      index = self[index + 1].after
    }
    return nil
  }

  /// Whether the key `node` reads as `key` when its escapes are decoded.
  @inline(__always)
  private func isKey(
    _ node: Node, at index: Int, equalTo key: UnsafeRawBufferPointer,
    in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    if node.hasEscapes { return decoded(index, in: bytes).elementsEqual(key) }
    guard node.end - node.start == key.count else { return false }
    return ByteSearch.areEqual(UnsafeRawBufferPointer(rebasing: bytes[node.start..<node.end]), key)
  }
}
