import Predictions
import Synchronization

/// What a draw chooses from: of each tier how many items there are, and those with the lowest numbers.
///
/// Candidates of several shards, put together, are those of the whole, so a draw can be made where no
/// machine has all rows. Items that lie in two shards count twice in the population.
package struct DrawCandidates: Sendable {
  package struct InTier: Sendable {
    package let tier: String
    package internal(set) var population: Int
    /// At most as many as the draw may take at all, in order of their numbers.
    package internal(set) var tickets: [DrawTicket]

    package init(tier: String, population: Int, tickets: [DrawTicket]) {
      self.tier = tier
      self.population = population
      self.tickets = tickets
    }
  }

  package private(set) var tiers: [InTier]

  /// Tiers without items are left out.
  package init(_ tiers: [InTier]) {
    self.tiers = tiers.filter { $0.population > 0 }
  }

  /// How many items each tier has.
  package var populations: [(tier: String, population: Int)] {
    tiers.map { ($0.tier, $0.population) }
  }

  package var population: Int { tiers.reduce(0) { $0 + $1.population } }

  /// Adds the candidates of another shard, of which equal contents are one candidate.
  ///
  /// A tier that only one of them has stands where its neighbours do, so that tiers stay in order.
  package mutating func formUnion(_ other: DrawCandidates, limit: Int) {
    for (index, tier) in other.tiers.enumerated() {
      guard let place = tiers.firstIndex(where: { $0.tier == tier.tier }) else {
        let later = Set(other.tiers.dropFirst(index + 1).map(\.tier))
        tiers.insert(tier, at: tiers.firstIndex { later.contains($0.tier) } ?? tiers.endIndex)
        continue
      }
      tiers[place].population += tier.population
      var seen: Set<DigestPrefix> = []
      tiers[place].tickets = (tiers[place].tickets + tier.tickets).sorted()
        .filter { seen.insert($0.content).inserted }.prefix(limit).map(\.self)
    }
  }
}

extension DrawCandidates {
  /// The candidates among the items of an index that meet a query; damaged rows show no output that
  /// could be judged and are left out.
  ///
  /// Linear in the rows, on all processors; nothing where it was cancelled.
  ///
  /// - Parameter limit: how many the draw may take of a tier.
  package static func find(
    _ numbers: DrawNumbers, limit: Int, query: Query? = nil, in context: QueryContext,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(QueryError) -> DrawCandidates? {
    let snapshot = context.snapshot
    let choice = try RowChoice(Arrangement(query: query), context: context)
    let found = TierTickets(tiers: snapshot.tiers.count, limit: limit)
    let all = Mutex(found)
    Workforce.run(
      pieces: snapshot.stretchCount, isCancelled: isCancelled,
      work: { number in
        let stretch = snapshot.stretch(number)
        var tickets = found
        choice.rows(of: stretch, from: 0, isCancelled).subtracting(stretch.damaged).forEach {
          place in
          let content = stretch.digest(place)
          tickets.insert(
            DrawTicket(
              number: numbers.number(of: content), content: content,
              row: stretch.rows.lowerBound + place), in: stretch.tier(place))
        }
        return tickets
      },
      take: { _, tickets in all.withLock { $0.formUnion(tickets) } })
    guard !isCancelled() else { return nil }
    return all.withLock { $0.candidates(of: snapshot.tiers.map(\.tier.name)) }
  }
}

/// Of each tier, how many items were met and the lowest tickets.
private struct TierTickets: Sendable {
  private var populations: [Int]
  private var lowest: [LowestTickets]

  init(tiers: Int, limit: Int) {
    populations = Array(repeating: 0, count: tiers)
    lowest = Array(repeating: LowestTickets(limit), count: tiers)
  }

  mutating func insert(_ ticket: DrawTicket, in tier: Int) {
    populations[tier] += 1
    lowest[tier].insert(ticket)
  }

  mutating func formUnion(_ other: TierTickets) {
    for tier in populations.indices {
      populations[tier] += other.populations[tier]
      lowest[tier].formUnion(other.lowest[tier])
    }
  }

  func candidates(of names: [String]) -> DrawCandidates {
    DrawCandidates(
      names.indices.map {
        DrawCandidates.InTier(
          tier: names[$0], population: populations[$0], tickets: lowest[$0].sorted)
      })
  }
}
