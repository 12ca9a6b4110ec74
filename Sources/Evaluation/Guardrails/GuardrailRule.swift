/// A metric with an allowed range.
///
///     let rule = GuardrailRule(metric: .wrongRate, where: "tier:ambiguous", range: 0...0.15)
package struct GuardrailRule: Hashable, Sendable {
  package let metric: Metric
  /// The query that says which predictions it is about; all of them without one.
  package let `where`: String?
  /// Both ends are inside.
  package let range: ClosedRange<Double>
  /// Inside of the range but outside of this one is worth a warning.
  package let warn: ClosedRange<Double>?
  /// Only reviews count that were made in so many seconds before now.
  package let over: Int?

  package init(
    metric: Metric, where: String? = nil, range: ClosedRange<Double>,
    warn: ClosedRange<Double>? = nil, over: Int? = nil
  ) {
    self.metric = metric
    self.where = `where`
    self.range = range
    self.warn = warn
    self.over = over
  }

  /// The period as the configuration writes it: `14d`, `12h`.
  package var period: String? { over.map(Self.period) }

  private static func period(_ seconds: Int) -> String {
    seconds % 86_400 == 0 ? "\(seconds / 86_400)d" : "\(seconds / 3_600)h"
  }

  /// `wrong-rate of tier:ambiguous over 14d`
  package var name: String {
    metric.rawValue + (`where`.map { " of \($0)" } ?? "") + (period.map { " over \($0)" } ?? "")
  }
}

extension ClosedRange<Double> {
  /// Both ends, as JSON writes them: it has no word for what has no end.
  var ends: [Double?] { [lowerBound, upperBound].map { $0.isFinite ? $0 : nil } }
}
