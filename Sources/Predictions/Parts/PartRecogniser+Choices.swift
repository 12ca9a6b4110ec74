/// Answers that were chosen from a list: letters, marked candidates, choices by log-probability.
extension PartRecogniser {
  /// HELM's ` D` is shown as what `output_mapping` has for it.
  mutating func spellOutOutput() {
    guard chosen[.output] == nil, case .field(let place) = parts.output,
      let table = census.fields.first(where: {
        $0.wholeName == "outputmapping" && $0.objects > 0
      })
    else { return }
    parts.output = .mapped(place, words: table.components)
    parts.fields[.output] = parts.fields[.output]?.map {
      RecognisedField(path: $0.path, why: "\($0.why); spelled out by \(table.path)")
    }
  }

  /// A list of candidates in which the right ones are marked.
  mutating func findMarkedCandidates() -> TextSource? {
    guard chosen[.target] == nil else { return nil }
    let lists = census.fields.filter { $0.lists > $0.chats && $0.depth <= 3 && !isAside($0) }
    for list in lists where !isTaken(list) {
      let element = list.path.description + "[0]."
      guard hasCandidates(element), isMarked(list) else { continue }
      take(list)
      record(.target, list.path.description, "those in it that are marked as correct")
      return .marked(list.components)
    }
    return nil
  }

  /// The elements have a text that plays no part yet, and something that can mark them.
  private func hasCandidates(_ element: String) -> Bool {
    let texts = MarkedCandidates.textPaths.compactMap {
      census.field(at: element + $0.description)
    }
    guard let text = texts.first(where: { $0.strings > 0 }), !isTaken(text) else { return false }
    if let tags = census.field(at: element + "tags"), tags.lists > 0 { return true }
    return MarkedCandidates.flags.contains {
      census.field(at: element + $0)?.isPureBoolean ?? false
    }
  }

  /// Most lists have a candidate that is marked.
  private func isMarked(_ list: FieldFacts) -> Bool {
    var marked = 0
    sample.forEach { tape, bytes in
      guard let node = tape.value(at: list.components, in: bytes) else { return }
      if !MarkedCandidates.texts(of: node, of: tape, in: bytes).isEmpty { marked += 1 }
    }
    return marked * 2 > list.present
  }

  // MARK: choices by log-probability

  private static let choices: RecognisedParts.Place = [.key("filtered_resps")]
  private static let requests: RecognisedParts.Place = [.key("arguments")]

  /// lm-evaluation-harness: a pair of log-probability and flag for each choice.
  private var choiceList: FieldFacts? {
    guard let list = census.field(at: "filtered_resps"), list.lists == list.present,
      let lengths = list.listLengths, lengths.lowerBound > 1,
      let pair = census.field(at: "filtered_resps[0]"), pair.listLengths == 2...2,
      let number = census.field(at: "filtered_resps[0][0]"), number.isNumeric, number.maximum <= 0
    else { return nil }
    return list
  }

  mutating func chooseAmongChoices() -> TextSource? {
    guard chosen[.output] == nil, let list = choiceList else { return nil }
    take(list)
    let hasTexts =
      census.fields.contains { $0.components.starts(with: Self.requests) && $0.strings > 0 }
    record(
      .output, list.path.description,
      hasTexts
        ? "the most likely choice, whose text is in arguments"
        : "the most likely choice, by its place: the row has no `arguments` with the texts")
    return .bestChoice(Self.choices, among: Self.requests)
  }

  /// The choices as labels, their probabilities by softmax.
  mutating func choiceScores() -> RecognisedParts.ScoreSource? {
    guard case .bestChoice = parts.output else { return nil }
    record(.scores, "filtered_resps", "softmax over the log-probabilities of the choices")
    return .choices(Self.choices, among: Self.requests)
  }

  /// The target of such rows often is the right choice's place.
  mutating func readTargetAsChoice() {
    guard chosen[.target] == nil, case .bestChoice = parts.output,
      case .field(let place) = parts.target, let list = choiceList,
      let field = census.field(at: FieldCensus.text(of: place)), field.isNumeric,
      field.minimum >= 0, field.integers == field.readNumbers,
      field.maximum < Double(list.listLengths?.upperBound ?? 0), !isAmongChoices(place)
    else { return }
    parts.target = .choice(place, among: Self.requests)
    parts.fields[.target] = parts.fields[.target]?.map {
      RecognisedField(path: $0.path, why: "\($0.why); the place of the right choice, from 0")
    }
  }

  /// Choices that are numbers themselves are named by their text.
  private func isAmongChoices(_ place: RecognisedParts.Place) -> Bool {
    var rows = 0
    var same = 0
    sample.forEach { tape, bytes in
      guard let node = tape.value(at: place, in: bytes) else { return }
      let target = tape.text(of: node, in: bytes).trimmed
      rows += 1
      let texts = ChoiceReader.texts(at: Self.requests, of: tape, in: bytes)
      if texts.contains(where: { tape.text(of: $0, in: bytes).trimmed == target }) { same += 1 }
    }
    return same == rows
  }
}
