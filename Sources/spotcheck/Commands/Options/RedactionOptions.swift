import ArgumentParser
import Evaluation
import Exporting
import Foundation
import Reviewing

/// What is taken out of what leaves.
struct RedactionOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Take out e-mail, IP and hardware addresses, phone, card, IBAN and social security numbers, keys, "
        + "logins and the reviewers' names, as far as they are recognised; says how many. Digests of "
        + "predictions are left out."))
  var redact = false

  @Option(
    help: ArgumentHelp(
      "Take out the names in this file as well, one a line; stands for --redact too.",
      valueName: "file"),
    completion: .file())
  var redactNames: String?

  /// Whether anything is taken out.
  var isWanted: Bool { redact || redactNames != nil }

  /// The redaction of what these reviewers said; nothing where none is wanted.
  func redaction(of book: ReviewBook) throws(CommandError) -> Redaction? {
    guard isWanted else { return nil }
    return Redaction(of: book, names: try names())
  }

  /// The names of the list, with accents both as one character and as two.
  private func names() throws(CommandError) -> [String] {
    guard let path = redactNames else { return [] }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandError("cannot read the names in \(path)")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CommandError("\(path) is not UTF-8: save it as UTF-8, a name a line")
    }
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    return lines + lines.map(\.decomposedStringWithCanonicalMapping)
      + lines.map(\.precomposedStringWithCanonicalMapping)
  }
}
