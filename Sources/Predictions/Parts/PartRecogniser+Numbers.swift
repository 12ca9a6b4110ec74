/// Difficulty, dynamics, class probabilities, confidence, judges.
extension PartRecogniser {
  mutating func recogniseNumbers() {
    let sample = self.sample
    parts.difficulty = recogniseScalar(.difficulty) {
      DifficultyWord.areMost(of: sample.texts(at: $0.components))
    }
    parts.variability = recogniseScalar(.variability) { $0.isNumeric }
    recogniseScores()
    recogniseConfidence()
    recogniseJudges()
  }

  // MARK: class probabilities

  private mutating func recogniseScores() {
    if let paths = chosen[.scores], let first = paths.first {
      for path in paths { record(.scores, path, Self.byHand) }
      parts.scores = paths.count > 1 ? .columns(columns(paths)) : source(at: first)
      return
    }
    let names = PartNames.names(of: .scores)
    if let (field, why) = find(names, where: { areProbabilities($0) }) {
      take(field)
      record(.scores, field.path.description, why)
      parts.scores = source(at: field.path.description)
      return
    }
    if let choices = choiceScores() {
      parts.scores = choices
      return
    }
    let fields = classColumns()
    if fields.count > 1 {
      for (field, _) in fields {
        take(field)
        record(.scores, field.path.description, "a column for one label")
      }
      parts.scores = .columns(
        fields.map { .init(label: $0.label, place: $0.field.components) })
      return
    }
    recogniseLogits()
  }

  private func columns(_ paths: [String]) -> [RecognisedParts.ScoreSource.Column] {
    let outputs = outputLabels
    return paths.map { path in
      let label = census.field(at: path).flatMap { classLabel(of: $0, among: outputs) }
      return .init(label: label ?? path, place: place(of: path))
    }
  }

  func source(at path: String) -> RecognisedParts.ScoreSource {
    guard let field = census.field(at: path), field.lists > field.objects else {
      return .object(place(of: path))
    }
    if field.labelledLists > 0 { return .entries(field.components) }
    let labels = ["labels", "classes", "class_names", "choices"].compactMap(census.field(at:))
      .first { $0.lists > 0 && $0.listLengths == field.listLengths }
    return .list(field.components, labels: labels?.components)
  }

  /// Numbers that add up to 1; a field that is called probabilities may also hold several labels.
  private func areProbabilities(_ field: FieldFacts) -> Bool {
    let shaped = field.numberMaps + field.numberLists + field.labelledLists
    guard shaped > 0, shaped * 10 >= field.present * 9 else { return false }
    if field.lastName.hasPrefix("prob"), field.numberMaps > 0 { return true }
    var sums = 0
    let source = self.source(at: field.path.description)
    sample.forEach { tape, bytes in
      let scores = ScoreReader.scores(source, of: tape, in: bytes)
      if scores.count > 1, abs(scores.reduce(0) { $0 + $1.probability } - 1) < 0.05 { sums += 1 }
    }
    return sums * 10 >= field.present * 8
  }

  // MARK: judges

  private mutating func recogniseJudges() {
    if let paths = chosen[.judges] {
      addJudges(paths.compactMap(census.field(at:)), why: Self.byHand)
      return
    }
    let inspect = scorers().filter { !isTaken($0) }
    let named = census.fields.filter { !isTaken($0) && $0.isJudge && !isAside($0) }
    let parts = scoreParts()
    if named.count > 1 {
      addJudges(named, why: "its name says that it is a grade")
    } else if inspect.count > 1 {
      addJudges(inspect, why: "the value of a scorer")
    } else if parts.count > 1 {
      addJudges(parts, why: "a number in scores; together they are no probabilities")
    }
  }

  private func scoreParts() -> [FieldFacts] {
    census.fields.filter {
      $0.depth == 2 && $0.components[0] == .key("scores") && $0.isNumeric && !$0.hasIndex
        && parts.scores == nil
    }
  }

  private mutating func addJudges(_ fields: [FieldFacts], why: String) {
    let top = fields.map(\.scaleTop).max() ?? 1
    for field in fields {
      let path = field.path.description
      let high = field.scaleTop == 1 && field.minimum >= 1 ? top : field.scaleTop
      let low: Double = field.minimum < 1 || high == 1 || high >= 100 ? 0 : 1
      let judge = RecognisedParts.Judge(
        name: Self.judgeName(field), place: field.components, low: low, high: high)
      take(field)
      parts.judges.append(judge)
      record(
        .judges, path,
        "\(why); a scale from \(ShortNumber.text(low)) to \(ShortNumber.text(high)), "
          + "passes at \(ShortNumber.text(judge.passMark))")
    }
  }

  /// `helpfulness_score` is the judge `helpfulness`; of a scorer its name.
  private static func judgeName(_ field: FieldFacts) -> String {
    let keys = field.components.compactMap { if case .key(let key) = $0 { key } else { nil } }
    var name = keys.last ?? field.path.description
    if name == "value", keys.count > 1 { name = keys[keys.count - 2] }
    for ending in ["_score", "_rating"] where name.hasSuffix(ending) && name != ending {
      name = String(name.dropLast(ending.count))
    }
    return name
  }
}

extension FieldFacts {
  /// A number whose name ends in score or rating, or begins with judge.
  fileprivate var isJudge: Bool {
    guard isScalar, isNumeric, !hasIndex, depth <= 3, !lastName.hasSuffix("id"),
      !["tox", "unsafe", "nsfw", "confidence", "yscore"].contains(where: lastName.hasPrefix)
    else { return false }
    let isGrade = ["score", "rating"].contains { lastName.hasSuffix($0) && lastName != $0 }
    return isGrade || wholeName.hasPrefix("judge")
  }

  /// The top of the scale that the values seem to use.
  fileprivate var scaleTop: Double {
    guard maximum.isFinite else { return 1 }
    return [1, 5, 10, 100].first { maximum <= $0 } ?? maximum
  }
}
