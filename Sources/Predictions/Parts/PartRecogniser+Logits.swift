/// Logits, and labels with their scores: what pipelines write.
extension PartRecogniser {
  private static let logitNames: Set<String> = ["logits", "logit", "rawlogits", "classlogits"]

  /// Logits are read by softmax where it is known what their places mean.
  mutating func recogniseLogits() {
    guard
      let field = census.fields.first(where: {
        Self.logitNames.contains($0.lastName) && $0.depth <= 2 && $0.present > 0 && !isTaken($0)
      })
    else { return }
    take(field)
    let path = field.path.description
    let hasNames = field.objects > field.lists || namesItsPlaces(path)
    guard field.numberLists == field.present || field.objects == field.present else {
      parts.ignored.append("\(path) is ignored: not every row has a list of numbers in it")
      return
    }
    guard hasNames || outputsArePlaces(of: field) else {
      parts.ignored.append(
        "\(path) is ignored: nothing says which class each number belongs to; put the names "
          + "beside it as a list `labels`, or write an object of label and number")
      return
    }
    record(.scores, path, "softmax over the logits")
    parts.scores = .logits(source(at: path))
  }

  /// A list of labels of the same length lies beside it.
  private func namesItsPlaces(_ path: String) -> Bool {
    guard case .list(_, let labels) = source(at: path) else { return false }
    return labels != nil
  }

  /// The outputs are numbers of classes, such as 1 or `LABEL_1`.
  private func outputsArePlaces(of field: FieldFacts) -> Bool {
    let labels = outputLabels
    guard let length = field.listLengths?.lowerBound, !labels.isEmpty else { return false }
    return labels.allSatisfy { label in
      let digits = label.hasPrefix("LABEL_") ? label.dropFirst(6) : label[...]
      return Int(digits).map { (0..<length).contains($0) } ?? false
    }
  }

  /// A label beside its score is what a classification pipeline answered.
  mutating func readLabelAsOutput() {
    guard parts.output == nil, chosen[.output] == nil, chosen[.confidence] == nil,
      let label = census.field(at: "label"), label.strings == label.present, label.present > 0,
      !label.isNumeric, !label.isBoolean, !isTaken(label), !label.isProse,
      let score = census.field(at: "score"), score.isProbability, !score.isZeroOrOne,
      score.present * 2 > label.present
    else { return }
    take(label)
    labelScore = score
    parts.output = .field(label.components)
    record(.output, "label", "a label beside its score, and nothing else is the output")
  }
}
