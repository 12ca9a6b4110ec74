import ArgumentParser
import Predictions

/// `spotcheck ledger verify`: whether ledgers are as their writers left them.
struct LedgerVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that ledgers are as their writers left them.",
    discussion: """
      Every line names the hash of its writer's line before it, so lines that were changed, \
      removed, doubled or moved are found. Each writer's newest line is covered once its hash, the \
      head, was printed by an export or a report: name it with --expect-head. Ends with 1 where \
      something is found; a last line that a crash cut off is reported and not counted against it.

      EXAMPLES:
        spotcheck ledger verify
        spotcheck ledger verify ledger/*.jsonl
        spotcheck ledger verify --expect-head sha256:0c1d… ledger/ada.jsonl
      """)

  @OptionGroup var ledgers: LedgerFileOptions

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A head that was printed earlier and must be there.", valueName: "head"))
  var expectHead: [String] = []

  @Option(help: "How to print it: text or json.")
  var format: TextFormat = .text

  func validate() throws {
    for head in expectHead where ContentDigest(text: head) == nil {
      throw ValidationError(
        "--expect-head \(head) is no head: write what an export printed, such as sha256:0c1d…")
    }
  }

  func run() throws {
    let paths = try ledgers.existingPaths(in: .current())
    let check = try LedgerCheck(of: paths, expecting: expectHead)
    try Console.write(try check.text(as: format), for: format.reader)
    if let advice = check.advice { throw CommandError(advice) }
  }
}
