import ArgumentParser

/// `spotcheck ledger log`: everything that was ever said of one prediction.
struct LedgerLogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "List everything that was said of one prediction, oldest first.",
    discussion: """
      The prediction is named by its key, or by the beginning of its content's digest. What was \
      said of the same content under other keys or in other runs is listed too, and what was taken \
      back.

      EXAMPLES:
        spotcheck ledger log r-0913
        spotcheck ledger log --format json sha256:77ab ledger/ada.jsonl
      """)

  @Argument(help: "The key of a prediction, or sha256:… of its content.")
  var subject: String

  @OptionGroup var ledgers: LedgerFileOptions

  @Option(help: "How to print it: text or json.")
  var format: TextFormat = .text

  func validate() throws {
    guard subject.isEmpty || subject == "sha256:" else { return }
    throw ValidationError(
      "name one prediction: its key, or sha256: and the beginning of its content's digest")
  }

  func run() throws {
    let paths = try ledgers.existingPaths(in: .current())
    let log = try LedgerLog(of: subject, in: paths)
    try Console.write(log.text(as: format), for: format.reader)
  }
}
