/// The words that say how difficult something is, from easy to hard.
enum DifficultyWord {
  /// Words of one place in the order stand beside each other.
  private static let ranks: [String: Int] = {
    let words = [
      ["trivial"],
      ["very easy", "very-easy", "very_easy", "easiest"],
      ["easy", "simple", "basic", "beginner", "low", "novice", "easy-to-learn"],
      ["medium", "moderate", "middle", "mid", "intermediate", "normal", "average", "standard"],
      ["ambiguous", "borderline", "mixed"],
      ["hard", "difficult", "challenging", "high", "tricky", "complex", "advanced"],
      ["hard-to-learn", "very hard", "very-hard", "very_hard", "very difficult", "hardest"],
      ["extreme", "expert"],
    ]
    var ranks: [String: Int] = [:]
    for (rank, equals) in words.enumerated() {
      for word in equals { ranks[word] = rank }
    }
    return ranks
  }()

  /// Values that say that nobody rated the row.
  static func isUnrated(_ value: String) -> Bool {
    let value = value.lowercased()
    return ["", "-1", "-1.0", "none", "null", "nan", "n/a", "na", "unknown", "unrated"]
      .contains(value)
  }

  /// What the value is sorted by: words by meaning, numbers and `Level n` by number.
  static func order(of value: String) -> (kind: Int, rank: Double) {
    if let rank = ranks[value.lowercased()] { return (1, Double(rank)) }
    return (0, level(of: value) ?? .infinity)
  }

  /// Whether at least 95 of 100 values say how difficult a row is, those that say nothing aside.
  static func areMost(of values: [String?]) -> Bool {
    var rated = 0
    var fitting = 0
    for case let value? in values where !isUnrated(value.trimmed) {
      rated += 1
      if isDifficulty(value.trimmed) { fitting += 1 }
    }
    return rated > 0 && fitting * 100 >= rated * 95
  }

  private static func isDifficulty(_ value: String) -> Bool {
    if ranks[value.lowercased()] != nil { return true }
    guard let level = level(of: value) else { return false }
    return value.lowercased().hasPrefix("level") || level.rounded() == level && (1...5) ~= level
  }

  /// The number of `Level 3`, `level_3`, `3` or `3.0`.
  private static func level(of value: String) -> Double? {
    let lowered = value.lowercased()
    guard lowered.hasPrefix("level") else { return NumberText.value(of: value) }
    return NumberText.value(of: String(lowered.dropFirst(5).drop { " _-".contains($0) }))
  }

  /// The tier's name: the value as given, but the three tiers every signal knows in their spelling.
  static func tierName(_ value: String) -> String {
    let lowered = value.lowercased()
    return ["easy", "ambiguous", "hard"].contains(lowered) ? lowered : value
  }
}
