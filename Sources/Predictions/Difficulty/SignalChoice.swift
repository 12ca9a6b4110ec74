/// The signal of a file and why: the first that its fields offer, or the one asked for.
struct SignalChoice: Sendable {
  let kind: SignalKind
  /// What the signal is read from, in words.
  let note: String
  /// What to tell about a signal that was asked for and is not there.
  let complaint: String?

  init(parts: RecognisedParts, isProse: Bool, asked: SignalKind?) {
    let offered = SignalKind.allCases.filter { Self.offers($0, parts, isProse: isProse) }
    let first = offered.first ?? .none
    if let asked, !offered.contains(asked) {
      kind = first
      complaint =
        "the signal \(asked.rawValue) was asked for, but no field offers it; \(first.rawValue) "
        + "is used instead"
    } else {
      kind = asked ?? first
      complaint = nil
    }
    note = Self.note(kind, parts)
  }

  private static func offers(
    _ kind: SignalKind, _ parts: RecognisedParts, isProse: Bool
  ) -> Bool {
    switch kind {
    case .difficulty: parts.difficulty != nil
    case .dynamics: parts.variability != nil && parts.confidence != nil
    case .votes: false
    case .scores: parts.scores != nil
    case .confidence: parts.confidence != nil
    case .judges: parts.judges.count > 1
    case .signs: parts.output != nil && isProse
    case .none: true
    }
  }

  private static func note(_ kind: SignalKind, _ parts: RecognisedParts) -> String {
    func paths(_ part: Part) -> String {
      parts.fields[part]?.map(\.path).joined(separator: ", ") ?? ""
    }
    switch kind {
    case .difficulty: return "the field \(paths(.difficulty))"
    case .dynamics: return "\(paths(.confidence)) and \(paths(.variability)) over the epochs"
    case .votes: return "several answers to one input"
    case .scores: return "class probabilities in \(paths(.scores))"
    case .confidence:
      guard let source = parts.confidence else { return paths(.confidence) }
      switch source.meaning {
      case .probability: return "the probability in \(paths(.confidence))"
      case .ofClass(let label): return "\(paths(.confidence)) read as P(\(label))"
      case .logarithm: return "exp(mean) of the log-probabilities in \(paths(.confidence))"
      }
    case .judges: return "the grades in \(paths(.judges))"
    case .signs: return "the texts themselves, since no field tells; these are guesses"
    case .none: return "no field tells how difficult a prediction is"
    }
  }
}
