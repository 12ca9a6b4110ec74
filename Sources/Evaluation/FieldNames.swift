import Predictions

/// Finds the field that a name in a query means.
struct FieldNames {
  /// Of all files, each once, in file order.
  private let paths: [FieldPath]

  /// Linear in the number of fields.
  init(_ files: [FileReport]) {
    var seen: Set<String> = []
    paths = files.flatMap(\.known).filter { seen.insert($0.description).inserted }
  }

  /// The field called `name`: exact before any case, whole paths before last components.
  func path(named name: String, position: Int) throws(QueryError) -> FieldPath {
    let folded = name.lowercased()
    let ways: [(FieldPath) -> Bool] = [
      { $0.description == name }, { $0.description.lowercased() == folded },
      { $0.lastKey == name }, { $0.lastKey?.lowercased() == folded },
    ]
    for isMeant in ways {
      let found = paths.filter(isMeant)
      if found.count == 1 { return found[0] }
      guard found.isEmpty else {
        throw .ambiguousField(name, paths: found.map(\.description), position: position)
      }
    }
    // Of a list only the first element was looked at, and the others may be asked for too.
    let path = FieldPath(name)
    let first = path.withFirstElements
    if first != name, paths.contains(where: { $0.description == first }) { return path }
    throw .unknownField(name, known: listed, position: position)
  }

  /// Fields with a value of their own: no objects, and no elements of a list.
  private var listed: [String] {
    let parents = Set(paths.map(\.parent))
    return paths.filter { $0.lastKey != nil && !parents.contains($0.description) }
      .map(\.description)
  }
}

extension FieldPath {
  /// The key at the end; nothing for an element of a list.
  fileprivate var lastKey: String? {
    if case .key(let key)? = components.last { key } else { nil }
  }

  /// The object around the field; that of an element is the list's, which has a value itself.
  fileprivate var parent: String {
    guard let lastKey else { return "" }
    return String(description.dropLast(lastKey.count + 1))
  }

  /// The path with 0 in place of every index.
  fileprivate var withFirstElements: String {
    components.reduce(into: "") { path, component in
      switch component {
      case .key(let key): path += path.isEmpty ? key : "." + key
      case .index: path += "[0]"
      }
    }
  }
}
