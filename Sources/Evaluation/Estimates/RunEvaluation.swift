import Predictions
import Reviewing

/// What reviews say of a run: what was looked at, how good the model is, and how sure that is.
///
/// Rates come from draws alone. What was found by browsing is in ``found``, as counts: people browse
/// where they expect something.
package struct RunEvaluation: Sendable {
  /// What is known of a tier, or of the items that have a value of a segment.
  package struct Slice: Sendable {
    package let name: String
    /// Items, damaged rows aside.
    package let items: Int
    /// All that was found, however it was come upon.
    package let found: JudgedItems
    /// How many judged items of draws the rates are about.
    package let drawn: Int
    package let rates: [Finding: Rate]
    /// When somebody last judged one of its items.
    package let lastReviewed: Timestamp?
  }

  /// A segment's value and what is known of its items.
  package struct SegmentSlice: Sendable {
    package let segment: String
    package let slice: Slice
  }

  /// A draw and how far it was judged.
  package struct DrawLine: Sendable {
    package let event: DrawEvent
    package let planned: Int
    package let judged: Int
    package let isFinished: Bool
    /// Why its items enter no rate of the run; absent where they do.
    package let aside: String?
  }

  /// A draw that cannot be made again of these predictions.
  package struct LeftOutDraw: Sendable {
    package let event: DrawEvent
    /// What its query asks that these predictions do not have.
    package let reason: String
  }

  /// Items of the run, damaged rows aside.
  package let items: Int
  package let found: JudgedItems
  /// Everyone with a review of one of its items, by name.
  package var reviewers: [String] { verdicts.keys.sorted() }
  /// Of everyone with a review, how many items they gave a verdict.
  package let verdicts: [String: Int]
  /// The rows that somebody flagged as wrong, upsetting or with a bad target, in file order.
  package let flagged: [Int]
  /// The rows about which reviewers disagree and nobody settled it, in file order.
  package let disputed: [Int]
  package let tiers: [Slice]
  package let segments: [SegmentSlice]
  package let draws: [DrawLine]
  /// Judged items that some draw took, each once, whether they enter a rate yet or not.
  package let drawnJudged: Int
  package let leftOut: [LeftOutDraw]
  /// The items were selected by what reviewers said, so nothing of them is a random sample.
  package let isChosenByReviews: Bool
  /// Rates of the whole run.
  package let rates: [Finding: Rate]
  /// What the metric missed.
  package let missed: Rate?
  /// Of how many items that the metric calls correct somebody said that they are wrong or upsetting,
  /// however they were come upon.
  package let missedFound: Int
  /// The sample that the rates come from, for what else can be asked of it.
  package let sample: RunSample
  package let cells: RunCells

  /// Items with a verdict by anyone.
  package var reviewed: Int { found.judged }

  /// Items with a verdict that no draw took.
  package var browsed: Int { found.judged - drawnJudged }
}
