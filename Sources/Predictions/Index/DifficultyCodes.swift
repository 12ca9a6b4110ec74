/// A rating with its tier as a code: 0 unrated, 1 easy, 2 ambiguous, 3 hard, then the file's own.
struct CodedRating {
  static let tiers: [Tier] = [.unrated, .easy, .ambiguous, .hard]

  var tier: UInt8 = 0
  var value = Double.nan
  var uncertainty = Double.nan

  init() {}

  /// The rating of a signal that knows only the three tiers.
  init(_ rating: Rating) {
    tier =
      switch rating.rank {
      case .unrated, .named: 0
      case .easy: 1
      case .ambiguous: 2
      case .hard: 3
      }
    value = rating.value
    uncertainty = rating.uncertainty
  }
}

/// The ratings of the words that a field of difficulty holds: each spelling is understood once.
struct DifficultyCodes: Sendable {
  /// Beyond this many tiers everything else is unrated.
  private static let limit = 250

  private var words = Vocabulary()
  /// Of each word's code, its tier and number.
  private var ratings: [(tier: UInt8, value: Double)] = [(0, .nan)]
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
    rating.tier = ratings[Int(code)].tier
    rating.value = ratings[Int(code)].value
    return rating
  }

  private mutating func understand(
    _ rating: Rating, _ newTiers: inout [Tier]
  ) -> (tier: UInt8, value: Double) {
    guard case .named(let name) = rating.rank else { return (0, rating.value) }
    return (tier(name, &newTiers), rating.value)
  }

  private mutating func tier(_ name: String, _ newTiers: inout [Tier]) -> UInt8 {
    let first = CodedRating.tiers.count
    if let known = names.firstIndex(of: name) { return UInt8(first + known) }
    guard names.count < Self.limit else { return 0 }
    names.append(name)
    newTiers.append(Tier(name: name))
    return UInt8(first + names.count - 1)
  }
}
