import Predictions
import Reviewing
import TestSupport
import Testing

@testable import Evaluation

@Suite("Making draws")
struct DrawOrderTests {
  /// A run of 100 with these draws in its ledger and verdicts on the first items of the last one.
  private static func run(
    _ draws: [Draw] = [], judged: Int = 0, daysAgo: Int = 0
  ) throws -> DrawnRun {
    let plain = try DrawnRun(rows: 0..<100)
    let keys = try draws.last.map { draw in
      let sample = try DrawnSample.again(draw, in: plain.context) { false }
      return sample.map(plain.keys) ?? []
    }
    return try DrawnRun(rows: 0..<100) { run in
      draws.map { ReviewedRun.Deed(by: "ada", daysAgo: daysAgo, item: nil, body: .draw($0)) }
        + (keys ?? []).prefix(judged).map {
          run.review($0, by: "ada", daysAgo: daysAgo, Review(verdict: .ok))
        }
    }
  }

  private static func make(_ order: DrawOrder, _ run: DrawnRun) throws -> MadeDraw {
    try #require(try MadeDraw.make(order, in: run.context))
  }

  @Test("the first draw of a run is seeded with its name and the day")
  func seed() throws {
    let made = try Self.make(DrawOrder(.total(10)), Self.run())
    #expect(made.news == .new)
    #expect(made.draw.seed == "v7 \(ReviewedRun.now.day)")
    #expect(made.draw.run == "v7")
    #expect(made.draw.planned == 10)
    #expect(made.sample.count == 10)
  }

  @Test("the same draw made on two machines has one name, another seed or query another one")
  func names() throws {
    let draw = try Self.make(DrawOrder(.total(10)), Self.run()).draw
    #expect(try Self.make(DrawOrder(.total(10)), Self.run()).draw == draw)
    #expect(try Self.make(DrawOrder(.total(10), seed: "s"), Self.run()).draw.id != draw.id)
    #expect(
      try Self.make(DrawOrder(.total(10), where: "region:EU"), Self.run()).draw.id != draw.id)
    #expect(draw.id.count == 10)
  }

  @Test("a larger size extends the newest draw of the run, a smaller one changes nothing")
  func extending() throws {
    let first = try Self.make(DrawOrder(.total(10), seed: "s"), Self.run())
    let run = try Self.run([first.draw], daysAgo: 3)
    let larger = try Self.make(DrawOrder(.total(25)), run)
    #expect(larger.news == .extended)
    #expect(larger.draw.id == first.draw.id)
    #expect(larger.draw.seed == "s")
    #expect(larger.draw.planned == 25)
    #expect(Set(run.keys(first.sample)).isSubset(of: run.keys(larger.sample)))
    let smaller = try Self.make(DrawOrder(.total(5)), run)
    #expect(smaller.news == .known)
    #expect(smaller.draw == first.draw)
    let elsewhere = try Self.make(DrawOrder(.total(25), where: "region:EU"), run)
    #expect(elsewhere.news == .new)
  }

  @Test("the next ones are what is open of the newest draw, and once nothing is, so many more")
  func next() throws {
    let draw = try Self.make(DrawOrder(.total(10)), Self.run()).draw
    let open = try Self.make(DrawOrder(.next(30)), Self.run([draw], judged: 9))
    #expect(open.news == .known)
    #expect(open.draw.planned == 10)
    let more = try Self.make(DrawOrder(.next(30)), Self.run([draw], judged: 10))
    #expect(more.news == .extended)
    #expect(more.draw.planned == 40)
    let all = try Self.make(DrawOrder(.next(300)), Self.run([draw], judged: 10))
    #expect(all.draw.planned == 100)
  }

  @Test("the day's draw is not extended on the day on which it was finished", arguments: [0, 1])
  func daily(daysAgo: Int) throws {
    let draw = try Self.make(DrawOrder(.total(10)), Self.run()).draw
    let made = try Self.make(
      DrawOrder(.daily(10)), Self.run([draw], judged: 10, daysAgo: daysAgo))
    #expect(made.draw.planned == (daysAgo == 0 ? 10 : 20))
  }

  @Test("more than there are is refused by number, and so is a query about reviews")
  func errors() throws {
    let run = try Self.run()
    #expect(throws: DrawError.tooMany(asked: 101, there: 100)) {
      try MadeDraw.make(DrawOrder(.total(101)), in: run.context)
    }
    #expect(throws: DrawError.tooMany(asked: 11, there: 10)) {
      try MadeDraw.make(DrawOrder(.total(11), where: "tier:hard"), in: run.context)
    }
    #expect(throws: DrawError.asksAboutReviews(14)) {
      try MadeDraw.make(DrawOrder(.total(5), where: "tier:hard not verdict:wrong"), in: run.context)
    }
  }

  @Test("a neyman draw takes more of the tier whose wrong rate is least sure")
  func neyman() throws {
    let plain = try DrawnRun(rows: 0..<400)
    let sample = try plain.draw(60)
    let run = try DrawnRun(rows: 0..<400) { run in
      [ReviewedRun.Deed(by: "ada", daysAgo: 0, item: nil, body: .draw(sample.draw))]
        + sample.items.enumerated().map { place, item in
          let isAmbiguous = sample.draw.strata[item.stratum].name == "ambiguous"
          return run.review(
            plain.run.store.prediction(at: item.ticket.row).key, by: "ada",
            Review(verdict: isAmbiguous && place % 2 == 0 ? .wrong : .ok))
        }
    }
    let made = try Self.make(DrawOrder(.total(90), share: .neyman, seed: "other"), run)
    let takes = made.draw.strata.map(\.take)
    #expect(made.draw.strata.map(\.name) == ["easy", "ambiguous", "hard"])
    #expect(takes[1] > takes[0])
  }

  @Test("a draw of another run of the same size is not this run's until all of it was judged")
  func lookalikes() throws {
    let draw = try Self.make(DrawOrder(.total(10)), Self.run()).draw
    let renamed = Draw(
      id: draw.id, seed: draw.seed, run: "v6", where: nil, planned: 10, strata: draw.strata)
    for judged in [9, 10] {
      let run = try Self.run([renamed], judged: judged)
      let evaluation = RunEvaluator(run.context).evaluation(run.context.book)
      #expect(evaluation.draws.count == (judged == 10 ? 1 : 0))
      #expect(evaluation.rates[.wrong]?.n == (judged == 10 ? 10 : nil))
    }
  }

  @Test("everybody gets the same first items, and each of the others one person")
  func shares() throws {
    let run = try DrawnRun(rows: 0..<400)
    let sample = try run.draw(60)
    let shares = DrawShares(overlap: 0.2, reviewers: ["lin", "ada", "max", "ada"])
    let forAll = sample.items.filter { shares.isForAll($0, of: sample) }
    #expect(forAll.count == 8 + 4 + 2)
    #expect(forAll.allSatisfy { $0.position <= 8 })
    let rest = sample.items.filter { !shares.isForAll($0, of: sample) }
    for item in rest {
      #expect(["ada", "lin", "max"].count { shares.isFor($0, item, of: sample) } == 1)
    }
    for name in ["ada", "lin", "max"] {
      #expect(rest.count { shares.owner(of: $0) == name } > rest.count / 6)
    }
    let joined = DrawShares(overlap: 0.2, reviewers: ["lin", "ada", "max", "eve"])
    for item in rest where joined.owner(of: item) != "eve" {
      #expect(joined.owner(of: item) == shares.owner(of: item))
    }
  }
}
