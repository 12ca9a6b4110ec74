import Predictions
import Reviewing

/// Which parts of some runs were last looked at when, and which of them are overdue.
///
/// Guardrails of `days-since-review` say what is overdue. Where there are none, the whole is due every
/// day, as the daily draw is, and every tier every week; segments are then only listed.
package struct DueReport: Encodable, Sendable {
  package struct Line: Encodable, Sendable {
    package enum Kind: String, Encodable, Sendable {
      case all, tier, segment, guardrail
    }

    package let kind: Kind
    /// The tier, `region=EU`, or the query.
    package let name: String
    package let items: Int
    /// With a verdict by anyone.
    package let reviewed: Int
    /// When somebody last gave one of them a verdict; absent where nobody did.
    package let last: String?
    package let days: Double?
    /// After how many days it is overdue; absent where nobody asks for it.
    package let allowed: Double?
    package let overdue: Bool
  }

  /// Days after which the whole is due again, and a tier, unless guardrails say otherwise.
  package static let defaultDays = (all: 1.0, tier: 7.0)

  package let at: String
  package let lines: [Line]
  /// Nobody said what is overdue, so the defaults hold.
  package let isDefault: Bool

  package var overdue: [Line] { lines.filter(\.overdue) }

  /// Linear in the rows, for every guardrail with a query once more.
  ///
  /// - Parameter rules: guardrails; those of other metrics are passed over.
  package init(_ context: QueryContext, rules: [GuardrailRule]) throws(QueryError) {
    at = context.now.text
    let rules = rules.filter { $0.metric == .daysSinceReview }
    isDefault = rules.isEmpty
    let (cells, found) = (
      RunCells.count(context.snapshot),
      FoundItems(in: context.snapshot, book: context.book)
    )
    let whole = rules.first { $0.where == nil }?.range.upperBound
    let last = found.tiers.compactMap(\.last).max()
    func line(
      _ kind: Line.Kind, _ name: String, _ items: Int, _ reviewed: Int, _ last: Timestamp?,
      _ allowed: Double?
    ) -> Line {
      let days = last.map {
        max(0, Double(context.now.milliseconds - $0.milliseconds) / 86_400_000)
      }
      let isOverdue = allowed.map { (days ?? .infinity) > $0 } ?? false
      return Line(
        kind: kind, name: name, items: items, reviewed: reviewed, last: last?.text, days: days,
        allowed: allowed?.isFinite == true ? allowed : nil, overdue: isOverdue && items > 0)
    }
    var lines = [
      line(
        .all, "all", cells.count, found.all.judged, last,
        isDefault ? Self.defaultDays.all : whole)
    ]
    for rule in rules {
      guard let text = rule.where else { continue }
      let scope = try MetricScope(try Query.parse(text), in: context) { false }
      let (items, last) = scope.found(in: context.snapshot, book: context.book, since: nil)
      lines.append(
        line(.guardrail, text, scope.cells.count, items.judged, last, rule.range.upperBound))
    }
    for tier in cells.tiers.indices where cells.count(tier: tier) > 0 {
      let part = found.tiers[tier]
      lines.append(
        line(
          .tier, cells.tiers[tier].name, cells.count(tier: tier), part.found.judged, part.last,
          isDefault ? Self.defaultDays.tier : nil))
    }
    for segment in cells.segmentNames.indices {
      for code in cells.segmentValues[segment].indices.dropFirst() {
        let items = cells.count(segment: segment, code: code)
        guard items > 0 else { continue }
        let part = found.segments[segment][code]
        let name = "\(cells.segmentNames[segment])=\(cells.segmentValues[segment][code])"
        lines.append(line(.segment, name, items, part.found.judged, part.last, nil))
      }
    }
    self.lines = lines
  }
}
