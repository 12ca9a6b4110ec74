import Evaluation

extension ReviewState {
  /// Asks when each tier and segment was last looked at; once the index is complete, and again when
  /// somebody judged meanwhile.
  mutating func measureDue() -> [Effect] {
    guard snapshot.isComplete, !isReadingLedger, !book.isEmpty else { return [] }
    guard !isMeasuringDue else {
      isDueStale = true
      return []
    }
    (isMeasuringDue, isDueStale) = (true, false)
    return [.measureDue(options.guardrails)]
  }

  mutating func take(_ report: DueReport) -> [Effect] {
    isMeasuringDue = false
    due = report
    return isDueStale ? measureDue() : []
  }
}

extension DueReport {
  /// Tiers, then segments, each with what was not looked at for the longest time first.
  var staleFirst: [Line] {
    let kinds: [Line.Kind] = [.tier, .segment]
    return kinds.flatMap { kind in
      lines.filter { $0.kind == kind && $0.items > 0 }
        .sorted { ($0.days ?? .infinity) > ($1.days ?? .infinity) }
    }
  }

  /// The line of a tier, or of a segment's value.
  func line(segment: String?, name: String) -> Line? {
    let wanted = segment.map { "\($0)=\(name)" } ?? name
    return lines.first { $0.kind == (segment == nil ? .tier : .segment) && $0.name == wanted }
  }
}

extension DueReport.Line {
  /// How long ago somebody looked.
  var age: String { NumberText.age(days: days) }
}
