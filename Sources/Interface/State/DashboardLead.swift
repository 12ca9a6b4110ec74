import Evaluation

/// What a line of the dashboard's findings leads to: the predictions that its number is over.
struct DashboardLead: Equatable, Sendable {
  /// The query of them; absent where it is all.
  let scope: String?
  /// Asks of them what was looked at as well, where only that makes the number.
  var restriction: String?

  /// What the filter has to say; nothing where that is all predictions.
  func query(_ kind: Dashboard.Kind?) -> String? {
    // Whoever wants to look at more wants what was not drawn and judged yet.
    let restriction = kind == .unreviewed ? nil : restriction
    let others = [restriction, kind?.rawValue].compactMap(\.self)
    guard let scope else { return others.isEmpty ? nil : others.joined(separator: " ") }
    guard !others.isEmpty else { return scope }
    let isSeveral = scope.split(separator: " ").contains { $0.lowercased() == "or" }
    return ([isSeveral ? "(\(scope))" : scope] + others).joined(separator: " ")
  }
}

extension DashboardLead {
  /// Rates of what people say are over what was drawn and judged; what the metric missed is over what
  /// it calls correct of that.
  init(_ rule: GuardrailRule) {
    scope = rule.where
    restriction =
      switch rule.metric {
      case .missedRate: "sampled automatic:correct"
      case let metric where metric.isEstimated: "sampled"
      default: nil
      }
  }

  init(_ bin: CalibrationBin) {
    scope = (bin.low > 0 ? "confidence>\(bin.low) " : "") + "confidence<=\(bin.high)"
  }
}

/// Predictions of about the same confidence: how many of them were right, by the metric and by people.
struct CalibrationBin: Sendable {
  let low: Double
  let high: Double
  let metric: ModelCalibration.Bin?
  let verdicts: ModelCalibration.Bin?
}

extension ModelCalibration {
  /// The bins that hold something, from the least confident on.
  var filledBins: [CalibrationBin] {
    let bins = (automatic ?? verdicts)?.bins ?? []
    return bins.indices.compactMap { place in
      let bin = CalibrationBin(
        low: bins[place].low, high: bins[place].high, metric: automatic?.bins[place],
        verdicts: verdicts?.bins[place])
      return (bin.metric?.n ?? 0) + (bin.verdicts?.n ?? 0) > 0 ? bin : nil
    }
  }
}

extension RunStanding {
  /// Those first that want a response or more reviews.
  var sortedGuardrails: [GuardrailFinding] {
    let order: [GuardrailFinding.State] = [.left, .open, .waiting, .inside]
    return order.flatMap { state in guardrails.filter { $0.state == state } }
  }

  /// Where the lines of the findings lead, from the top on: guardrails, then bins of confidences.
  var leads: [DashboardLead] {
    sortedGuardrails.map { DashboardLead($0.rule) }
      + (findings.calibration?.filledBins ?? []).map { DashboardLead($0) }
  }
}
