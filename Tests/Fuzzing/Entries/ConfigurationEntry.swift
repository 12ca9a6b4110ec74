import Configuration
import Predictions

/// A configuration: settings within their limits, or an error that says where and what.
enum ConfigurationEntry: FuzzEntry {
  static let seeds = [
    """
    runs: predictions/*.jsonl
    daily: {sample: 40, overlap: 0.25}
    ledger: ledger/{reviewer}.jsonl
    fields: {id: case_id, output: answer.text, segments: [region, category]}
    tiers: {signal: scores, cuts: {easy: 0.95, hard: 0.7}}
    shield: {threshold: 0.4, words: [darn], suggest-break-after: 10, support: "ask Kim"}
    guardrails:
      - {metric: accuracy, where: "region:EU", range: [0.90, 1], warn: [0.92, 1], over: 14d, at-once: true}
    keys: {preset: default, ok: o, undo: [z, Backspace]}
    """, "tags: &a [x]\navoid: *a\n", "? [a]\n: b", "!!binary |\n  x", "a: b\na: c", "tags: [",
    "%YAML 1.2\n---\n{}",
    "<<: {tags: [a]}", "record-seconds: yes", "history: |\n  a\n  b", "\u{FEFF}tags: []",
  ]
  static let words = [
    "tags", "shield", "threshold", "guardrails", "metric", "range", "respond", "severity3-count",
    "over", "14d",
    "keys", "preset", "upsetting-categories", "weight", "avoid", "- {", "]: ", "&a ", "*a", "<<: ",
    "!!int ", ".inf",
    ".nan", "1e400", "0x7fffffffffffffff", "\n  - ", "--- ", "'", "|\n", "null", "~",
  ]

  static func take(_ bytes: UnsafeRawBufferPointer) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    do {
      check(try Configuration(text: text, path: "spotcheck.yaml"))
    } catch {
      hold(error.description.hasPrefix("spotcheck.yaml"), "an error without a place")
      hold(error.description.utf8.count > 20, "an error without words")
      let lines =
        text.utf8.count { $0 == 0x0A || $0 == 0x0D } + text.unicodeScalars.count { $0.value > 0x80 }
      hold(error.line >= 0 && error.line <= lines + 2, "an error on line \(error.line)")
    }
  }

  private static func check(_ configuration: Configuration) {
    hold((1...1_000_000).contains(configuration.daily.sample), "a sample of no size")
    hold((0...1).contains(configuration.daily.overlap), "no overlap")
    hold((0...1).contains(configuration.shield.threshold), "no threshold")
    hold((1...1_000_000).contains(configuration.shield.suggestBreakAfter), "no break")
    for cut in [configuration.tiers.cuts.easy, configuration.tiers.cuts.hard].compactMap({ $0 }) {
      hold((0...1).contains(cut), "no cut")
    }
    for rail in configuration.guardrails {
      hold(rail.range.lowerBound <= rail.range.upperBound, "no range")
      hold(rail.over.map { $0 > 0 } ?? true, "no time")
    }
    var options = OpenOptions()
    configuration.complete(&options)
  }
}
