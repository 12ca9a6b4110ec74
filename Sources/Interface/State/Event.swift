import Evaluation
import Predictions
import Reviewing
import Screen

/// Something that happened to the screen. Times are milliseconds of one steady clock.
package enum Event: Sendable {
  case key(Key, at: Int)
  case pasted(String)
  case resized(Size)
  /// The last drawn grid has reached the terminal: what it shows can be looked at from now on.
  case drawn(at: Int)
  /// Time passes without anything else happening; sent at least every few seconds.
  case tick(at: Int)
  case indexed(IndexSnapshot)
  /// The ledger changed: by what was appended here, by another writer, or by the disk's answer.
  case ledger(ReviewBook, SavingStatus)
  /// The ledger took the draft of `token` under this id.
  case appended(token: Int, id: EventID)
  /// The rows of arrangement `id`, in order, that lie in a range of the index's rows.
  case arranged(id: Int, rows: RowList, of: Range<Int>)
  /// The query of arrangement `id` names something this file does not have.
  case arrangementFailed(id: Int, reason: String)
  /// What find `id` came to so far; nothing more comes unless it is asked to go on.
  case found(id: Int, FoundRows, isPaused: Bool)
  case reviewsCounted(ReviewCounts)
  /// The draw that was asked for, recorded in the ledger.
  case sampled(OpenDraw)
  case samplingFailed(String)
  case guardrailsChecked([GuardrailFinding])
  /// What reviews say of the run, as it was asked for.
  case evaluated(RunStanding)
  /// When each tier and segment was last looked at.
  case dueMeasured(DueReport)
  /// How much of the whole index is likely upsetting.
  case exposureMeasured(Exposure)
  /// Labels that occur in the file, most frequent first.
  case labels([String])
  /// How many predictions an export would hold.
  case exportCounted(Int)
  /// An export is written; where it was redacted, what was taken out, in words.
  case exported(path: String, count: Int, redacted: String?)
  /// There is a file of that name, and nobody said to replace it.
  case exportExists(ExportOrder)
  /// Nothing may be written there: why, and what to name instead.
  case exportRefused(ExportOrder, reason: String)
  case exportFailed(String)
  /// Something to know that is no answer: a place that cannot be kept, a configuration not trusted.
  case notice(String)
}

/// Something the screen wants done; `Session` does it and answers with an ``Event``.
package enum Effect: Sendable {
  case append(LedgerDraft, token: Int)
  /// List the rows of the index from a row on.
  case arrange(Arrangement, id: Int, from: Int)
  /// Look for a text where an earlier find, or the same one in a smaller index, did not look.
  case find(String, id: Int, after: FoundRows)
  case cancelFind
  /// Go on counting reviews up to the newest index.
  case countReviews(ReviewCounts)
  /// Make a draw or take up one; with an overlap it is shared among those who review.
  case sample(DrawOrder, overlap: Double?)
  /// Measure what was promised; nothing is run where it was left.
  case checkGuardrails([GuardrailRule])
  /// Work out what reviews say of the whole run, also by the weight of a field, and where these
  /// guardrails stand.
  case evaluate([GuardrailRule], weight: String?)
  /// Find out when each tier and segment was last looked at, and what is overdue by these guardrails.
  case measureDue([GuardrailRule])
  case measureExposure
  /// Collect the labels of the file for the label picker.
  case collectLabels
  case countExport(Arrangement)
  case export(Arrangement, ExportOrder)
  /// Put text on the clipboard of the terminal.
  case copy(String)
  /// Keep where this reviewer is, to come back to.
  case remember(Place)
  case redraw
  /// Try to save again what could not be saved.
  case retrySaving
  case quit
}

/// Where a reviewer stopped.
package struct Place: Hashable, Sendable {
  /// The tier's name; absent for all tiers.
  package var tier: String?
  /// The key of the prediction, and its row for the case that keys repeat.
  package var key: String
  package var row: Int
  package var sort: String
  package var filter: String

  package init(tier: String?, key: String, row: Int, sort: String, filter: String) {
    self.tier = tier
    self.key = key
    self.row = row
    self.sort = sort
    self.filter = filter
  }
}
