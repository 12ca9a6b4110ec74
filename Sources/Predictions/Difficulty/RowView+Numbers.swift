/// The two greatest probabilities of a row.
struct TopScores {
  private(set) var first = 0.0
  private(set) var second = 0.0
  private(set) var count = 0

  init(_ source: RecognisedParts.ScoreSource, _ row: RowView) {
    var top = (0.0, 0.0)
    var labels = 0
    ScoreReader.forEach(source, of: row.tape, in: row.bytes) { _, probability in
      guard !probability.isNaN else { return }
      labels += 1
      if probability > top.0 {
        top = (probability, top.0)
      } else if probability > top.1 {
        top.1 = probability
      }
    }
    (first, second) = top
    count = labels
  }
}

/// A judge's grade for a row.
struct Grade {
  let name: String
  let value: Double
  /// Where it lies on its scale, 0…1.
  let share: Double
  let passes: Bool

  /// Between the first and the last quarter of the scale.
  var isInMiddle: Bool { share > 0.25 && share < 0.75 }
}

extension RowView {
  /// The probability that the model gave its output, 0…1, or nothing where the row does not say.
  @inline(__always)
  var confidence: Double? {
    guard let node = node(.confidence) else { return nil }
    // By itself, as nearly all rows have it, so that it becomes a part of the caller.
    let value =
      plan.hasProbability && tape[node].kind == .number
      ? tape.number(of: node, in: bytes) : confidence(at: node)
    guard let value, value >= 0, value <= 1 else { return nil }
    return value
  }

  @inline(never)
  private func confidence(at node: Int) -> Double? {
    switch plan.parts.confidence?.meaning {
    case .probability: tape.lenientNumber(of: node, in: bytes)
    case .ofClass:
      tape.lenientNumber(of: node, in: bytes).map { $0 >= 0 && $0 <= 1 ? max($0, 1 - $0) : $0 }
    case .logarithm:
      ScoreReader.meanLogarithm(at: node, of: tape, in: bytes).map { Logarithm.exp($0) }
    case nil: nil
    }
  }

  /// What the judges say, those without a number left out.
  var grades: [Grade] {
    plan.parts.judges.enumerated().compactMap { index, judge in
      guard let node = node(at: plan.judgeSlot(index)), let value = gradeValue(of: node),
        !value.isNaN
      else { return nil }
      let share = judge.high > judge.low ? (value - judge.low) / (judge.high - judge.low) : 0
      return Grade(name: judge.name, value: value, share: share, passes: value >= judge.passMark)
    }
  }

  private func gradeValue(of node: Int) -> Double? {
    switch tape[node].kind {
    case .true: 1
    case .false: 0
    case .number: tape.number(of: node, in: bytes)
    case .string: GradeText.value(of: tape.text(of: node, in: bytes).trimmed)
    default: nil
    }
  }
}

/// Grades written as letters or words.
enum GradeText {
  /// `C`, `P`, `I` and `N` of Inspect as 1, ½, 0 and 0; right and wrong as 1 and 0; else a number.
  static func value(of text: String) -> Double? {
    if text == "P" || text == "p" { return 0.5 }
    return NumberText.value(of: text) ?? BooleanText.value(of: text).map { $0 ? 1 : 0 }
  }
}
