/// Texts that do not stand in the field of their part but follow from it.
enum DerivedText {
  /// The texts, of which a target may have several; nothing for a source that is read as it is.
  static func texts(
    _ source: RecognisedParts.TextSource, at node: Int, of tape: JSONTape,
    in bytes: UnsafeRawBufferPointer
  ) -> [String]? {
    switch source {
    case .field, .turnsBeforeLast, .lastTurn: nil
    case .mapped(_, let words): [mapped(node, words, of: tape, in: bytes)]
    case .marked: MarkedCandidates.texts(of: node, of: tape, in: bytes)
    case .bestChoice(_, let among):
      ChoiceReader.best(of: node, of: tape, in: bytes).map {
        [choice($0, among, of: tape, in: bytes)]
      } ?? []
    case .choice(_, let among): [numbered(node, among, of: tape, in: bytes)]
    }
  }

  /// What the table says for ` D`; the letter itself where the table does not have it.
  private static func mapped(
    _ node: Int, _ words: RecognisedParts.Place, of tape: JSONTape,
    in bytes: UnsafeRawBufferPointer
  ) -> String {
    let letter = tape.text(of: node, in: bytes)
    guard let table = tape.value(at: words, in: bytes),
      let word = tape.value(forKey: letter.trimmed.utf8, of: table, in: bytes)
    else { return letter }
    return tape.text(of: word, in: bytes)
  }

  private static func choice(
    _ index: Int, _ among: RecognisedParts.Place, of tape: JSONTape,
    in bytes: UnsafeRawBufferPointer
  ) -> String {
    let texts = ChoiceReader.texts(at: among, of: tape, in: bytes)
    guard texts.indices.contains(index) else { return "choice \(index)" }
    return tape.text(of: texts[index], in: bytes).trimmed
  }

  private static func numbered(
    _ node: Int, _ among: RecognisedParts.Place, of tape: JSONTape,
    in bytes: UnsafeRawBufferPointer
  ) -> String {
    let number = tape.text(of: node, in: bytes)
    guard let index = Int(number.trimmed), index >= 0 else { return number }
    return choice(index, among, of: tape, in: bytes)
  }
}

/// Lists of candidates in which the right ones are marked, as HELM's references are.
enum MarkedCandidates {
  /// Where a candidate has its text, and what marks it.
  static let textPaths = ["output.text", "text", "content", "answer"].map(FieldPath.init)
  static let flags = ["correct", "is_correct", "isCorrect"]

  /// The texts of the candidates that are marked.
  static func texts(
    of list: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> [String] {
    tape.children(of: list).filter { isMarked($0, of: tape, in: bytes) }.compactMap { candidate in
      let node = textPaths.lazy.compactMap {
        tape.value(at: $0, from: candidate, in: bytes)
      }.first
      return node.map { tape.text(of: $0, in: bytes) }
    }
  }

  private static func isMarked(
    _ candidate: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    if let tags = tape.value(forKey: "tags".utf8, of: candidate, in: bytes) {
      return tape.children(of: tags).contains { tape.text(of: $0, in: bytes) == "correct" }
    }
    return flags.contains { flag in
      guard let mark = tape.value(forKey: flag.utf8, of: candidate, in: bytes) else { return false }
      return tape[mark].kind == .true
    }
  }
}
