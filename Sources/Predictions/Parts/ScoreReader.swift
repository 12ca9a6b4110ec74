/// Reads class probabilities and log-probabilities of a row.
enum ScoreReader {
  /// A label, as the row or the header writes it, and its probability.
  struct Score: Hashable {
    let label: String
    let probability: Double
  }

  /// All labels with their probabilities, in the order of the row.
  static func scores(
    _ source: RecognisedParts.ScoreSource, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> [Score] {
    var scores: [Score] = []
    forEach(source, of: tape, in: bytes) { label, probability in
      scores.append(Score(label: label.text(of: tape, in: bytes), probability: probability))
    }
    return scores
  }

  /// Where a label is written; read only where it is shown.
  enum Label {
    case node(Int)
    case name(String)
    case place(Int)

    func text(of tape: JSONTape, in bytes: UnsafeRawBufferPointer) -> String {
      switch self {
      case .node(let node): tape.text(of: node, in: bytes)
      case .name(let name): name
      case .place(let place): String(place)
      }
    }
  }

  /// Calls `body` with each label and its probability; what is no number is passed over.
  static func forEach(
    _ source: RecognisedParts.ScoreSource, of tape: JSONTape, in bytes: UnsafeRawBufferPointer,
    _ body: (Label, Double) -> Void
  ) {
    switch source {
    case .object(let place):
      guard let object = tape.value(at: place, in: bytes), tape[object].kind == .object else {
        return
      }
      var key = object + 1
      while key < tape[object].after {
        if let number = tape.number(of: key + 1, in: bytes) { body(.node(key), number) }
        key = tape[key + 1].after
      }
    case .entries(let place):
      guard let list = tape.value(at: place, in: bytes) else { return }
      for entry in tape.children(of: list) {
        guard let label = tape.value(forKey: "label".utf8, of: entry, in: bytes),
          let score = tape.value(forKey: "score".utf8, of: entry, in: bytes),
          let number = tape.number(of: score, in: bytes)
        else { continue }
        body(.node(label), number)
      }
    case .list(let place, let labels):
      guard let list = tape.value(at: place, in: bytes) else { return }
      let names = labels.flatMap { tape.value(at: $0, in: bytes) }.map {
        Array(tape.children(of: $0))
      }
      for (index, element) in tape.children(of: list).enumerated() {
        guard let number = tape.number(of: element, in: bytes) else { continue }
        let name = names.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        body(name.map(Label.node) ?? .place(index), number)
      }
    case .columns(let columns):
      for column in columns {
        guard let node = tape.value(at: column.place, in: bytes),
          let number = tape.lenientNumber(of: node, in: bytes)
        else { continue }
        body(.name(column.label), number)
      }
    case .choices(let place, let among):
      guard let list = tape.value(at: place, in: bytes) else { return }
      let texts = ChoiceReader.texts(at: among, of: tape, in: bytes)
      let shares = Softmax.shares(of: ChoiceReader.logarithms(of: list, of: tape, in: bytes))
      for (index, share) in shares.enumerated() {
        body(texts.indices.contains(index) ? .node(texts[index]) : .place(index), share)
      }
    case .logits(let numbers):
      var labels: [Label] = []
      var logits: [Double] = []
      forEach(numbers, of: tape, in: bytes) { label, number in
        labels.append(label)
        logits.append(number)
      }
      for (label, share) in zip(labels, Softmax.shares(of: logits)) { body(label, share) }
    }
  }

  /// A number, the mean of a list of them, or of the `logprob` of a list of tokens.
  static func meanLogarithm(
    at node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> Double? {
    guard tape[node].kind == .array else { return tape.lenientNumber(of: node, in: bytes) }
    var sum = 0.0
    var count = 0
    for element in tape.children(of: node) {
      let value =
        tape[element].kind == .object
        ? tape.value(forKey: "logprob".utf8, of: element, in: bytes) : element
      guard let value, let number = tape.lenientNumber(of: value, in: bytes) else { continue }
      sum += number
      count += 1
    }
    return count == 0 ? nil : sum / Double(count)
  }
}
