/// Values inside of objects, and conversations.
extension PartRecogniser {
  /// The field inside of `field` that holds its text: `output` → `output.choices[0].message.content`.
  ///
  /// A field that is no object is itself, but for a list that always holds exactly one text.
  func resolve(_ field: FieldFacts, as part: Part) -> FieldFacts {
    var field = field
    for _ in 0..<FieldCensus.depthLimit {
      guard let inner = step(into: field, as: part) else { return field }
      field = inner
    }
    return field
  }

  /// Where responses of model interfaces have their text.
  private static let places = [
    ".choices[0].message.content", ".choices[0].text", ".message.content",
    ".body.choices[0].message.content", ".body.choices[0].text",
  ]

  private func step(into field: FieldFacts, as part: Part) -> FieldFacts? {
    let path = field.path.description
    if field.objects == 0 {
      guard field.lists > field.chats, field.listLengths == 1...1, part != .target,
        let element = census.field(at: path + "[0]"), element.present == field.present,
        element.strings == element.present || element.objects == element.present
      else { return nil }
      return element
    }
    // Where some rows hold the text itself, the reader finds it at the shorter path.
    let children = census.children(of: field).filter {
      $0.present > 0 && !$0.isHash && ($0.filled * 2 >= field.objects || $0.objects > 0)
    }
    let names =
      (part == .output ? ["completion"] : []) + PartNames.genericLeaves
      + PartNames.names(of: part)
    for name in names {
      if let child = children.first(where: { $0.lastName == name }) { return child }
    }
    for inner in Self.places {
      if let leaf = census.field(at: path + inner), leaf.present > 0 { return leaf }
    }
    if part == .output, let completion = emptyCompletion(of: field) { return completion }
    return children.count == 1 && children[0].strings > 0 ? children[0] : nil
  }

  /// Where no model answered, Inspect writes no choices and an empty completion: an empty output, and
  /// no object that anybody said.
  private func emptyCompletion(of field: FieldFacts) -> FieldFacts? {
    let path = field.path.description
    guard let completion = census.field(at: path + ".completion"),
      completion.strings == field.objects, completion.filled == 0,
      let choices = census.field(at: path + ".choices"), choices.lists == choices.present
    else { return nil }
    return completion
  }

  /// A conversation that the model ended is input and output at once.
  mutating func splitConversation() {
    guard parts.output == nil, chosen[.output] == nil,
      let chat = census.fields.first(where: { $0.chats * 2 > $0.present && endsWithModel($0) })
    else { return }
    let path = chat.path.description
    take(chat)
    parts.output = .lastTurn(chat.components)
    record(.output, path, "the last turn of \(path)")
    guard chosen[.input] == nil,
      parts.input == nil || parts.input == .field(chat.components)
    else { return }
    parts.input = .turnsBeforeLast(chat.components)
    parts.fields[.input] = nil
    record(.input, path, "all turns of \(path) but the last")
  }

  private func endsWithModel(_ chat: FieldFacts) -> Bool {
    var ended = 0
    sample.forEach { tape, bytes in
      guard let node = tape.value(at: chat.components, in: bytes),
        ChatReader.isChat(node, of: tape, in: bytes),
        let role = ChatReader.lastRole(of: node, of: tape, in: bytes), ChatReader.isModel(role)
      else { return }
      ended += 1
    }
    return ended * 2 > chat.present
  }

  /// A text in a file of answers is the answer, where nothing else is.
  mutating func readLoneTextAsOutput() {
    guard parts.output == nil, chosen[.output] == nil, chosen[.input] == nil,
      case .field(let place) = parts.input, case .key(let key) = place.last,
      ["text", "content"].contains(PartNames.normalised(key)), place.count == 1,
      let sign = census.fields.first(where: { Self.answerSigns.contains($0.wholeName) })
    else { return }
    parts.output = parts.input
    parts.input = nil
    parts.fields[.input] = nil
    record(.output, key, "the only text, in a file that has \(sign.path)")
  }

  private static let answerSigns: Set<String> = [
    "answerid", "modelid", "model", "modelname", "generator", "choiceid", "completionid",
  ]

  mutating func useLastResortInput() {
    for (path, tool) in PartNames.lastResortInputs {
      guard let field = census.field(at: path), field.strings > 0 else { continue }
      take(field)
      record(.input, path, "where \(tool) writes the prompt")
      parts.input = .field(field.components)
      return
    }
  }
}
