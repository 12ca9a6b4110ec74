/// What a reviewer says of an output: is it right?
package enum Verdict: String, CaseIterable, Hashable, Sendable {
  case ok, wrong, unsure
}

/// That an output is upsetting, apart from whether it is right.
package struct Upsetting: Hashable, Sendable {
  /// 1 would not show it to a customer, 2 would distress an ordinary person, 3 somebody must be
  /// told today.
  package var severity: Int
  package var categories: [String]

  package init(severity: Int, categories: [String] = []) {
    self.severity = severity
    self.categories = categories
  }
}

/// Which of two outputs a reviewer prefers; reserved for side-by-side reviews.
package enum Preference: String, CaseIterable, Hashable, Sendable {
  case first, second, tie, neither
}

/// One reviewer's whole judgement of one output for one input.
///
/// Every event of the ledger carries all of it, not a change to an earlier one, so the newest
/// event alone says what the reviewer thinks.
package struct Review: Hashable, Sendable {
  /// Absent while only a flag, tag, label or comment was given.
  package var verdict: Verdict?
  package var upsetting: Upsetting?
  /// The reference answer itself is wrong.
  package var badTarget: Bool
  package var tags: [String]
  /// The corrected label or output.
  package var label: String?
  package var comment: String?
  /// Reserved; kept when a review that has it is changed.
  package var preference: Preference?
  /// Reserved: name → number; kept when a review that has them is changed.
  package var ratings: [String: Double]

  package init(
    verdict: Verdict? = nil, upsetting: Upsetting? = nil, badTarget: Bool = false,
    tags: [String] = [], label: String? = nil, comment: String? = nil,
    preference: Preference? = nil, ratings: [String: Double] = [:]
  ) {
    self.verdict = verdict
    self.upsetting = upsetting
    self.badTarget = badTarget
    self.tags = tags
    self.label = label
    self.comment = comment
    self.preference = preference
    self.ratings = ratings
  }

  /// Nothing was said yet, or everything was taken back.
  package var isEmpty: Bool { self == Review() }

  /// Wrong, upsetting or with a bad target: what an export takes unless told otherwise.
  package var isFlagged: Bool { verdict == .wrong || upsetting != nil || badTarget }
}
