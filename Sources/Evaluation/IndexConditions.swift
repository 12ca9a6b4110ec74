import Predictions

/// The conditions of a query that the index answers.
struct IndexConditions: Sendable {
  private let snapshot: IndexSnapshot
  /// Segment names in lower case, to their places.
  private let segments: [String: Int]

  init(_ snapshot: IndexSnapshot) {
    self.snapshot = snapshot
    segments = Dictionary(
      snapshot.segmentNames.enumerated().map { ($1.lowercased(), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Throws where a term names a field or a tier that is not there: it would never match.
  func check(_ term: QueryTerm) throws(QueryError) {
    switch term.condition {
    case .field(let name, _):
      guard segments[name.lowercased()] == nil else { return }
      throw .unknownField(
        name, known: QueryVocabulary.fields + snapshot.segmentNames, position: term.position)
    case .tier(let pattern):
      let names = snapshot.tiers.map(\.tier.name)
      let known = names + ["easy", "ambiguous", "hard", "unrated"].filter { !names.contains($0) }
      guard !known.contains(where: pattern.matches) else { return }
      throw .badValue(
        field: "tier", value: pattern.text, expected: known.joined(separator: ", "),
        position: term.position)
    default: return
    }
  }

  /// What the index knows; nothing where another answers.
  func truth(of condition: QueryCondition, _ entry: RowEntry) -> Bool? {
    switch condition {
    case .tier(let pattern): pattern.matches(snapshot.tiers[entry.tier].tier.name)
    case .file(let pattern): pattern.isContained(in: snapshot.files[entry.file].path)
    case .confidence(let comparison): comparison.holds(for: Double(entry.confidence))
    case .signs(let comparison): comparison.holds(for: Double(entry.signs))
    case .copies(let comparison): comparison.holds(for: Double(entry.copies))
    case .automatic(let wanted): truth(of: wanted, entry.automatic)
    case .damaged: entry.isDamaged
    case .shielded: entry.isShielded
    case .field(let name, let value): truth(of: value, segment: name, entry)
    default: nil
    }
  }

  private func truth(of wanted: QueryAutomatic, _ result: AutomaticResult?) -> Bool {
    switch (wanted, result) {
    case (.correct, .correct), (.incorrect, .incorrect), (.absent, nil): true
    case (.score(let comparison), .score(let score)): comparison.holds(for: score)
    default: false
    }
  }

  private func truth(of value: QueryValue, segment name: String, _ entry: RowEntry) -> Bool {
    guard let place = segments[name.lowercased()], entry.segments[place] > 0 else { return false }
    let text = snapshot.segmentValues(of: place)[entry.segments[place]]
    switch value {
    case .matches(let pattern): return pattern.matches(text)
    case .compares(let comparison): return Double(text).map(comparison.holds(for:)) ?? false
    }
  }
}
