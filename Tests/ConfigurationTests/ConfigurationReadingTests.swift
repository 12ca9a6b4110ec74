import Foundation
import Predictions
import TestSupport
import Testing

@testable import Configuration

struct ConfigurationReadingTests {
  private func read(_ text: String) throws -> Configuration {
    try Configuration(text: text, path: "spotcheck.yaml")
  }

  static let whole = """
    runs: predictions/*.jsonl
    daily: {sample: 40, overlap: 0.25}
    ledger: ledger/{reviewer}.jsonl        # or one shared file
    history: history.jsonl
    fields:
      id: case_id
      input: prompt
      output: answer.text
      scores: probabilities
      segments: [region, category]
    tiers:
      signal: scores
      cuts: {easy: 0.95, hard: 0.7}
    shield: {threshold: 0.4, words: [darn], suggest-break-after: 10, support: "ask Kim"}
    tags: [hallucination, refusal]
    upsetting-categories: [hate, other]
    guardrails:
      - {metric: accuracy, where: "region:EU", range: [0.90, 1], warn: [0.92, 1]}
      - {metric: upsetting-rate, range: [0, 0.01], over: 14d, respond: "page-quality-team"}
      - {metric: severity3-count, range: [0, 0], at-once: true}
    keys: {preset: arrows, ok: o, undo: [z, Backspace]}
    background: dark
    avoid: [self-harm]
    weight: metadata.traffic
    record-seconds: true
    """

  @Test("every key of the file is read")
  func everything() throws {
    let configuration = try read(Self.whole)
    var expected = Configuration()
    expected.runs = ["predictions/*.jsonl"]
    expected.daily.sample = 40
    expected.daily.overlap = 0.25
    expected.ledger = "ledger/{reviewer}.jsonl"
    expected.history = "history.jsonl"
    expected.fields = [
      .id: ["case_id"], .input: ["prompt"], .output: ["answer.text"],
      .scores: ["probabilities"], .segments: ["region", "category"],
    ]
    expected.weight = "metadata.traffic"
    expected.tiers.signal = .scores
    expected.tiers.cuts = TierCuts(easy: 0.95, hard: 0.7)
    expected.shield.threshold = 0.4
    expected.shield.words = ["darn"]
    expected.shield.suggestBreakAfter = 10
    expected.shield.support = "ask Kim"
    expected.tags = ["hallucination", "refusal"]
    expected.upsettingCategories = ["hate", "other"]
    var rails = [
      Guardrail(metric: .accuracy, range: 0.9...1),
      Guardrail(metric: .upsettingRate, range: 0...0.01),
      Guardrail(metric: .severity3Count, range: 0...0),
    ]
    rails[0].where = "region:EU"
    rails[0].warn = 0.92...1
    rails[1].over = 14 * 86_400
    rails[1].respond = "page-quality-team"
    rails[2].atOnce = true
    for index in rails.indices { rails[index].line = 18 + index }
    expected.guardrails = rails
    expected.keys.preset = "arrows"
    expected.keys.bindings = ["ok": ["o"], "undo": ["z", "Backspace"]]
    expected.keys.lines = ["ok": 21, "undo": 21]
    expected.background = .dark
    expected.avoid = ["self-harm"]
    expected.recordSeconds = true
    #expect(configuration == expected)
  }

  @Test(
    "an empty file, a comment and keys without values are the defaults",
    arguments: ["", "# nothing\n", "---\n", "fields:\n#  id: x\ntags:\n", "~"])
  func defaults(text: String) throws {
    #expect(try read(text) == Configuration())
  }

