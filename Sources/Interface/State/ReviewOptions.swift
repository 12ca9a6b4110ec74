import Evaluation
import Reviewing

/// What the command line and the configuration decide for one sitting; nothing here changes later.
package struct ReviewOptions: Sendable {
  /// What is hidden until one's own verdict is in.
  package enum Blindness: Hashable, Sendable {
    /// Nothing.
    case off
    /// Metric, confidence, tier and other people's judgements.
    case on
    /// All of that, and the target.
    case target
  }

  /// How draws are made from the screen.
  package struct Sampling: Hashable, Sendable {
    /// So many items at a time.
    package var size = 30
    /// The draw that the sitting begins with.
    package var first: DrawOrder?
    /// The share of a draw that everybody looks at, where the rest is split among reviewers.
    package var overlap: Double?

    package init() {}
  }

  /// Who judges.
  package var reviewer: String
  /// Where judgements go, as the first-start card and the way out name it.
  package var ledgerPath: String
  package var blindness: Blindness = .off
  /// Nothing is written; the header says so.
  package var isPractice = false
  /// Every prediction is covered, not only those likely to be upsetting.
  package var shieldsAll = false
  /// Words that are masked after the first `v`.
  package var shieldWords: [String] = []
  /// Upsetting categories this reviewer does not want to see.
  package var avoided: [String] = []
  /// Exposures after which a break is suggested.
  package var exposuresUntilBreak = 20
  /// Milliseconds after which a break is suggested.
  package var millisecondsUntilBreak = 45 * 60 * 1000
  /// The team's line of support, shown with the suggestion.
  package var support: String?
  package var tags: [String] = []
  package var upsettingCategories: [String] = []
  /// Draws: how many at a time, and whether the sitting begins with one.
  package var sampling = Sampling()
  /// What the team promised of the run: shown at the end of a draw.
  package var guardrails: [GuardrailRule] = []
  /// The field by which predictions count in a rate of the dashboard.
  package var weight: String?
  /// The first start in this folder: a card explains what was read and where it goes.
  package var showsFirstCard = false
  /// A verdict within this many milliseconds of its prediction's first drawing is not one.
  package var shortestLook = 200
  /// The files, as the header names them.
  package var title: String

  package init(reviewer: String, ledgerPath: String, title: String) {
    self.reviewer = reviewer
    self.ledgerPath = ledgerPath
    self.title = title
  }
}
