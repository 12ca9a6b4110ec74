/// What the run's own metric says.
extension PartRecogniser {
  mutating func recogniseAutomatic() {
    if let (path, place) = chosenPlace(.automatic) {
      record(.automatic, path, Self.byHand)
      let isGrade = census.field(at: path).map { $0.isNumeric && !$0.isZeroOrOne } ?? false
      parts.automatic = isGrade ? .grade(place) : .verdict(place)
      return
    }
    if let (field, why) = findVerdict() {
      take(field)
      record(.automatic, field.path.description, why)
      let isGrade = field.isNumeric && !field.isZeroOrOne
      parts.automatic = isGrade ? .grade(field.components) : .verdict(field.components)
      return
    }
    compareWithTarget()
  }

  private func findVerdict() -> (field: FieldFacts, why: String)? {
    let says = { (field: FieldFacts) in
      // A request can succeed with a wrong answer: such a field lies inside of the response.
      field.isScalar && (field.isBoolean || field.isNumeric)
        && !(field.depth > 1 && field.lastName == "success")
    }
    return find(PartNames.names(of: .automatic), where: says) ?? findMetric() ?? findScorer()
      ?? find(PartNames.grades) { $0.isScalar && $0.isNumeric && $0.depth == 1 }
      ?? find(["label"]) { $0.isPureBoolean && $0.depth == 1 }
  }

  /// lm-evaluation-harness names its metrics in a list beside them.
  private func findMetric() -> (field: FieldFacts, why: String)? {
    guard let metrics = census.field(at: "metrics[0]"), metrics.strings > 0 else { return nil }
    for name in metrics.distinct.sorted() {
      if let field = census.field(at: name), field.isNumeric || field.isBoolean, !isTaken(field) {
        return (field, "named in metrics")
      }
    }
    return nil
  }

  /// Inspect writes `scores.<scorer>.value`.
  private func findScorer() -> (field: FieldFacts, why: String)? {
    guard let field = scorers().first else { return nil }
    return (field, "the value of the first scorer")
  }

  private static let scorerPlaces: [(root: String, leaf: String)] = [
    ("scores", "value"), ("feedback_stats", "avg"),
  ]

  /// The values of all scorers of Inspect, or feedbacks of LangSmith, in file order.
  func scorers() -> [FieldFacts] {
    census.fields.filter { field in
      field.depth == 3
        && Self.scorerPlaces.contains {
          field.components[0] == .key($0.root) && field.lastName == $0.leaf
        }
    }.filter {
      !$0.hasIndex
        && $0.isScalar && ($0.numbers + $0.booleans > 0 || $0.isGradeLetters)
    }
  }

  /// Regressions and probabilities: close is what they can be, equal they are not.
  private var isMeasuredOutput: Bool {
    guard let place = parts.output?.place,
      let field = census.field(at: FieldCensus.text(of: place))
    else { return false }
    return field.isNumeric && field.integers * 2 < field.readNumbers && field.readNumbers >= 5
  }

  private mutating func compareWithTarget() {
    guard parts.output != nil, let target = parts.target else { return }
    let compared = ComparedTexts(sample: sample, parts: parts)
    let path = FieldCensus.text(of: target.place)
    guard compared.isMeaningful else {
      parts.notes.append(
        "output and \(path) are long texts that never are the same: no automatic result; "
          + "name one with `automatic:` under fields in the configuration")
      return
    }
    guard !isMeasuredOutput || compared.hasMatches else {
      parts.notes.append(
        "the output is a number with decimals that never equals \(path): no automatic result, "
          + "since how near is near enough is not for a comparison to say; name one with "
          + "`automatic:` under fields in the configuration")
      return
    }
    parts.automatic = .comparison
    let output = parts.fields[.output]?.first?.path ?? "output"
    record(.automatic, "\(output) = \(path)", "no field says it: output against target")
  }
}

extension FieldFacts {
  /// `C`, `I`, `P` and `N` of Inspect.
  var isGradeLetters: Bool {
    strings == present && !distinct.isEmpty
      && distinct.allSatisfy {
        ["C", "I", "P", "N"].contains($0) || BooleanText.value(of: $0) != nil
      }
  }
}
