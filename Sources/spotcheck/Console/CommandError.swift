/// Something a command cannot do, that no module has an error of its own for.
struct CommandError: Error, Hashable {
  /// What, where, and what to do next.
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}
