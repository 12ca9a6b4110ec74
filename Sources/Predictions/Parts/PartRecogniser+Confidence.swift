/// One probability, and logarithms of it.
extension PartRecogniser {
  typealias ConfidenceSource = RecognisedParts.ConfidenceSource

  /// As many equal values from the start on are a placeholder.
  static let placeholderRows = 20

  mutating func recogniseConfidence() {
    if let (path, place) = chosenPlace(.confidence) {
      let meaning = meaning(of: place, path: path)
      record(.confidence, path, Self.byHand + Self.suffix(meaning, path))
      parts.confidence = ConfidenceSource(place: place, meaning: meaning)
      return
    }
    while let (field, why) = findProbability() {
      take(field)
      let path = field.path.description
      guard field.leadingEqual < Self.placeholderRows else {
        parts.ignored.append(
          "\(path) is ignored: it is \(ShortNumber.text(field.firstNumber ?? 0)) in the first "
            + "\(field.leadingEqual) rows, a placeholder")
        continue
      }
      let meaning = meaning(of: field.components, path: path)
      record(.confidence, path, why + Self.suffix(meaning, path))
      parts.confidence = ConfidenceSource(place: field.components, meaning: meaning)
      return
    }
    recogniseLogarithms()
    explainUnreadable()
  }

  /// Percentages, numbers with a decimal comma and words are not guessed at, but not passed over.
  private mutating func explainUnreadable() {
    guard parts.confidence == nil, parts.scores == nil, parts.ignored.isEmpty,
      let (field, _) = find(
        PartNames.names(of: .confidence), where: { $0.isScalar && !$0.isProbability }),
      let example = field.distinct.min()
    else { return }
    parts.ignored.append(
      "\(field.path) is ignored: its values, such as \(example.prefix(20)), are not all numbers "
        + "from 0 to 1")
  }

  private func findProbability() -> (field: FieldFacts, why: String)? {
    if let field = labelScore, !isTaken(field) { return (field, "the score of the label") }
    let names = PartNames.names(of: .confidence)
    if let found = find(names, where: { $0.isScalar && $0.isProbability }) { return found }
    let columns = parts.scores == nil ? classColumns() : []
    if columns.count == 1 {
      return (columns[0].field, "a single probability that is named for a class")
    }
    for (path, tool) in PartNames.shapes(of: .confidence) {
      if let field = census.field(at: path), field.isProbability, !isTaken(field) {
        return (field, "where \(tool) writes it")
      }
    }
    return parts.scores == nil ? findFollower() : nil
  }

  private static let positives: Set<String> = ["yscore", "yproba", "yprob"]

  private static func suffix(_ meaning: ConfidenceSource.Meaning, _ path: String) -> String {
    switch meaning {
    case .probability: ""
    case .ofClass(let label): "; \(path) read as P(\(label))"
    case .logarithm: "; read as exp(mean)"
    }
  }

  private func meaning(
    of place: RecognisedParts.Place, path: String
  ) -> ConfidenceSource.Meaning {
    let field = census.field(at: path)
    if let label = field.flatMap({ classLabel(of: $0, among: outputLabels) }) {
      return .ofClass(label)
    }
    if let field, !field.isProbability, field.maximum <= 0 || field.lists > 0 {
      return .logarithm
    }
    if let label = classAboveThreshold(place) { return .ofClass(label) }
    // Without an output such a column can only be what scikit-learn means by it.
    let isPositive = parts.output == nil && Self.positives.contains(field?.lastName ?? "")
    return isPositive ? .ofClass("positive") : .probability
  }

  // MARK: logarithms

  private mutating func recogniseLogarithms() {
    for field in logarithms() {
      let path = field.path.description
      let values = sample.logarithms(at: field.components)
      take(field)
      if values.allSatisfy({ $0 == 0 }) {
        parts.ignored.append("\(path) is ignored: every log-probability is 0, a placeholder")
      } else if values.prefix(Self.placeholderRows).allSatisfy({ $0 == values[0] }),
        values.count >= Self.placeholderRows
      {
        parts.ignored.append("\(path) is ignored: the first values are all equal, a placeholder")
      } else {
        record(.confidence, path, "log-probabilities; read as exp(mean)")
        parts.confidence = ConfidenceSource(place: field.components, meaning: .logarithm)
        return
      }
    }
  }

  /// Lists of tokens before single numbers, since only they have a mean.
  private func logarithms() -> [FieldFacts] {
    let named = census.fields.filter {
      PartNames.logProbabilities.contains($0.lastName) && $0.present > 0
        && !$0.path.description.contains("top_logprobs") && !isAside($0)
    }
    let lists = named.filter { $0.numberLists * 2 > $0.present }
    let tokens = named.compactMap { field -> FieldFacts? in
      guard field.numbers > 0, field.depth > 1, case .index = field.components[field.depth - 2]
      else { return nil }
      let list = FieldCensus.text(of: field.components.dropLast(2))
      guard ["tokens", "content", "logprobs"].contains(census.field(at: list)?.lastName ?? "")
      else { return nil }
      return census.field(at: list)
    }
    let numbers = named.filter { $0.isNumeric && $0.maximum <= 0 && !tokens.containsInside($0) }
    return lists + tokens + numbers
  }
}

extension [FieldFacts] {
  fileprivate func containsInside(_ field: FieldFacts) -> Bool {
    contains { field.components.starts(with: $0.components) }
  }
}

extension RowSample {
  /// The mean logarithm of each row that has one.
  func logarithms(at place: RecognisedParts.Place) -> [Double] {
    var means: [Double] = []
    forEach { tape, bytes in
      guard let node = tape.value(at: place, in: bytes),
        let mean = ScoreReader.meanLogarithm(at: node, of: tape, in: bytes)
      else { return }
      means.append(mean)
    }
    return means
  }
}
