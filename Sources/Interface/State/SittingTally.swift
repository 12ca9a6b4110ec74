import Reviewing

/// What a sitting said, and of how many predictions; what was undone is left out.
///
///     tally.words  // 12 predictions judged, 1 comment
package struct SittingTally: Sendable {
  /// What a judgement added to what its reviewer had said before.
  enum Saying: CaseIterable, Hashable, Sendable {
    case verdict, comment, flag, label, tag, pass

    /// - Parameter before: the reviewer's review of the same prediction until now.
    init(_ body: LedgerBody, before: Review?) {
      guard case .review(let review) = body else {
        if case .pass = body { self = .pass } else { self = .verdict }
        return
      }
      if review.verdict != before?.verdict {
        self = .verdict
      } else if review.upsetting != before?.upsetting
        || review.badTarget != (before?.badTarget ?? false)
      {
        self = .flag
      } else if review.label != before?.label {
        self = .label
      } else if review.tags != before?.tags ?? [] {
        self = .tag
      } else {
        self = .comment
      }
    }

    fileprivate var name: String {
      switch self {
      case .verdict: "verdict"
      case .comment: "comment"
      case .flag: "flag"
      case .label: "label"
      case .tag: "tag"
      case .pass: "passed on"
      }
    }
  }

  /// Predictions that were given a verdict.
  package let judged: Int
  /// Those of which something else was said, in the order of ``Saying``.
  private let others: [(saying: Saying, count: Int)]

  init(_ undos: [Undo]) {
    let rows = Dictionary(grouping: undos, by: \.row).mapValues { Set($0.map(\.saying)) }
    judged = rows.values.count { $0.contains(.verdict) }
    let unjudged = rows.values.filter { !$0.contains(.verdict) }
    others = Saying.allCases.dropFirst().map { saying in
      (saying, unjudged.count { $0.contains(saying) })
    }.filter { $0.1 > 0 }
  }

  /// What goes with a verdict is part of it; what was said without one is told by its own name.
  package var words: String {
    let others = others.map { saying, count in
      saying == .pass
        ? "\(NumberText.grouped(count)) \(saying.name)" : NumberText.count(count, saying.name)
    }
    let isJudged = judged > 0 || others.isEmpty
    let judged = "\(NumberText.count(judged, "prediction")) judged"
    return ((isJudged ? [judged] : []) + others).joined(separator: ", ")
  }
}
