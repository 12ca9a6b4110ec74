/// Probabilities that belong to a class, rather than to whatever the output says.
extension PartRecogniser {
  /// The labels that the output has, where they are few.
  var outputLabels: [String] {
    guard let output = parts.output else { return [] }
    var labels: Set<String> = []
    for case let text? in sample.texts(of: output) where !text.trimmed.isEmpty {
      labels.insert(text.trimmed)
      if labels.count > FieldFacts.distinctLimit { return [] }
    }
    return labels.sorted()
  }

  /// Probability columns with their labels, in file order.
  ///
  /// Columns that are only named like an output are believed when together they add up to one, or
  /// when there is one of them alone.
  func classColumns() -> [(field: FieldFacts, label: String)] {
    let outputs = outputLabels
    let all = census.fields.compactMap { field -> (field: FieldFacts, label: String)? in
      guard field.depth == 1, !isTaken(field), field.isScalar, field.isProbability else {
        return nil
      }
      let isNamed = Self.label(ofColumn: field.path.description) != nil
      guard isNamed || !field.isZeroOrOne else { return nil }
      return classLabel(of: field, among: outputs).map { (field, $0) }
    }
    let named = all.filter { Self.label(ofColumn: $0.field.path.description) != nil }
    guard named.isEmpty, all.count > 1, !addUp(all.map(\.field)) else {
      return named.isEmpty ? all : named
    }
    return []
  }

  private func addUp(_ fields: [FieldFacts]) -> Bool {
    let columns = RecognisedParts.ScoreSource.columns(
      fields.map { .init(label: "", place: $0.components) })
    var rows = 0
    var sums = 0
    sample.forEach { tape, bytes in
      let scores = ScoreReader.scores(columns, of: tape, in: bytes)
      rows += 1
      if abs(scores.reduce(0) { $0 + $1.probability } - 1) < 0.05 { sums += 1 }
    }
    return sums * 10 >= rows * 8
  }

  /// The class that a column is named for: by a word for probability around it, or by an output.
  func classLabel(of field: FieldFacts, among outputs: [String]) -> String? {
    let name = field.path.description
    if let label = Self.label(ofColumn: name) { return label }
    let stems = [field.lastName] + Self.scoreWords.flatMap { Self.stems(field.lastName, $0) }
    return outputs.first { label in
      let normalised = PartNames.normalised(label)
      return NumberText.value(of: label) == nil && stems.contains(normalised)
    }
  }

  private static let scoreWords = ["score", "risk", "likelihood"]

  private static func stems(_ name: String, _ word: String) -> [String] {
    [
      name.hasSuffix(word) ? String(name.dropLast(word.count)) : "",
      name.hasPrefix(word) ? String(name.dropFirst(word.count)) : "",
    ].filter { !$0.isEmpty }
  }

  /// `proba_fraud`, `p_fraud` and `fraud_prob` are columns for `fraud`, `prob1` one for `1`.
  static func label(ofColumn name: String) -> String? {
    let lowered = name.lowercased()
    guard !PartNames.names(of: .confidence).contains(PartNames.normalised(name)) else {
      return nil
    }
    for prefix in PartNames.probabilityPrefixes where lowered.hasPrefix(prefix) {
      let label = String(name.dropFirst(prefix.count))
      return label.isEmpty || label.lowercased() == "value" ? nil : label
    }
    for suffix in PartNames.probabilitySuffixes where lowered.hasSuffix(suffix) {
      let label = String(name.dropLast(suffix.count))
      return label.isEmpty ? nil : label
    }
    for prefix in ["proba", "prob", "p"] where lowered.hasPrefix(prefix) {
      let label = lowered.dropFirst(prefix.count)
      if !label.isEmpty, label.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) { return String(label) }
    }
    return nil
  }

  // MARK: a column that follows the output

  /// A number from 0 to 1 whose name hints at a probability and that decides the output.
  func findFollower() -> (field: FieldFacts, why: String)? {
    let field = census.fields.first {
      looksLikeProbability($0) && classAboveThreshold($0.components) != nil
    }
    return field.map { ($0, "the output follows it at a threshold") }
  }

  /// Named as such and neither taken nor a mere flag.
  private func looksLikeProbability(_ field: FieldFacts) -> Bool {
    field.depth <= 2 && !field.hasIndex && field.isScalar && field.isProbability
      && !field.isZeroOrOne && (!isTaken(field) || isSegment(field)) && !isAside(field)
      && !PartNames.names(of: .shield).contains(field.lastName)
      && Self.hints.contains { field.lastName.hasPrefix($0) || field.lastName.hasSuffix($0) }
  }

  /// Named for probabilities, and numbers in some form that is neither one nor read.
  private func isUnreadList(_ field: FieldFacts) -> Bool {
    let name = field.lastName
    guard field.depth <= 2, !field.hasIndex, !isTaken(field), field.present > 0, !isAside(field),
      name.contains("prob") && !name.contains("problem") || name == "scores" || name == "softmax",
      !census.fields.contains(where: {
        $0.depth > field.depth && isTaken($0)
          && $0.components.starts(with: field.components)
      })
    else { return false }
    return field.numberLists + field.numberMaps + field.labelledLists > 0
      || field.strings > 0 && !field.isNumeric && field.distinct.allSatisfy { $0.hasPrefix("[") }
  }

  private static let hints = [
    "score", "prob", "proba", "probs", "probability", "risk", "likelihood", "confidence",
    "certainty", "sigmoid", "softmax",
  ]

  /// The label that the output has exactly where the probability is at or above some threshold.
  ///
  /// A confidence in whatever the output says is at least one half for either label, so values
  /// below one half must belong to the other label.
  func classAboveThreshold(_ place: RecognisedParts.Place) -> String? {
    guard let output = parts.output else { return nil }
    let labels = sample.texts(of: output)
    let values = sample.texts(at: place).map { $0.flatMap { NumberText.value(of: $0.trimmed) } }
    var ranges: [String: ClosedRange<Double>] = [:]
    var rows = 0
    for (label, value) in zip(labels, values) {
      guard let label = label?.trimmed, let value, !label.isEmpty, !value.isNaN else { continue }
      rows += 1
      let range = ranges[label] ?? value...value
      ranges[label] = min(range.lowerBound, value)...max(range.upperBound, value)
      if ranges.count > 2 { return nil }
    }
    guard ranges.count == 2, rows >= 4 else { return nil }
    let sorted = ranges.sorted { $0.value.lowerBound < $1.value.lowerBound }
    guard sorted[0].value.upperBound < sorted[1].value.lowerBound,
      sorted[0].value.lowerBound < 0.5
    else { return nil }
    return sorted[1].key
  }

  /// What may be a probability and is not read as one is said, with the way to tell.
  mutating func explainUnusedProbabilities() {
    guard parts.confidence == nil, parts.scores == nil, chosen[.scores] == nil else { return }
    for field in census.fields where isUnreadList(field) {
      parts.notes.append(
        "\(field.path) is not read: as probabilities its numbers would be a list or an object of "
          + "labels that adds up to 1; if they do, write `scores: \(field.path)` under `fields:` "
          + "in spotcheck.yaml")
    }
    for field in census.fields where looksLikeProbability(field) {
      // Beside the verdict that it led to, a score is a grade.
      guard parts.automatic == nil || !PartNames.grades.contains(field.lastName) else { continue }
      parts.notes.append(
        "\(field.path) lies between 0 and 1 and was not read as a probability: if it is the "
          + "model's confidence, write `confidence: \(field.path)` under `fields:` in "
          + "spotcheck.yaml")
    }
  }
}
