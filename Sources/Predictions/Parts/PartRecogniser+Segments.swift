/// Segments, and what to say where a part is missing.
extension PartRecogniser {
  mutating func recogniseSegments() {
    if let chosen = chosen[.segments] {
      for path in chosen.prefix(SegmentCodes.limit) { addChosenSegment(path) }
      return
    }
    for field in census.fields where parts.segments.count < SegmentCodes.limit {
      guard looksLikeSegment(field) else { continue }
      addSegment(field, why: "\(field.distinct.count) different values")
    }
    for path in otherSegments where parts.segments.count < SegmentCodes.limit {
      guard let field = census.field(at: path), !isTaken(field), field.isScalar else { continue }
      addSegment(field, why: "a segment of another file")
    }
  }

  /// Who names a field of many numbers is asked no more: these are put into a few ranges. By
  /// itself no such field becomes a segment.
  private mutating func addChosenSegment(_ path: String) {
    let place = place(of: path)
    parts.segments.append((path, place))
    guard let bins = otherBins[path] ?? bins(of: place) else {
      return record(.segments, path, Self.byHand)
    }
    parts.bins[path] = bins
    record(
      .segments, path, "\(Self.byHand), in ranges: \(bins.labels.joined(separator: ", "))")
  }

  /// Nothing where more than one value in twenty is no number.
  private func bins(of place: RecognisedParts.Place) -> SegmentBins? {
    let texts = sample.texts(at: place).compactMap(\.self).map(\.trimmed).filter { !$0.isEmpty }
    let numbers = texts.compactMap(NumberText.value(of:))
    return numbers.count * 20 >= texts.count * 19 ? SegmentBins(numbers: numbers) : nil
  }

  private mutating func addSegment(_ field: FieldFacts, why: String) {
    take(field)
    parts.segments.append((field.path.description, field.components))
    record(.segments, field.path.description, why)
  }

  func isSegment(_ field: FieldFacts) -> Bool {
    parts.segments.contains { $0.place == field.components }
  }

  private func looksLikeSegment(_ field: FieldFacts) -> Bool {
    let depthLimit = field.parentName == "metadata" ? 3 : 2
    guard !isTaken(field), field.isScalar, field.depth <= depthLimit, !field.hasIndex,
      !isAside(field),
      !field.hasManyValues, field.distinct.count >= 2, !field.isHash, field.linedTexts == 0,
      field.meanLength <= 40, !Self.isInsideAPart(field), !field.isMeasurement,
      !Self.answerNames.contains(field.lastName)
    else { return false }
    // Places and counts repeat as well, but hardly any value of theirs does.
    guard !field.isNumeric || field.filled < 10 || field.distinct.count * 3 <= field.filled else {
      return false
    }
    guard field.isUnique else { return true }
    // In a short file ids and measurements have few values too, and every row its own.
    return field.filled < 10 && !field.isIdentifierLike && field.integers == field.readNumbers
      && field.spacedTexts == 0
  }

  /// What is named like an answer is one, also where another field was chosen.
  private static let answerNames = Set(
    PartNames.names(of: .output) + PartNames.names(of: .target))

  /// `output.model` tells about the output, not about the prediction.
  static func isInsideAPart(_ field: FieldFacts) -> Bool {
    guard field.depth > 1, field.parentName != "metadata",
      case .key(let key) = field.components[0]
    else { return false }
    let name = PartNames.normalised(key)
    return [Part.input, .output, .target, .scores].contains {
      PartNames.names(of: $0).contains(name)
    }
  }

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

extension FieldFacts {
  /// A number that was measured for each row: named like one, or with decimals of too many values.
  var isMeasurement: Bool {
    guard isNumeric else { return false }
    if Self.measures.contains(where: lastName.hasSuffix) { return true }
    return integers < readNumbers && (distinct.count > 12 || distinct.count * 4 > filled)
  }

  private static let measures = [
    "latency", "latencyms", "cost", "costusd", "duration", "durationms", "elapsed", "seconds",
    "ms", "tokens", "tokencount", "wordcount", "length", "loss", "perplexity", "ppl", "price",
    "pertime", "perexample", "score", "scores", "prob", "proba", "probability", "logprob", "logit",
    "confidence", "norm", "f1", "bleu", "rouge1", "rouge2", "rougel", "similarity", "distance",
    "reward", "error", "residual",
  ]

  var readNumbers: Int { numbers + numericTexts }

  /// A date as text, or seconds since 1970; not how long something took.
  var isTime: Bool { strings > 0 && meanLength >= 4 || isNumeric && minimum > 100_000_000 }

  /// Names of things that tell rows apart.
  var isIdentifierLike: Bool {
    ["id", "uuid", "guid", "hash", "url", "path", "time", "date", "timestamp", "index", "idx"]
      .contains { lastName.hasSuffix($0) }
  }
}
