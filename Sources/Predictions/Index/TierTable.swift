/// The tiers met so far, how much is in each, and the order in which they are shown.
struct TierTable {
  private struct Entry {
    let tier: Tier
    /// Easy first: numbers and levels by number, then words by meaning, unrated last.
    let order: (kind: Int, rank: Double)
    /// It is shown although it is empty.
    var isExpected: Bool
    var items = 0
    var rows = 0
  }

  private static let limit = 255

  private var entries: [Entry] = []
  private var codes: [String: Int] = [:]

  /// The code of unrated, which every table has.
  static let unrated = 0

  init() {
    add(.unrated, isExpected: false)
  }

  /// Makes room for the tiers that a file can have, so that they show from the beginning.
  mutating func expect(_ rules: FileRules) {
    let tiers: [Tier] =
      switch rules.choice.kind {
      case .difficulty: rules.knownTiers.map(Tier.init(name:))
      case .dynamics, .scores, .confidence: [.easy, .ambiguous, .hard]
      case .judges: [.easy, .ambiguous]
      case .signs: [.ambiguous]
      case .votes, .none: []
      }
    for tier in tiers { entries[code(of: tier)].isExpected = true }
  }

  /// The tier's code; beyond 255 tiers everything else is unrated.
  mutating func code(of tier: Tier) -> Int {
    // Spellings that differ in case only are one tier, named as it was met first.
    if let known = codes[tier.name] ?? codes[tier.name.lowercased()] { return known }
    guard entries.count < Self.limit else { return Self.unrated }
    return add(tier, isExpected: false)
  }

  @discardableResult
  private mutating func add(_ tier: Tier, isExpected: Bool) -> Int {
    let order: (Int, Double) =
      tier == .unrated ? (2, 0) : DifficultyWord.order(of: tier.name)
    entries.append(Entry(tier: tier, order: order, isExpected: isExpected))
    codes[tier.name] = entries.count - 1
    codes[tier.name.lowercased()] = entries.count - 1
    return entries.count - 1
  }

  mutating func count(_ code: Int, isItem: Bool) {
    entries[code].rows += 1
    if isItem { entries[code].items += 1 }
  }

  /// How many codes were given.
  var codeCount: Int { entries.count }

  func tier(of code: Int) -> Tier { entries[code].tier }

  /// The codes of the tiers to show, in their order: those that have rows or could have.
  func shownCodes(hasRows: (Int) -> Bool) -> [Int] {
    let order = entries.indices.sorted {
      let (left, right) = (entries[$0].order, entries[$1].order)
      return (left.kind, left.rank, $0) < (right.kind, right.rank, $1)
    }
    return order.filter { hasRows($0) || entries[$0].isExpected }
  }

  /// The tiers to show, and of each code its place among them.
  var reports: (tiers: [TierReport], places: [Int]) {
    let shown = shownCodes { entries[$0].rows > 0 }
    // A tier without rows is nobody's, so its place is never asked for.
    var places = [Int](repeating: 0, count: entries.count)
    for (place, code) in shown.enumerated() { places[code] = place }
    let tiers = shown.map {
      TierReport(tier: entries[$0].tier, count: entries[$0].items, rows: entries[$0].rows)
    }
    return (tiers, places)
  }
}
