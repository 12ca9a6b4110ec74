import Predictions

/// What a team says in `spotcheck.yaml`, one value per section; every key has a default.
package struct Configuration: Hashable, Sendable {
  /// Patterns of the files that hold runs; the newest is opened where none is named.
  package var runs: [String] = []
  package var daily = DailySettings()
  /// The ledger's path or template; nothing where the file does not say.
  package var ledger: String?
  package var history: String?
  /// Fields named by hand, as paths.
  package var fields: [Part: [String]] = [:]
  /// The field by which predictions count in rates that are weighted.
  package var weight: String?
  package var tiers = TierSettings()
  package var shield = ShieldSettings()
  /// The team's kinds of failure, in the order of their number keys.
  package var tags = ["hallucination", "refusal", "formatting", "off-topic"]
  package var upsettingCategories = [
    "harassment", "hate", "self-harm", "sexual", "violence", "other",
  ]
  package var guardrails: [Guardrail] = []
  package var keys = KeySettings()
  package var background = Background.auto
  /// Categories that this person does not want to see.
  package var avoid: [String] = []
  /// How long a judgement took is written in the ledger.
  package var recordSeconds = false

  /// What holds without a file.
  package init() {}

  /// What the terminal's background is taken for.
  package enum Background: String, CaseIterable, Hashable, Sendable {
    case auto, light, dark
  }
}

/// How many predictions a day are looked at.
package struct DailySettings: Hashable, Sendable {
  package var sample = 30
  /// The share of them that two people see.
  package var overlap = 0.2
}

/// How difficult predictions are told apart.
package struct TierSettings: Hashable, Sendable {
  /// The signal to use instead of the first that a file offers.
  package var signal: SignalKind?
  package var cuts = TierCuts()
}

/// When text is covered, and how people are looked after.
package struct ShieldSettings: Hashable, Sendable {
  package var threshold = 0.5
  package var words: [String] = []
  /// So many exposures, then a break is suggested.
  package var suggestBreakAfter = 20
  /// Whom to turn to.
  package var support: String?
}

/// Which keys do what, by the names that the key table uses.
package struct KeySettings: Hashable, Sendable {
  package var preset = "default"
  /// From actions to the names of their keys.
  package var bindings: [String: [String]] = [:]
  /// Where each of them stands in the file, for those who find one wrong.
  package var lines: [String: Int] = [:]
}

extension Configuration {
  /// Says in `options` what the command line left open.
  package func complete(_ options: inout OpenOptions) {
    for (part, paths) in fields where options.fields[part] == nil { options.fields[part] = paths }
    options.signal = options.signal ?? tiers.signal
    options.cuts.easy = options.cuts.easy ?? tiers.cuts.easy
    options.cuts.hard = options.cuts.hard ?? tiers.cuts.hard
    options.shieldThreshold = shield.threshold
    options.shieldWords += shield.words
  }
}
