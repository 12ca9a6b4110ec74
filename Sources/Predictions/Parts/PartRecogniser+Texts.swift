/// Input, output and target.
extension PartRecogniser {
  typealias TextSource = RecognisedParts.TextSource

  mutating func recogniseTexts() {
    parts.output = chooseAmongChoices() ?? recogniseText(.output)
    spellOutOutput()
    parts.input = recogniseText(.input)
    splitConversation()
    readLoneTextAsOutput()
    readLabelAsOutput()
    if parts.input == nil { useLastResortInput() }
    parts.target = recogniseText(.target) ?? findMarkedCandidates()
    readTargetAsChoice()
  }

  private mutating func recogniseText(_ part: Part) -> TextSource? {
    if let (path, place) = chosenPlace(part) {
      record(part, path, Self.byHand)
      return .field(place)
    }
    guard let (field, why) = findText(part) else { return nil }
    let leaf = resolve(field, as: part)
    take(field)
    take(leaf)
    let path = leaf.path.description
    record(part, path, path == field.path.description ? why : "\(field.path) holds it at \(path)")
    return .field(leaf.components)
  }

  /// Whole names, then places that other tools use, then last components, then endings of names.
  private func findText(_ part: Part) -> (field: FieldFacts, why: String)? {
    let names = PartNames.names(of: part)
    for mayBeSparse in [false, true] {
      let fits = { (field: FieldFacts) in
        isText(field, for: part) && (mayBeSparse || field.filled * 2 >= census.rows)
      }
      let isWhole = { (field: FieldFacts) in field.depth == 1 && fits(field) }
      if let found = find(names, where: isWhole) { return found }
      if let found = findShape(of: part, where: fits) { return found }
      if let found = findGenericLeaf(names, where: fits) { return found }
      if let found = find(names, where: fits) { return found }
      if let found = findByEnding(of: part, where: fits) { return found }
    }
    return nil
  }

  private func isText(_ field: FieldFacts, for part: Part) -> Bool {
    guard !field.isHash, field.depth == 1 || field.filled > 0 else { return false }
    let isListOfObjects =
      field.lists > field.chats
      && (census.field(at: field.path.description + "[0]")?.objects ?? 0) > 0
    switch part {
    case .input:
      guard field.booleans == 0, !isListOfObjects || field.chats > 0 else { return false }
      let isWeak = PartNames.weakInputs.contains(field.lastName)
      return !isWeak || field.isProse || field.chats > 0 || field.isUnique && !field.isNumeric
    case .target:
      // Right or wrong beside a free text is a verdict, and candidates are no reference.
      guard !isListOfObjects, field.lastName == "label" else { return !isListOfObjects }
      return !(field.isPureBoolean && (hasProse || isOutputNoVerdict))
        && !Self.isInsideAPart(field) && field.parentName != "provider"
    default: return !isListOfObjects || field.chats > 0
    }
  }

  /// A text that is neither true nor false cannot equal a label that is.
  private var isOutputNoVerdict: Bool {
    guard let output = parts.output else { return false }
    return census.field(at: FieldCensus.text(of: output.place)).map { !$0.isBoolean } ?? false
  }

  private var hasProse: Bool { census.fields.contains { $0.depth == 1 && $0.isProse } }

  private func findShape(
    of part: Part, where isFit: (FieldFacts) -> Bool
  ) -> (field: FieldFacts, why: String)? {
    for (path, tool) in PartNames.shapes(of: part) {
      if let field = census.field(at: path), field.present > 0, !isTaken(field), isFit(field) {
        return (field, "where \(tool) writes it")
      }
    }
    return nil
  }

  /// `completions[0].text` answers to `completion`.
  private func findGenericLeaf(
    _ names: [String], where isFit: (FieldFacts) -> Bool
  ) -> (field: FieldFacts, why: String)? {
    let leaves = census.fields.filter {
      $0.depth > 1 && $0.present > 0 && !isTaken($0) && $0.objects == 0 && !isAside($0)
        && PartNames.genericLeaves.contains($0.lastName) && isFit($0) && isAlone($0)
    }
    for name in names {
      let isNamed = { (field: FieldFacts) in
        field.parentName == name || field.parentName == name + "s"
      }
      if let field = leaves.first(where: isNamed) {
        return (field, "the \(field.lastName) of \(name)")
      }
    }
    return nil
  }

  /// Of lists with several elements, the first is no more the part than the others.
  private func isAlone(_ field: FieldFacts) -> Bool {
    for length in field.components.indices {
      guard case .index = field.components[length] else { continue }
      let list = FieldCensus.text(of: Array(field.components[..<length]))
      if census.field(at: list)?.listLengths?.upperBound ?? 1 > 1 { return false }
    }
    return true
  }

  /// `model_a_response`, `predicted_intent`: the last thing to try.
  private func findByEnding(
    of part: Part, where isFit: (FieldFacts) -> Bool
  ) -> (field: FieldFacts, why: String)? {
    guard let affixes = Self.affixes[part] else { return nil }
    let fields = census.fields.filter {
      $0.present > 0 && !isTaken($0) && $0.depth <= 2 && !$0.hasIndex && $0.strings > 0
        && $0.isScalar && isFit($0)
    }
    for (affix, isPrefix) in affixes {
      let isNamed = { (field: FieldFacts) in
        isPrefix ? field.lastName.hasPrefix(affix) : field.lastName.hasSuffix(affix)
      }
      if let field = fields.first(where: isNamed) {
        return (field, "its name \(isPrefix ? "begins" : "ends") with \(affix)")
      }
    }
    return nil
  }

  private static let affixes: [Part: [(String, isPrefix: Bool)]] = [
    .input: [("prompt", false), ("question", false), ("query", false), ("inputtext", false)],
    .output: [
      ("predicted", true), ("prediction", false), ("pred", false), ("response", false),
      ("modeloutput", false), ("completion", false), ("reply", false),
    ],
    .target: [
      ("true", true), ("gold", true), ("expected", true), ("groundtruth", true), ("actual", true),
      ("gold", false), ("groundtruth", false),
    ],
  ]
}

extension FieldFacts {
  /// True and false as JSON writes them, nothing else.
  var isPureBoolean: Bool { booleans > 0 && booleans == present }
}
