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
    case .confidence(let comparison):
      comparison.ofKeptConfidences.holds(for: Double(entry.confidence))
    case .signs(let comparison): comparison.holds(for: Double(entry.signs))
    case .copies(let comparison): comparison.holds(for: Double(entry.copies))
    case .automatic(let wanted): wanted.holds(for: entry.automatic)
    case .damaged: entry.isDamaged
    case .shielded: entry.isShielded
    default: nil
    }
  }

  /// As ``truth(of:_:)`` for all rows of a stretch at once; linear in them.
  func rows(meeting condition: QueryCondition, in stretch: IndexStretch) -> RowMask? {
    switch condition {
    case .tier(let pattern):
      stretch.rows(ofTiers: { pattern.matches(snapshot.tiers[$0].tier.name) })
    case .file(let pattern):
      stretch.rows(ofFiles: { pattern.isContained(in: snapshot.files[$0].path) })
    case .confidence(let comparison):
      stretch.rows(withConfidence: comparison.ofKeptConfidences)
    case .signs(let comparison): stretch.rows(withSigns: comparison)
    case .copies(let comparison): stretch.rows(withCopies: comparison)
    case .automatic(let wanted): stretch.rows(withAutomatic: wanted)
    case .damaged: stretch.damaged
    case .shielded: stretch.shielded
    default: nil
    }
  }
}