  @Test(
    "an unknown key names its line and the nearest known key",
    arguments: [
      ("tags: []\nledgr: x\n", 2, "ledgr", "ledger"),
      ("shield:\n  words: []\n  treshold: 1\n", 3, "treshold", "threshold"),
      ("fields: {imput: x}", 1, "imput", "input"),
      ("tiers: {cuts: {esay: 1}}", 1, "esay", "easy"),
      ("guardrails:\n  - {metric: accuracy, range: [0, 1], resond: x}", 2, "resond", "respond"),
      ("# one\n# two\nrecord_seconds: true", 3, "record_seconds", "record-seconds"),
    ])
  func unknownKeys(text: String, line: Int, key: String, nearest: String) throws {
    let error = #expect(throws: ConfigurationError.self) { try read(text) }
    #expect(
      error
        == ConfigurationError(
          path: "spotcheck.yaml", line: line, problem: .unknownKey(key, nearest: nearest)))
    #expect(
      try #require(error).description
        == "spotcheck.yaml, line \(line): unknown key \(key); the nearest known one is \(nearest)")
  }

  @Test(
    "a value of another type names its line, its key and what was expected",
    arguments: [
      ("daily: {sample: many}", 1, "daily.sample", "a whole number above 0"),
      ("\ndaily: {overlap: 2}", 2, "daily.overlap", "a number from 0 to 1"),
      ("shield:\n  threshold: .nan", 2, "shield.threshold", "a number from 0 to 1"),
      ("ledger: [a]", 1, "ledger", "a text"), ("tags: {a: b}", 1, "tags", "a list of texts"),
      ("tags: [a, [b]]", 1, "tags", "a list of texts"),
      ("fields: {input: [a, b]}", 1, "fields.input", "one field"),
      ("record-seconds: 7", 1, "record-seconds", "true or false"),
      ("background: grey", 1, "background", "one of auto, light, dark"),
      (
        "guardrails:\n- metric: accuracy\n  range: [1, 0]", 3, "guardrails.range",
        "two numbers, the lower first, as [0.90, 1]"
      ),
      (
        "guardrails:\n- {metric: accuracy, range: [0, 1], over: soon}", 2, "guardrails.over",
        "a time as 12h, 14d or 2w"
      ),
    ])
  func wrongValues(text: String, line: Int, key: String, expected: String) throws {
    let error = #expect(throws: ConfigurationError.self) { try read(text) }
    #expect(
      error
        == ConfigurationError(
          path: "spotcheck.yaml", line: line,
          problem: .wrongValue(key: key, expected: expected)))
  }

  @Test("a guardrail without metric or range, a repeated key and no YAML are errors with a line")
  func otherErrors() {
    func problem(_ text: String) -> (Int, ConfigurationError.Problem)? {
      do {
        _ = try read(text)
        return nil
      } catch {
        return (error as? ConfigurationError).map { ($0.line, $0.problem) }
      }
    }
    #expect(problem("guardrails:\n - range: [0, 1]")?.1 == .missingKey("guardrails.metric"))
    #expect(problem("guardrails:\n - metric: accuracy")?.1 == .missingKey("guardrails.range"))
    #expect(problem("tags: [a]\nruns: b\ntags: [c]")?.1 == .repeatedKey("tags"))
    #expect(problem("runs: *.jsonl")?.0 == 1)
    #expect(problem("\n\ntags: [a")?.0 ?? 0 >= 3)
    #expect(problem("[1, 2]")?.0 == 1)
  }

  @Test("aliases that stand for more than memory holds are refused at once")
  func billionLaughs() throws {
    var lines = ["tags: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    for level in 1..<12 {
      let alias = "*a\(level - 1)"
      lines.append(
        "k\(level): &a\(level) [" + Array(repeating: alias, count: 9).joined(separator: ",") + "]")
    }
    let many = #expect(throws: ConfigurationError.self) { try read(lines.joined(separator: "\n")) }
    #expect(many?.problem == .tooManyAliases(limit: ConfigurationFile.maximumAliases))

    let list = Array(repeating: "a", count: 4_000).joined(separator: ",")
    let few = "avoid: &a [\(list)]\ntags: [*a, *a, *a, *a, *a, *a]\n"
    let large = #expect(throws: ConfigurationError.self) { try read(few) }
    #expect(large?.problem == .tooManyValues(limit: ConfigurationFile.maximumValues))
    #expect(try read("avoid: &a [x]\ntags: *a\n").tags == ["x"])
  }

  @Test("what is no configuration's size, encoding or kind of file is refused")
  func files() throws {
    let folder = try TemporaryFolder()
    func problem(_ path: String) -> ConfigurationError.Problem? {
      #expect(throws: ConfigurationError.self) { try Configuration(readingFile: path) }?.problem
    }
    let large = try folder.write(String(repeating: "# x\n", count: 20_000), to: "large")
    #expect(problem(large) == .tooLarge(limit: ConfigurationFile.maximumSize))
    #expect(problem(try folder.write(Data([0xFF, 0xFE, 0x41]), to: "latin")) == .notUTF8)
    #expect(problem(folder.path) == .cannotRead("not a file"))
    #expect(problem(folder.path(of: "none")) == .cannotRead("No such file or directory"))
    let deep = try folder.write(String(repeating: "[", count: 30_000), to: "deep")
    guard case .syntax = problem(deep) else {
      Issue.record("deep nesting was not refused")
      return
    }
  }

  @Test("the command line decides before the configuration, and that before the defaults")
  func options() throws {
    var options = OpenOptions(fields: [.input: ["question"]], signal: .judges)
    try read(Self.whole).complete(&options)
    #expect(options.fields[.input] == ["question"])
    #expect(options.fields[.output] == ["answer.text"])
    #expect(options.signal == .judges)
    #expect(options.cuts == TierCuts(easy: 0.95, hard: 0.7))
    #expect(options.shieldThreshold == 0.4)
    #expect(options.shieldWords == ["darn"])
  }
}
