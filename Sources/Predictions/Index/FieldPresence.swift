/// Whether some files have a field, as far as their first rows tell.
///
///     guard files.presence(of: "traffic") != .absent else { throw UnknownField("traffic", in: files) }
package enum FieldPresence: Hashable, Sendable {
  case present
  /// Every row was looked at, and none has it.
  case absent
  /// None of the first rows has it; those behind them may.
  case notAmongFirst
}

extension [FileReport] {
  /// Linear in the number of fields. Files without a row that can be read know of no field, so that
  /// a run of no rows refuses none.
  package func presence(of path: String) -> FieldPresence {
    let first = FieldPath(path).withFirstElements
    let isKnown = contains { $0.known.contains { [path, first].contains($0.description) } }
    if isKnown { return .present }
    let isAllKnown = allSatisfy(\.knowsAllFields) && contains { !$0.known.isEmpty }
    return isAllKnown && !goesDeeper(FieldPath(first)) ? .absent : .notAmongFirst
  }

  /// What lies in messages, or very deep in a row, is not among the known fields.
  private func goesDeeper(_ path: FieldPath) -> Bool {
    guard path.components.count <= FieldCensus.depthLimit else { return true }
    let parents = (1..<Swift.max(1, path.components.count)).map {
      FieldCensus.text(of: path.components.prefix($0))
    }
    return contains { file in
      let known = Set(file.known.map(\.description))
      return parents.last(where: known.contains).map { parent in
        !known.contains { $0.hasPrefix(parent + ".") || $0.hasPrefix(parent + "[") }
      } ?? false
    }
  }
}

extension FieldPath {
  /// The path with 0 in place of every index: of a list only the first element is looked at.
  package var withFirstElements: String {
    FieldCensus.text(
      of: components.map { component in
        if case .index = component { .index(0) } else { component }
      })
  }
}
