import Predictions
import Reviewing
import TestSupport
import Testing

@testable import Evaluation

@Suite("Draws")
struct DrawTests {
  @Test("an item's number is the one that the documented hash gives")
  func numbers() {
    // Worked out by a program of its own from the formula in the documentation.
    let content = ContentDigest(of: "in\0out".utf8).prefix
    #expect(DrawNumbers(seed: "2026-11-26").number(of: content) == 0x66bf_3b8b_f026_5e67)
    let empty = ContentDigest(of: "\0".utf8).prefix
    #expect(DrawNumbers(seed: "größe").number(of: empty) == 0x501d_0855_5aee_8a34)
  }

  @Test("the lowest tickets are kept, in order, whatever order they come in", arguments: 0..<5)
  func lowest(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let tickets = (0..<500).map { row in
      DrawTicket(
        number: random.next() >> 58, content: DigestPrefix(high: random.next(), low: 0), row: row)
    }
    for limit in [0, 1, 7, 499, 500, 501] {
      var lowest = LowestTickets(limit)
      var other = LowestTickets(limit)
      for ticket in tickets.prefix(200) { lowest.insert(ticket) }
      for ticket in tickets.dropFirst(200) { other.insert(ticket) }
      lowest.formUnion(other)
      #expect(lowest.sorted == Array(tickets.sorted().prefix(limit)))
    }
  }

  @Test("the order of the rows changes nothing")
  func order() throws {
    var random = SeededGenerator(seed: 1)
    let one = try DrawnRun(rows: 0..<300)
    let other = try DrawnRun(rows: 0..<300, order: (0..<300).shuffled(using: &random))
    #expect(one.keys(try one.draw(30)) == other.keys(try other.draw(30)))
    #expect(one.keys(try one.draw(90)) == other.keys(try other.draw(90)))
  }

  @Test("a larger draw holds a smaller one")
  func extending() throws {
    let run = try DrawnRun(rows: 0..<400)
    let small = Set(run.keys(try run.draw(30)))
    #expect(small.count == 30)
    #expect(small.isSubset(of: run.keys(try run.draw(31))))
    #expect(small.isSubset(of: run.keys(try run.draw(50))))
  }

  @Test("candidates of shards, put together, are those of the whole")
  func shards() throws {
    let whole = try DrawnRun(rows: 0..<300).candidates(limit: 40)
    var parts = try DrawnRun(rows: 100..<300).candidates(limit: 40)
    parts.formUnion(try DrawnRun(rows: 0..<100).candidates(limit: 40), limit: 40)
    let contents = { (candidates: DrawCandidates) in
      candidates.tiers.map { ($0.tier, $0.population, $0.tickets.map(\.content)) }
        .sorted { $0.0 < $1.0 }
    }
    for (one, other) in zip(contents(whole), contents(parts)) {
      #expect(one.0 == other.0)
      #expect(one.1 == other.1)
      #expect(one.2 == other.2)
    }
    #expect(whole.tiers.count == parts.tiers.count)
  }

  @Test("a draw of fewer than twenty per tier is made without strata")
  func strata() throws {
    let run = try DrawnRun(rows: 0..<400)
    let small = try run.draw(59)
    #expect(small.draw.strata == [Draw.Stratum(name: "all", population: 400, take: 59)])
    let large = try run.draw(60)
    #expect(large.draw.strata.map(\.name) == ["easy", "ambiguous", "hard"])
    #expect(large.draw.strata.map(\.population) == [240, 120, 40])
    #expect(large.draw.strata.map(\.take) == [36, 18, 6])
    #expect(try run.draw(60, share: .equal).draw.strata.map(\.take) == [20, 20, 20])
  }

  @Test("a draw that is extended takes no less of any stratum and keeps to its strata")
  func extendingStrata() {
    let populations = [(tier: "easy", population: 1_000), (tier: "hard", population: 1_000)]
    let earlier = DrawPlan(size: 40, share: .equal).strata(of: populations)
    #expect(earlier.map(\.take) == [20, 20])
    let plan = DrawPlan(size: 60, share: .neyman, rates: ["easy": 0.001, "hard": 0.5])
    let later = plan.strata(of: populations, extending: earlier)
    #expect(later[0].take == 20 && later[1].take > 50)
    let whole = [Draw.Stratum(name: "all", population: 2_000, take: 30)]
    #expect(
      plan.strata(of: populations, extending: whole)
        == [Draw.Stratum(name: "all", population: 2_000, take: 60)])
  }

  @Test("a tier however small gives one item at least, also where a draw is extended")
  func smallTier() {
    let populations = [
      (tier: "easy", population: 20_000), (tier: "hard", population: 12_000),
      (tier: "unrated", population: 2),
    ]
    for share in DrawPlan.Share.allCases {
      let takes = DrawPlan(size: 60, share: share, rates: ["unrated": 0]).takes(of: populations)
      #expect(takes?.last.map { $0 >= 1 } == true)
      #expect(takes?.reduce(0, +) == 60)
    }
    let earlier = [
      Draw.Stratum(name: "easy", population: 20_000, take: 38),
      Draw.Stratum(name: "hard", population: 12_000, take: 22),
    ]
    let later = DrawPlan(size: 59).strata(of: populations, extending: earlier)
    #expect(later.map(\.take) == [38, 22, 1])
    let none = DrawPlan(size: 60).strata(of: [("easy", 90), ("hard", 90), ("odd", 0)])
    #expect(none.map(\.take) == [30, 30, 0])
  }

  @Test("whoever stops early has looked at about the same share of each stratum")
  func interleaving() throws {
    let items = try DrawnRun(rows: 0..<400).draw(60).items
    #expect(items.count == 60)
    for shown in [10, 20, 40] {
      let counts = items.prefix(shown).reduce(into: [0, 0, 0]) { $0[$1.stratum] += 1 }
      for (count, take) in zip(counts, [36, 18, 6]) {
        #expect(abs(Double(count) - Double(shown * take) / 60) <= 1)
      }
    }
    for stratum in 0..<3 {
      let positions = items.filter { $0.stratum == stratum }.map(\.position)
      #expect(positions == Array(1...positions.count))
    }
  }

  @Test("rows of equal content are drawn once, damaged ones never")
  func items() throws {
    let run = try SupportRun.open()
    let candidates = try DrawCandidates.find(
      DrawNumbers(seed: "s"), limit: 100, in: SupportRun.context(run))
    // Eight rows: one repeats another, one is damaged.
    #expect(candidates?.population == 6)
    #expect(candidates?.tiers.flatMap(\.tickets).count == 6)
  }

  @Test("a query says among which predictions is drawn")
  func query() throws {
    let run = try DrawnRun(rows: 0..<90)
    let candidates = try run.candidates(limit: 90, query: "region:EU")
    #expect(candidates.population == 30)
    #expect(
      candidates.tiers.flatMap(\.tickets).allSatisfy {
        run.run.store.prediction(at: $0.row).segments.contains { $0.value == "EU" }
      })
  }
}
