import Predictions

/// Finds the field that a name in a query means.
struct FieldNames {
  private let files: [FileReport]
  /// Of all files, each once, in file order.
  private let paths: [FieldPath]

  /// Linear in the number of fields.
  init(_ files: [FileReport]) {
    self.files = files
    paths = files.knownFields
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
    throw .unknownField(name, known: files.valueFields.map(\.description), position: position)
  }
}
