import Testing

@testable import Predictions

/// One row rated by the signal of a file that only has rows like it.
struct RatedRow {
  let tier: String
  let reason: String?
  let confidence: Double?
  let uncertainty: Double

  init(
    _ row: String, sample: [String]? = nil, options: OpenOptions = OpenOptions()
  ) {
    let rules = FileRules(sample: RowSample(sample ?? [row]), options: options)
    var reader = RowReader(rules.plan, RowDecoder(.lines))
    let bytes = Array(row.utf8)
    let rated = bytes.withUnsafeBytes { raw -> (Rating, String?, Double?) in
      _ = reader.read(raw)
      let view = reader.view
      var text = DigestText()
      text.read(view)
      let signs = rules.signs.signs(of: text)
      return (
        rules.rule.rate(view, signs: signs), rules.rule.reason(view, signs: signs),
        view.anyConfidence
      )
    }
    tier = rated.0.rank.tier.name
    uncertainty = rated.0.uncertainty
    (reason, confidence) = (rated.1, rated.2)
  }
}

@Suite("Difficulty")
struct RatingTests {
  @Test(
    "class probabilities: sure, between two, spread over more",
    arguments: [
      (#"{"a":0.9,"b":0.1}"#, "easy", "a .90"),
      (#"{"a":0.8999999,"b":0.1000001}"#, "ambiguous", "between a .90 and b .10"),
      (
        #"{"billing":0.48,"fraud":0.41,"other":0.11}"#, "ambiguous",
        "between billing .48 and fraud .41"
      ),
      (
        #"{"fraud":0.41,"other":0.11,"billing":0.48}"#, "ambiguous",
        "between billing .48 and fraud .41"
      ),
      (#"{"a":0.4,"b":0.35,"c":0.25}"#, "ambiguous", "between a .40 and b .35"),
      (#"{"a":0.4,"b":0.34,"c":0.26}"#, "hard", "spread over a .40, b .34 and c .26"),
      (#"{"a":1}"#, "easy", "a 1.00"),
    ])
  func scores(_ scores: String, _ tier: String, _ reason: String) {
    let row = RatedRow(#"{"probabilities":\#(scores)}"#)
    #expect(row.tier == tier)
    #expect(row.reason == reason)
  }

  @Test("a row without probabilities is unrated")
  func noScores() {
    let sample = [#"{"probabilities":{"a":0.6,"b":0.4}}"#]
    for row in [#"{"probabilities":null}"#, #"{"x":1}"#, #"{"probabilities":{}}"#] {
      #expect(RatedRow(row, sample: sample).tier == "unrated")
    }
  }

  @Test(
    "one probability",
    arguments: [
      ("0.9", "easy", "confidence .90"), ("0.54", "ambiguous", "confidence .54"),
      ("0.5", "ambiguous", "confidence .50"), ("0.4999", "hard", "confidence .50"),
      ("0", "hard", "confidence .00"), ("1", "easy", "confidence 1.00"),
    ])
  func confidence(_ value: String, _ tier: String, _ reason: String) {
    let row = RatedRow(#"{"confidence":\#(value)}"#)
    #expect(row.tier == tier)
    #expect(row.reason == reason)
  }

  @Test(
    "a probability outside of its range, or none, is unrated",
    arguments: ["1.5", "-1", "NaN", "null"])
  func badConfidence(_ value: String) {
    let row = RatedRow(#"{"confidence":\#(value)}"#, sample: [#"{"confidence":0.5}"#])
    #expect(row.tier == "unrated")
    #expect(row.reason == nil)
  }

  @Test("cuts can be set and are applied in Double")
  func cuts() {
    let options = OpenOptions(cuts: TierCuts(easy: 0.7, hard: 0.6))
    #expect(RatedRow(#"{"confidence":0.7}"#, options: options).tier == "easy")
    #expect(RatedRow(#"{"confidence":0.69999999999}"#, options: options).tier == "ambiguous")
    #expect(RatedRow(#"{"confidence":0.59999999999}"#, options: options).tier == "hard")
  }

  @Test("log-probabilities are read as exp(mean)")
  func logarithms() throws {
    let row = RatedRow(#"{"token_logprobs":[-0.1,-0.3]}"#)
    #expect(abs(try #require(row.confidence) - 0.818730753) < 1e-6)
    #expect(row.tier == "ambiguous")
  }

  @Test("the probability of one class counts for either label")
  func classProbability() {
    let sample = [("y", 0.9), ("n", 0.2), ("n", 0.03), ("y", 0.6)].map {
      #"{"pred":"\#($0)","prob":\#($1)}"#
    }
    #expect(RatedRow(sample[2], sample: sample).confidence == 0.97)
    #expect(RatedRow(sample[2], sample: sample).tier == "easy")
    #expect(RatedRow(sample[1], sample: sample).tier == "ambiguous")
  }

  @Test(
    "dynamics of a training",
    arguments: [
      (0.5, 0.24, "easy"), (0.49, 0.24, "hard"), (0.9, 0.25, "ambiguous"), (0.1, 0.4, "ambiguous"),
    ])
  func dynamics(_ confidence: Double, _ variability: Double, _ tier: String) {
    let row = RatedRow(#"{"confidence":\#(confidence),"variability":\#(variability)}"#)
    #expect(row.tier == tier)
    #expect(row.reason?.hasPrefix("variability .") == true)
  }

  @Test(
    "difficulty as the file names it",
    arguments: [
      (#""Easy""#, "easy"), (#""medium""#, "medium"), (#""Level 4""#, "Level 4"), ("3", "3"),
      (#""""#, "unrated"), ("-1", "unrated"), ("null", "unrated"),
    ])
  func difficulty(_ value: String, _ tier: String) {
    let sample = [#"{"level":"hard"}"#, #"{"level":2}"#]
    #expect(RatedRow(#"{"level":\#(value)}"#, sample: sample).tier == tier)
  }

  @Test(
    "judges: all on one side, on both, or one in the middle",
    arguments: [
      (5, 4, "easy", "judges agree: tone 5, facts 4"),
      (1, 1, "easy", "judges agree: tone 1, facts 1"),
      (5, 1, "ambiguous", "judges split: tone 5, facts 1"),
      (3, 4, "ambiguous", "in the middle: tone 3, facts 4"),
    ])
  func judges(_ tone: Int, _ facts: Int, _ tier: String, _ reason: String) {
    let sample = [#"{"tone_score":1,"facts_score":5}"#, #"{"tone_score":5,"facts_score":1}"#]
    let row = RatedRow(#"{"tone_score":\#(tone),"facts_score":\#(facts)}"#, sample: sample)
    #expect(row.tier == tier)
    #expect(row.reason == reason)
  }

  @Test("scorers of Inspect are judges, unscored ones are left out")
  func scorers() {
    let sample = [
      #"{"scores":{"f":{"value":"C"},"g":{"value":"I"}}}"#,
      #"{"scores":{"f":{"value":"I"},"g":{"value":"C"}}}"#,
    ]
    #expect(RatedRow(sample[0], sample: sample).tier == "ambiguous")
    let agreed = #"{"scores":{"f":{"value":"C"},"g":{"value":NaN}}}"#
    #expect(RatedRow(agreed, sample: sample).tier == "easy")
  }

  @Test("the signal asked for is used, and its absence is said")
  func asked() {
    let rows = RowSample([#"{"level":"easy","confidence":0.2}"#])
    let known = FileRules(sample: rows, options: OpenOptions(signal: .confidence))
    #expect(known.choice.kind == .confidence)
    let unknown = FileRules(sample: rows, options: OpenOptions(signal: .scores))
    #expect(unknown.choice.kind == .difficulty)
    #expect(unknown.choice.complaint?.contains("scores") == true)
  }

  @Test("the first signal that the file offers decides")
  func order() {
    let row = #"{"level":"easy","confidence":0.2,"variability":0.1,"probs":{"a":0.5,"b":0.5}}"#
    #expect(FileRules(sample: RowSample([row]), options: OpenOptions()).choice.kind == .difficulty)
    let dynamics = #"{"confidence":0.2,"variability":0.1,"probs":{"a":0.5,"b":0.5}}"#
    #expect(
      FileRules(sample: RowSample([dynamics]), options: OpenOptions()).choice.kind == .dynamics)
    let nothing = #"{"input":"a","output":"b"}"#
    #expect(FileRules(sample: RowSample([nothing]), options: OpenOptions()).choice.kind == .none)
  }

  @Test("numbers and levels are in their order, words by their meaning, unrated last")
  func tierOrder() {
    var table = TierTable()
    for name in ["Level 10", "Level 2", "unrated", "Level 1"] {
      table.count(table.code(of: name == "unrated" ? .unrated : Tier(name: name)), isItem: true)
    }
    #expect(table.reports.tiers.map(\.tier.name) == ["Level 1", "Level 2", "Level 10", "unrated"])
    var words = TierTable()
    for name in ["hard", "very hard", "easy", "Medium", "medium"] {
      words.count(words.code(of: Tier(name: name)), isItem: true)
    }
    #expect(words.reports.tiers.map(\.tier.name) == ["easy", "Medium", "hard", "very hard"])
  }
}
