import Predictions

/// The text of a first `spotcheck.yaml`: what applies to the file at hand, and all else as comments.
struct ConfigurationTemplate {
  let report: FileReport
  let runs: String

  var text: String {
    """
    # How the predictions in this folder are looked at. Every key is optional; what stands here
    # behind a # is the default or an example.

    runs: \(Self.quoted(runs))
    # daily: {sample: 30, overlap: 0.2}      # how many a day, and how many of them two people see

    # Where judgements go: a file per reviewer, all read together; or one shared file.
    ledger: ledger/{reviewer}.jsonl
    # history: history.jsonl                 # what the metrics were, run by run

    # What the fields of the predictions are. \(recognised.isEmpty ? "Nothing was recognised by name:" : "This was recognised by name; change it to say otherwise.")
    \(fields)

    # Rates are also given by weight where a field says how much each prediction counts.
    # weight: traffic

    # How difficult a prediction is.
    # tiers:
    #   signal: \(report.signal?.rawValue ?? "confidence")
    #   cuts: {easy: 0.90, hard: 0.75}

    # Text that may be upsetting stays covered until a key lifts the cover.
    # shield: {threshold: 0.5, words: [], suggest-break-after: 20, support: "who to talk to"}

    # Kinds of failure, chosen with t or 1 to 9; the list can grow while reviewing.
    tags: [hallucination, refusal, formatting, off-topic]
    upsetting-categories: [harassment, hate, self-harm, sexual, violence, other]

    # Metrics with an allowed range, and what to do when one leaves it.
    \(Self.guardrails.map { "# \($0)" }.joined(separator: "\n"))

    # keys: {preset: default, ok: o, undo: [z, Backspace]}

    """
  }

  /// What a team begins with that has no guardrails.
  static let guardrails = [
    "guardrails:",
    "  - {metric: accuracy, range: [0.90, 1], warn: [0.92, 1]}",
    "  - {metric: upsetting-rate, range: [0, 0.01], over: 14d}",
  ]

  private static let parts: [Part] = [
    .id, .input, .output, .target, .confidence, .scores, .difficulty, .shield, .segments,
  ]

  private var recognised: [(part: Part, paths: [String])] {
    Self.parts.compactMap { part in
      report.recognised[part].map { (part, $0.map(\.path)) }
    }
  }

  private var fields: String {
    guard !recognised.isEmpty else {
      return "# fields: {input: prompt, output: answer.text, target: gold, segments: [region]}"
    }
    let lines = recognised.map { part, paths in
      let value = paths.map(Self.quoted).joined(separator: ", ")
      return "#   \(part.rawValue): " + (part == .segments ? "[\(value)]" : value)
    }
    return (["# fields:"] + lines).joined(separator: "\n")
  }

  /// A text as YAML: plain where nothing in it means anything, else in double quotes.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true
      && text.allSatisfy { $0.isLetter || $0.isNumber || "_-./".contains($0) }
    guard !isPlain else { return text }
    var bytes: [UInt8] = []
    JSONText.appendString(text.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
