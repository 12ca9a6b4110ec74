import Reviewing
import Statistics

/// How many items a draw takes of which tiers.
///
///     let plan = DrawPlan(size: 60, allocation: .proportional)
///     let sample = plan.draw(from: candidates, id: id, seed: seed)
package struct DrawPlan: Hashable, Sendable {
  /// How a draw is shared among the tiers.
  package enum Share: String, CaseIterable, Hashable, Sendable {
    /// By how many items a tier has.
    case proportional
    /// The same number of each tier.
    case equal
    /// More of the tiers whose error rate is least sure; see ``Allocation/neyman(_:deviations:)``.
    case neyman
  }

  /// With fewer than this for each tier a draw is made without strata: so few of a stratum say
  /// nothing about it, and weighting would only add to the noise.
  package static let leastPerTier = 20
  /// The name of the one stratum of a draw without strata.
  package static let wholeName = "all"

  package let size: Int
  package let share: Share
  /// The wrong rate of each tier as far as it is known, for ``Share/neyman``; one half elsewhere.
  package let rates: [String: Double]

  package init(size: Int, share: Share = .proportional, rates: [String: Double] = [:]) {
    self.size = max(0, size)
    self.share = share
    self.rates = rates
  }

  /// How many the draw takes of each tier, in the order of the candidates; nothing where it has no
  /// strata.
  ///
  /// Of every tier at least one, or nothing would ever be known of a small one: what it has more than
  /// its share is taken from the tiers that give most.
  package func takes(of populations: [(tier: String, population: Int)]) -> [Int]? {
    guard populations.count > 1, size >= Self.leastPerTier * populations.count else { return nil }
    let allocation = Allocation(populations: populations.map(\.population))
    let shares =
      switch share {
      case .proportional: allocation.proportional(size)
      case .equal: allocation.equal(size)
      case .neyman:
        allocation.neyman(
          size,
          deviations: populations.map {
            let rate = rates[$0.tier] ?? 0.5
            return (rate * (1 - rate)).squareRoot()
          })
      }
    return allocation.whole(shares, total: size, least: 1)
  }

  /// The strata of a new draw, or of one that extends `earlier`: it takes nothing less of any
  /// stratum than before, at least one, and keeps to having strata or none.
  package func strata(
    of populations: [(tier: String, population: Int)], extending earlier: [Draw.Stratum] = []
  ) -> [Draw.Stratum] {
    let isWhole = earlier.first?.name == Self.wholeName
    guard !isWhole, let takes = takes(of: populations) ?? unstratified(populations, earlier) else {
      let population = populations.reduce(0) { $0 + $1.population }
      let take = max(size, earlier.first?.take ?? 0)
      return [
        Draw.Stratum(name: Self.wholeName, population: population, take: min(take, population))
      ]
    }
    return zip(populations, takes).map { tier, take in
      let before = earlier.first { $0.name == tier.tier }?.take ?? 0
      return Draw.Stratum(
        name: tier.tier, population: tier.population,
        take: min(max(take, before, 1), tier.population))
    }
  }

  /// A draw that had strata keeps them also where it grows by little.
  private func unstratified(
    _ populations: [(tier: String, population: Int)], _ earlier: [Draw.Stratum]
  ) -> [Int]? {
    earlier.isEmpty ? nil : populations.map { _ in 0 }
  }
}
