/// Which fields are segments.
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
