import ArgumentParser
import Reviewing

/// `spotcheck ledger merge`: several ledgers in one file.
struct LedgerMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Write the union of several ledgers to one file.",
    discussion: """
      Every distinct line appears once and byte for byte, in an order that does not depend on the \
      order of the ledgers. The output may be one of them; any other file that exists is left alone.
      With NAME.jsonl go NAME.writer-*.jsonl, which reviewers wrote on a network file system.

      EXAMPLES:
        spotcheck ledger merge ada.jsonl lin.jsonl -o team.jsonl
      """)

  @Argument(help: "Ledger files.", completion: .file(extensions: ["jsonl"]))
  var files: [String]

  @Option(
    name: .customShort("o"), help: ArgumentHelp("The file to write.", valueName: "file"),
    completion: .file(extensions: ["jsonl"]))
  var output: String

  @Option(help: "How to print what was done: text or json.")
  var format: TextFormat = .text

  mutating func validate() throws {
    files = FoldedArguments.unfolded(files)
    guard output != "-" else {
      throw ValidationError(
        "-o takes the name of a file, so that a merged ledger is there whole or not at all")
    }
  }

  func run() throws {
    let merge = try LedgerMerge.merge(LedgerFiles.withOwnFiles(files), into: output)
    try Console.write(try MergeReport(merge).text(as: format), for: format.reader)
  }
}
