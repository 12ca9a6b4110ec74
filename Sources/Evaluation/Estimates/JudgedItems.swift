import Statistics

/// What was found in some items, added up. Counts and no rates: what they say of a run depends on how
/// the items came to be looked at.
package struct JudgedItems: Hashable, Sendable {
  /// Items with a verdict.
  package private(set) var judged = 0
  package private(set) var wrong = 0.0
  package private(set) var unsure = 0.0
  /// What `wrong` would be if every open disagreement ended with nobody's wrong, or with somebody's.
  package private(set) var wrongAtLeast = 0.0
  package private(set) var wrongAtMost = 0.0
  /// Items about which reviewers disagree and nobody settled it.
  package private(set) var splits = 0
  /// Items of which anything was said, a verdict or a flag.
  package private(set) var lookedAt = 0
  package private(set) var upsetting = 0
  package private(set) var severity3 = 0
  package private(set) var badTarget = 0
  /// Items that were passed on without having been seen, which are not ``lookedAt``.
  package private(set) var passedUnseen = 0

  package init() {}

  package mutating func add(_ value: ItemValue) {
    guard !value.isPassedUnseen else {
      passedUnseen += 1
      return
    }
    lookedAt += 1
    if value.isUpsetting { upsetting += 1 }
    if value.severity >= 3 { severity3 += 1 }
    if value.hasBadTarget { badTarget += 1 }
    guard value.isJudged else { return }
    judged += 1
    wrong += value.wrong
    unsure += value.unsure
    if value.isSplit { splits += 1 }
    wrongAtLeast += value.isSplit ? 0 : value.wrong
    wrongAtMost += value.isSplit ? (value.wrongVotes > 0 ? 1 : 0) : value.wrong
  }

  package mutating func add(_ other: JudgedItems) {
    judged += other.judged
    wrong += other.wrong
    unsure += other.unsure
    wrongAtLeast += other.wrongAtLeast
    wrongAtMost += other.wrongAtMost
    splits += other.splits
    lookedAt += other.lookedAt
    upsetting += other.upsetting
    severity3 += other.severity3
    badTarget += other.badTarget
    passedUnseen += other.passedUnseen
  }
}

extension JudgedItems {
  /// Items without a verdict that reviewers are done with: flagged unseen, or passed on so.
  var unjudged: Int { lookedAt - judged + passedUnseen }
}

/// What can be asked of judged items as a rate.
package enum Finding: String, CaseIterable, Hashable, Sendable {
  case wrong, unsure, upsetting
  case badTarget = "bad-target"

  /// How often it was found.
  package func events(in items: JudgedItems) -> Double {
    switch self {
    case .wrong: items.wrong
    case .unsure: items.unsure
    case .upsetting: Double(items.upsetting)
    case .badTarget: Double(items.badTarget)
    }
  }

  /// Among how many: a verdict is needed to be wrong, a look to be upsetting.
  package func trials(in items: JudgedItems) -> Int {
    switch self {
    case .wrong, .unsure: items.judged
    case .upsetting, .badTarget: items.lookedAt
    }
  }

  /// How many more it could have been found among, had reviewers looked.
  func unknown(in items: JudgedItems) -> Int {
    switch self {
    case .wrong, .unsure: items.unjudged
    case .upsetting, .badTarget: items.passedUnseen
    }
  }
}
