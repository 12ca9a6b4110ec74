import Predictions

/// The conditions of a query that the index answers.
struct IndexConditions: Sendable {
  private let snapshot: IndexSnapshot

  init(_ snapshot: IndexSnapshot) {
    self.snapshot = snapshot
  }

  /// Throws where a term names a tier that is not there: it would never match.
  func check(_ term: QueryTerm) throws(QueryError) {
    switch term.condition {
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
}
