/// Reads choices that were each given a log-probability, as lm-evaluation-harness writes them.
///
/// Of each choice there is a pair, its log-probability and whether it was the model's own
/// continuation, and among the arguments a request: the context and the choice's text behind it.
enum ChoiceReader {
  /// The log-probability of each choice; a choice without one is as unlikely as can be.
  static func logarithms(
    of list: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> [Double] {
    tape.children(of: list).map { choice in
      let pair = tape[choice].kind == .array ? tape.element(0, of: choice) : choice
      let number = pair.flatMap { tape.lenientNumber(of: $0, in: bytes) }
      return number.flatMap { $0.isNaN ? nil : $0 } ?? -.infinity
    }
  }

  /// The place of the most likely choice, the first of several.
  static func best(
    of list: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> Int? {
    let logarithms = logarithms(of: list, of: tape, in: bytes)
    guard let most = logarithms.max(), most > -.infinity else { return nil }
    return logarithms.firstIndex(of: most)
  }

  /// The nodes of the choices' texts.
  ///
  /// Where every choice has the same continuation, what tells them apart is the context.
  static func texts(
    at place: RecognisedParts.Place, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> [Int] {
    guard let arguments = tape.value(at: place, in: bytes) else { return [] }
    let continuations = column(1, of: arguments, of: tape, in: bytes)
    let distinct = Set(continuations.map { tape.text(of: $0, in: bytes) })
    guard distinct.count == 1, continuations.count > 1 else { return continuations }
    return column(0, of: arguments, of: tape, in: bytes)
  }

  /// Of each request, in an object of them or a list, the text at `index`: `arg_1` or `[1]`.
  private static func column(
    _ index: Int, of arguments: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> [Int] {
    var children = Array(tape.children(of: arguments))
    if tape[arguments].kind == .object {
      children = stride(from: 1, to: children.count, by: 2).map { children[$0] }
    }
    let texts = children.compactMap { request in
      switch tape[request].kind {
      case .array: tape.element(index, of: request)
      case .object: tape.value(forKey: "arg_\(index)".utf8, of: request, in: bytes)
      default: nil
      }
    }
    return texts.count == children.count ? texts : []
  }
}

/// Numbers of any size as shares of one.
enum Softmax {
  static func shares(of logits: [Double]) -> [Double] {
    guard let most = logits.max(), most.isFinite else { return [] }
    let powers = logits.map { Logarithm.exp($0 - most) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
