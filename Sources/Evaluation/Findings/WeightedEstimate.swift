import Predictions
import Statistics

/// Rates of a run in which predictions count by a field of theirs, such as the traffic that they get or
/// what they cost.
///
/// By a combined ratio over the drawn and judged predictions; see ``Statistics/WeightedShare``. One
/// without a number from 0 on counts nothing.
///
///     let estimate = try WeightedEstimate(of: evaluation, by: "traffic", in: context)
package struct WeightedEstimate: Encodable, Sendable {
  /// The field, by its whole path.
  package let field: String
  package let wrong: Rate?
  package let upsetting: Rate?
  /// Drawn and judged predictions without such a number; absent where there are none.
  package let without: Int?

  /// Reads the rows of the drawn and judged predictions. Throws where no file has such a field, or where
  /// it could be several.
  package init(
    of evaluation: RunEvaluation, by name: String, in context: QueryContext
  ) throws(QueryError) {
    let path = try Self.path(named: name, in: context.snapshot.files)
    field = path.description
    let sample = evaluation.sample
    let weights = sample.items.map { item in
      context.store.rawRow(at: item.row).texts(at: path).first.flatMap(Self.weight(of:))
    }
    let missing = weights.count { $0 == nil }
    without = missing > 0 ? missing : nil
    func rate(
      of isWanted: (ItemValue) -> Bool, _ value: (ItemValue) -> Double
    ) -> Rate? {
      let items = zip(sample.items, weights).filter { isWanted($0.0.value) }
      return Self.rate(evaluation, items.map { ($0, $1 ?? 0, value($0.value)) })
    }
    wrong = rate(of: \.isJudged, \.wrong)
    upsetting = rate(of: { !$0.isPassedUnseen }) { $0.isUpsetting ? 1 : 0 }
  }

  /// The field that `name` means; its own path where only rows behind the first can have it.
  package static func path(
    named name: String, in files: [FileReport]
  ) throws(QueryError) -> FieldPath {
    do throws(QueryError) {
      return try FieldNames(files).path(named: name, position: 0)
    } catch {
      guard case .unknownField = error, files.presence(of: name) == .notAmongFirst else {
        throw error
      }
      return FieldPath(name)
    }
  }

  private static func weight(of text: String) -> Double? {
    guard let number = Double(text), number >= 0, number.isFinite else { return nil }
    return number
  }

  private static func rate(
    _ evaluation: RunEvaluation, _ items: [(item: RunSample.Item, weight: Double, value: Double)]
  ) -> Rate? {
    let (cells, sample) = (evaluation.cells, evaluation.sample)
    func stratum(_ population: Int, _ isIn: (Int) -> Bool) -> WeightedShare.Stratum {
      let elements = items.filter { isIn($0.item.tier) }.map {
        WeightedShare.Element(weight: $0.weight, value: $0.value)
      }
      return WeightedShare.Stratum(
        population: max(population, elements.count), elements: elements)
    }
    let share = WeightedShare(
      sample.isStratified
        ? cells.tiers.indices.map { tier in stratum(cells.count(tier: tier)) { $0 == tier } }
        : [stratum(cells.count) { _ in true }])
    guard let rate = share.rate,
      let interval = share.interval(
        confidence: Rate.usualConfidence(soFar: sample.isSoFar))
    else { return nil }
    return Rate(
      events: nil, n: share.count, rate: rate, interval: interval, method: .weighted,
      soFar: sample.isSoFar)
  }
}
