extension RawRow {
  /// What the row has at `path`, as texts: of a list each member, of an object its JSON.
  ///
  /// What is absent, null or empty has none. Linear in the length of the row's own keys.
  package func texts(at path: FieldPath) -> [String] {
    bytes.withUnsafeBytes { bytes in
      guard let node = tape.value(at: path, in: bytes) else { return [] }
      let nodes = tape[node].kind == .array ? Array(tape.children(of: node)) : [node]
      return nodes.filter { tape[$0].kind != .null }
        .map { tape.text(of: $0, in: bytes) }.filter { !$0.isEmpty }
    }
  }
}
