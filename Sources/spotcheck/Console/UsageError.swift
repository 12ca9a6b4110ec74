/// The command line asks for something that cannot be; says what and how to say it instead.
struct UsageError: Error, Hashable {
  let sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}
