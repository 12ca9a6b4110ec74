import Evaluation
import Predictions
import Reviewing
import Screen

extension Verdict {
  /// The word for it on the screen.
  var word: String {
    switch self {
    case .ok: "ok"
    case .wrong: "wrong"
    case .unsure: "can't tell"
    }
  }

  var role: Role {
    switch self {
    case .ok: .ok
    case .wrong: .wrong
    case .unsure: .unsure
    }
  }
}

extension GlyphSet {
  func mark(of verdict: Verdict) -> DisplayText {
    switch verdict {
    case .ok: mark(.ok)
    case .wrong: mark(.wrong)
    case .unsure: mark(.unsure)
    }
  }
}

extension AutomaticResult {
  /// `correct`, `incorrect` or `score .70`, as the ledger's context writes it too.
  var word: String {
    switch self {
    case .correct: "correct"
    case .incorrect: "incorrect"
    case .score(let score):
      "score \((0...1).contains(score) ? NumberText.probability(score) : NumberText.decimal(score))"
    }
  }
}

extension Tier {
  var role: Role {
    switch self {
    case .easy: .easy
    case .ambiguous: .ambiguous
    case .hard: .hard
    default: .dim
    }
  }
}

extension SortOrder {
  /// The order in the words of the list's title.
  var words: String {
    switch self {
    case .uncertain: "uncertain first"
    case .file: "file order"
    case .disagreement: "disagreement first"
    case .suspicious: "suspicious first"
    case .random: "random order"
    }
  }

  /// What the order is good for.
  var explanation: String {
    switch self {
    case .uncertain: "what the model was least sure of first"
    case .file: "as the rows lie in the file"
    case .disagreement: "where reviewers, or reviewer and metric, disagree first"
    case .suspicious: "confident and automatically incorrect first, then signs of trouble"
    case .random: "the same random order each time"
    }
  }
}

extension Content {
  /// The beginning as one line, each run of white space one blank; of a conversation the last
  /// thing the user said.
  func oneLine(upTo count: Int) -> String {
    guard case .chat(let messages) = self else { return Self.joined(plainText, upTo: count) }
    let last = messages.last { $0.role == "user" }
    return Self.joined(last?.plainText ?? plainText, upTo: count)
  }

  private static func joined(_ text: String, upTo count: Int) -> String {
    var line = ""
    var hasGap = false
    for character in text.prefix(count) {
      if character.isWhitespace {
        hasGap = true
        continue
      }
      if hasGap, !line.isEmpty { line.append(" ") }
      hasGap = false
      line.append(character)
    }
    return line
  }
}
