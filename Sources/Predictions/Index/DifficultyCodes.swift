/// The ratings of the words that a field of difficulty holds: each spelling is understood once.
struct DifficultyCodes: Sendable {
  /// Beyond this many tiers everything else is unrated.
  private static let limit = 250

  private var words = Vocabulary()
  /// Of each word's code, its tier and number.
  private var ratings: [(tier: CodedRating.Code, value: Double)] = [(.unrated, .nan)]
  private var names: [String] = []

  /// The rating that `rule` gives a row; new tiers are appended to `newTiers`.
  mutating func rating(
    of row: RowView, by rule: SignalRule, newTiers: inout [Tier]
  ) -> CodedRating {
    var rating = CodedRating()
    guard let node = row.node(.difficulty), row.tape[node].kind.isScalar else { return rating }
    let (code, isNew) = words.code(of: row.tape.raw(node, in: row.bytes))
    guard code != Vocabulary.remainder else { return rating }
    if isNew { ratings.append(understand(rule.rate(row, signs: []), &newTiers)) }
    (rating.tier, rating.value) = ratings[Int(code)]
    return rating
  }

  private mutating func understand(
    _ rating: Rating, _ newTiers: inout [Tier]
  ) -> (tier: CodedRating.Code, value: Double) {
    guard case .named(let name) = rating.rank else { return (.unrated, rating.value) }
    return (tier(name, &newTiers), rating.value)
  }

  private mutating func tier(_ name: String, _ newTiers: inout [Tier]) -> CodedRating.Code {
    if let known = names.firstIndex(of: name) { return .named(known) }
    guard names.count < Self.limit else { return .unrated }
    names.append(name)
    newTiers.append(Tier(name: name))
    return .named(names.count - 1)
  }
}
