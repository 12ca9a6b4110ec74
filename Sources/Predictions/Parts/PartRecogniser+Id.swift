/// What tells rows apart.
extension PartRecogniser {
  /// Names that are the row's own id also where several rows have it: epochs of one sample.
  private static let ownIds: Set<String> = ["id", "uid", "uuid", "key", "guid"]

  /// The named id; where it only says what the row is about, an id that is the row's own.
  ///
  /// A `question_id` that several rows have leaves them apart by `review_id`, if no two share it.
  mutating func recogniseId() {
    if chosen[.id] == nil,
      let (named, _) = find(
        PartNames.names(of: .id), where: { $0.isScalar && (!$0.isHash || $0.isUnique) }),
      !Self.ownIds.contains(named.lastName), !tellsRowsApart(named), let own = uniqueId
    {
      take(own)
      record(.id, own.path.description, "no two rows share it, as some do \(named.path)")
      parts.id = own.components
      return
    }
    parts.id = recogniseScalar(.id) { !$0.isHash || $0.isUnique }
  }

  /// The first field on its own level that ends in `id` and differs in every row.
  private var uniqueId: FieldFacts? {
    census.fields.first {
      $0.depth == 1 && !isTaken($0) && $0.isScalar && $0.lastName.hasSuffix("id")
        && $0.path.description.lowercased() != "id" && $0.filled == census.rows
        && tellsRowsApart($0)
    }
  }

  private func tellsRowsApart(_ field: FieldFacts) -> Bool {
    let texts = sample.texts(at: field.components).compactMap(\.self)
    return Set(texts).count == texts.count
  }
}
