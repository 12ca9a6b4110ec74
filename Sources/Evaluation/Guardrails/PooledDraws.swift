import Predictions
import Reviewing
import Statistics

/// Drawn items of several runs together, as far as they were judged since a moment.
///
/// Few are drawn of each day's run, and a rate of one in a hundred can only be told from many days. Of
/// runs whose files are not open the ledger alone knows the draw: each review says which draw brought it
/// up and at what place. Items of a stratum's name count alike, whatever run they come from.
struct PooledDraws {
  private struct Group {
    var found = JudgedItems()
    var population = 0
  }

  private var groups: [String: Group] = [:]
  private var seen: Set<DigestPrefix> = []
  /// Runs that have a part in it.
  private(set) var runs = 0

  /// Adds what was judged of a draw of the run that is open.
  mutating func add(_ standing: DrawStanding, book: ReviewBook, since moment: Timestamp) {
    for stratum in standing.strata {
      add(
        stratum.tickets.prefix(stratum.finished).map(\.content), name: stratum.name,
        population: stratum.population, book, moment)
    }
  }

  /// Adds the draws of other runs, by what their reviews say of them; linear in the events.
  mutating func add(_ draws: [Draw], book: ReviewBook, since moment: Timestamp) {
    guard !draws.isEmpty else { return }
    let places = book.drawnPlaces(of: Set(draws.map(\.id)))
    for draw in draws {
      var isPresent = false
      for stratum in draw.strata {
        // Of an unfinished draw only the beginning counts: what is passed over is not random.
        let contents = (0..<stratum.take).lazy.map {
          places[DrawnPlace(draw: draw.id, stratum: stratum.name, position: $0 + 1)]
        }.prefix {
          $0.flatMap { book.drawnValue(of: $0)?.isSettled } ?? false
        }.compactMap(\.self)
        let isNew = add(
          contents, name: stratum.name, population: stratum.population, book, moment)
        isPresent = isPresent || isNew
      }
      if isPresent { runs += 1 }
    }
  }

  /// The rate over all of it; nothing where nobody judged anything.
  func rate(_ finding: Finding, soFar: Bool) -> (rate: Rate, population: Int)? {
    let groups = groups.values
    let population = groups.reduce(0) { $0 + max($1.population, finding.trials(in: $1.found)) }
    let rate = Rate(finding, in: groups.map { ($0.found, $0.population) }, soFar: soFar)
    return rate.map { ($0, population) }
  }

  /// True where something of it was judged since then.
  @discardableResult
  private mutating func add(
    _ contents: some Sequence<DigestPrefix>, name: String, population: Int, _ book: ReviewBook,
    _ moment: Timestamp
  ) -> Bool {
    var found = JudgedItems()
    for content in contents where !seen.contains(content) {
      guard let value = book.drawnValue(of: content, since: moment), value.isSettled else {
        continue
      }
      seen.insert(content)
      found.add(value)
    }
    guard found.judged + found.unjudged > 0 else { return false }
    groups[name, default: Group()].found.add(found)
    groups[name, default: Group()].population += population
    return true
  }
}

extension RunEvaluator {
  /// The rate over the drawn items of this run and of all others since a moment; nothing where only
  /// this run has any.
  func pooled(
    _ finding: Finding, _ book: ReviewBook, since moment: Timestamp, sample: RunSample
  ) -> (rate: Rate, population: Int, runs: Int)? {
    var seen: Set<String> = []
    let own = Set(draws.map(\.event.draw.id))
    let others = book.draws.filter { seen.insert($0.draw.id).inserted }.map(\.draw)
      .filter { $0.where == nil && !own.contains($0.id) }
    var pool = PooledDraws()
    for draw in draws where draw.aside == nil {
      pool.add(
        DrawStanding(draw.event, draw.sample, book: book), book: book, since: moment)
    }
    pool.add(others, book: book, since: moment)
    guard pool.runs > 0, let found = pool.rate(finding, soFar: sample.isSoFar) else { return nil }
    return (found.rate, found.population, pool.runs + (sample.isEmpty ? 0 : 1))
  }
}
