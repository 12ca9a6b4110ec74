import Predictions

/// What follows from a run's evaluation for those who decide: where the model may be left alone, where
/// it fails, and how much more has to be looked at.
///
/// Where it is asked again and again, as while reviewing, see ``RunWatch``.
package struct RunFindings: Sendable {
  /// What the team wants to know.
  package struct Question: Sendable {
    /// The share of errors that may pass among what is handled automatically.
    package var leak: Double
    /// The half width that intervals should have.
    package var margin: Double
    /// Pairs of segments that are crossed.
    package var crossings: [[String]]

    package init(leak: Double = 0.05, margin: Double = 0.05, crossings: [[String]] = []) {
      self.leak = leak
      self.margin = margin
      self.crossings = crossings
    }
  }

  package let evaluation: RunEvaluation
  package let question: Question
  /// The wrong rate of the whole run by the best method that its reviews allow.
  package let wrong: Rate?
  package let audit: TierAudit?
  package let automation: Automation?
  package let calibration: ModelCalibration?
  package let worst: [SegmentStanding]
  package let needed: [MoreReviews]
  package let crossings: [RunEvaluation.SegmentSlice]

  /// Linear in the rows.
  package init(
    _ evaluation: RunEvaluation, in snapshot: IndexSnapshot, of selection: ItemSelection? = nil,
    question: Question = Question()
  ) {
    self.init(
      evaluation, RunConfidence.count(snapshot, of: selection?.rows), in: snapshot, of: selection,
      question: question)
  }

  /// Of confidences that were counted before; linear in the rows only where a grade of every row is
  /// used, and where segments are crossed.
  init(
    _ evaluation: RunEvaluation, _ confidence: RunConfidence, in snapshot: IndexSnapshot,
    of selection: ItemSelection? = nil, question: Question = Question()
  ) {
    self.evaluation = evaluation
    self.question = question
    wrong =
      GradedEstimate.wrongRate(evaluation, confidence, in: snapshot, of: selection?.rows)
      ?? evaluation.rates[.wrong]
    audit = TierAudit(evaluation)
    automation = Automation(evaluation, confidence, leak: question.leak)
    calibration = ModelCalibration(confidence, evaluation)
    worst = [SegmentStanding](evaluation)
    needed = [MoreReviews](evaluation, margin: question.margin)
    crossings = question.crossings.flatMap { names in
      SegmentCrossing(names, in: snapshot)?.slices(evaluation, in: snapshot, of: selection?.rows)
        ?? []
    }
  }
}
