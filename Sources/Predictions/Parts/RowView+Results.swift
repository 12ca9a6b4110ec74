extension RowView {
  /// What the run's own metric says, where the row says it.
  ///
  /// - Parameter text: has the decoded output, which is compared with the target where no field tells.
  func automaticResult(_ text: DigestText, scratch: inout [UInt8]) -> AutomaticResult? {
    switch plan.parts.automatic {
    case .verdict: return node(.automatic).flatMap(verdict)
    case .grade:
      guard let grade = number(.automatic), !grade.isNaN else { return nil }
      return .score(grade)
    case .comparison:
      guard let source = plan.parts.target, let target = node(.target), node(.output) != nil,
        !isBlank(target)
      else { return nil }
      guard let output = text.output(of: self, upTo: longest(source, target)) else {
        return .incorrect
      }
      let isSame = TargetComparison.isSame(
        output: output, source, target: target, of: tape, in: bytes, scratch: &scratch)
      return isSame ? .correct : .incorrect
    case nil: return nil
    }
  }

  /// Whether output and target are the same, where both are texts that need no decoding; nothing
  /// where it takes ``automaticResult(_:scratch:)`` to tell.
  @inline(__always)
  var isSameAsWritten: Bool? {
    guard plan.comparesTexts, let output = node(.output), let target = node(.target),
      tape[output].kind == .string, !tape[output].hasEscapes,
      tape[target].kind == .string, !tape[target].hasEscapes, !isBlank(target)
    else { return nil }
    return TargetComparison.isSame(tape.raw(output, in: bytes), tape.raw(target, in: bytes))
  }

  /// Longer than this nothing is that a target says.
  private func longest(_ source: RecognisedParts.TextSource, _ target: Int) -> Int {
    // A byte that is not UTF-8 is read as three; what follows from a field can be of any length.
    source.isField ? 3 * (tape[target].end - tape[target].start) : .max
  }

  private func verdict(_ node: Int) -> AutomaticResult? {
    switch tape[node].kind {
    case .true: return .correct
    case .false: return .incorrect
    case .number, .string:
      guard let value = GradeText.value(of: tape.text(of: node, in: bytes).trimmed),
        !value.isNaN
      else { return nil }
      if value == 1 { return .correct }
      return value == 0 ? .incorrect : .score(value)
    default: return nil
    }
  }

  @inline(__always)
  private func isBlank(_ node: Int) -> Bool {
    guard tape[node].kind == .string else { return false }
    let text = tape.raw(node, in: bytes)
    guard let first = text.first, first == 0x20 else { return text.isEmpty }
    return text.allSatisfy { $0 == 0x20 }
  }

  /// The shield field as a number: 1 for true, 0 for false.
  var shield: Double? {
    guard let node = node(.shield) else { return nil }
    switch tape[node].kind {
    case .true: return 1
    case .false: return 0
    default:
      let text = tape.text(of: node, in: bytes).trimmed
      return GradeText.value(of: text).flatMap { $0.isNaN ? nil : $0 }
    }
  }
}
