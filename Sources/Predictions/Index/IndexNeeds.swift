/// What is to be learned from rows: what nobody asks for costs nothing.
struct IndexNeeds: OptionSet, Sendable {
  let rawValue: Int

  /// What a prediction is, to know duplicates and reviews again.
  static let digests = IndexNeeds(rawValue: 1)
  /// The ids, to know those that repeat.
  static let keys = IndexNeeds(rawValue: 2)
  static let signs = IndexNeeds(rawValue: 4)
  /// The decoded texts, which other needs are made from.
  static let texts = IndexNeeds(rawValue: 8)
  /// A column for the confidence, where the signal's value is something else.
  static let confidence = IndexNeeds(rawValue: 16)

  /// Whether any of the row's own content is needed, beyond what it is counted by.
  var isAboutContent: Bool { !isDisjoint(with: [.digests, .keys, .texts]) }

  /// All that the index keeps.
  static func index(_ rules: FileRules) -> IndexNeeds {
    var needs: IndexNeeds = [.signs, .texts]
    if rules.hasDigests { needs.insert(.digests) }
    if rules.parts.id != nil { needs.insert(.keys) }
    if rules.columns.contains(.confidence) { needs.insert(.confidence) }
    return needs
  }

  /// What counting tiers, results and segments takes.
  static func counts(_ rules: FileRules) -> IndexNeeds {
    var needs: IndexNeeds = []
    if rules.rule.kind == .signs { needs.formUnion([.signs, .texts]) }
    if !rules.shieldWords.isEmpty { needs.insert(.texts) }
    return needs
  }
}
