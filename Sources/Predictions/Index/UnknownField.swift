/// A field was named by hand that no row has.
package struct UnknownField: Error, Hashable, Sendable {
  package let name: String
  /// The fields that there are and have a value of their own, in file order.
  package let known: [String]

  package init(_ name: String, in files: [FileReport]) {
    self.name = name
    known = files.valueFields.map(\.description)
  }

  /// What is wrong, which field was probably meant, and which there are.
  package var words: String {
    let guess = QueryError.nearest(to: name, among: known).map { "did you mean `\($0)`? " } ?? ""
    return "no row has a field `\(name)`: \(guess)known are \(QueryError.list(known, as: \.self))"
  }
}

extension [FileReport] {
  /// Every field once, in file order.
  package var knownFields: [FieldPath] {
    var seen: Set<String> = []
    return flatMap(\.known).filter { seen.insert($0.description).inserted }
  }

  /// Fields with a value of their own: no objects, and no elements of a list.
  package var valueFields: [FieldPath] {
    let fields = knownFields
    let parents = Set(fields.map(\.parent))
    return fields.filter { $0.lastKey != nil && !parents.contains($0.description) }
  }
}

extension FieldPath {
  /// The key at the end; nothing for an element of a list.
  package var lastKey: String? {
    if case .key(let key)? = components.last { key } else { nil }
  }

  /// The object around the field; that of an element is the list's, which has a value itself.
  fileprivate var parent: String {
    guard let lastKey else { return "" }
    return String(description.dropLast(lastKey.count + 1))
  }
}
