/// What to say of a file: which parts are missing, and what is odd about its rows.
extension PartRecogniser {
  mutating func explainWhatIsMissing() {
    guard census.rows > 0 else {
      if sample.seen > 0 {
        parts.notes.append("no row at the start of the file could be read as an object")
      }
      return
    }
    if census.fields.count == FieldCensus.fieldLimit {
      parts.notes.append(
        "only the first \(FieldCensus.fieldLimit) fields were looked at; others can be named")
    }
    explainEvents()
    explainRepeatedKeys()
    if parts.input == nil {
      parts.notes.append(
        "no input recognised: say which field it is with --input FIELD"
          + candidates())
    }
    if parts.output == nil {
      parts.notes.append(
        "no output recognised: say which field it is with --output FIELD"
          + candidates())
      explainLabelWithoutOutput()
    }
    giveExample()
    parts.notes += parts.ignored
    explainUnusedProbabilities()
  }

  private mutating func explainRepeatedKeys() {
    var keys: [String] = []
    sample.forEach { tape, row in
      if let key = tape.repeatedKey(in: row) { keys.append(key) }
    }
    guard let first = keys.first else { return }
    let rows = keys.count == 1 ? "a row has" : "\(keys.count) of the first \(census.rows) rows have"
    parts.notes.append("\(rows) a key twice, “\(first)”: the last of its values counts")
  }

  /// The log of OpenAI evals has a row for each event, of which several make one prediction.
  private mutating func explainEvents() {
    let names = ["sample_id", "event_id", "type", "data.prompt", "data.sampled"]
    guard names.allSatisfy({ census.field(at: $0) != nil }) else { return }
    parts.notes.append(
      "rows are events of OpenAI evals, several for one prediction: join them with jq -cs "
        + "'map(select(.sample_id)) | group_by(.sample_id)[] | {id: .[0].sample_id} + "
        + "(map(.data) | add)' FILE > predictions.jsonl")
  }

  /// A `label` beside probabilities may be the model's or the reference, and nothing tells which.
  private mutating func explainLabelWithoutOutput() {
    if let target = parts.fields[.target]?.first, target.path.hasSuffix("label") {
      parts.notes.append(
        "\(target.path) was read as the target: if it is what the model said, give "
          + "--output \(target.path)")
    }
    guard let scores = parts.fields[.scores]?.first?.path else { return }
    parts.notes.append(
      "the probabilities in \(scores) do not say which label the model gave: write it as a field")
  }

  /// The options as they would be typed, since a name in another script says little by itself.
  private mutating func giveExample() {
    guard parts.input == nil, parts.output == nil else { return }
    let fields = candidateFields().filter { $0.depth == 1 }.prefix(2).sorted { $0.order < $1.order }
    guard fields.count == 2 else { return }
    let names = fields.map { ShellWord.quoted($0.path.description) }
    parts.notes.append("for example: --input \(names[0]) --output \(names[1])")
  }

  private func candidates() -> String {
    let paths = candidateFields().prefix(5).map(\.path.description)
    return paths.isEmpty ? "" : "; candidates: " + paths.joined(separator: ", ")
  }

  /// Texts that play no part, the longest of the highest level first.
  private func candidateFields() -> [FieldFacts] {
    let texts = census.fields.filter {
      (!isTaken($0) || isSegment($0)) && $0.present > 0 && !$0.isHash && !$0.isIdentifierLike
        && ($0.strings > 0 && $0.isScalar && !$0.isNumeric || $0.chats > 0) && !isAside($0)
    }
    return texts.sorted { ($0.depth, -$0.meanLength) < ($1.depth, -$1.meanLength) }
  }
}
