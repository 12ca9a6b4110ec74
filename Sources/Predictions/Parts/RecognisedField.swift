/// A field that plays a part, and why.
package struct RecognisedField: Hashable, Sendable {
  /// The path as a person would write it: `output.choices[0].message.content`.
  package let path: String
  /// The reason in words: `named "prompt"`.
  package let why: String

  package init(path: String, why: String) {
    self.path = path
    self.why = why
  }
}
