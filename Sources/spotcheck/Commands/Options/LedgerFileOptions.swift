import ArgumentParser
import Configuration
import Reviewing

/// The files of a ledger: those that are named, else those that a review here would read.
struct LedgerFileOptions: ParsableArguments {
  @Argument(
    help: "Ledger files; else those of --ledger or of the configuration.",
    completion: .file(extensions: ["jsonl"]))
  var files: [String] = []

  @OptionGroup var ledger: LedgerOptions

  mutating func validate() throws { files = FoldedArguments.unfolded(files) }

  /// The files that exist; files that were named here must, or writers' own files beside them.
  func existingPaths(in surroundings: Surroundings) throws -> [String] {
    guard files.isEmpty else { return LedgerFiles.withOwnFiles(files) }
    let found = try FoundConfiguration(
      named: ledger.config, predictions: nil, workingFolder: surroundings.workingFolder.string)
    let place = try LedgerPlace(ledger, found, in: surroundings)
    let paths = try place.files(in: surroundings)
    guard !paths.isEmpty else {
      let name = place.location.written ?? LedgerLocation.defaultTemplate
      throw CommandError("there is no ledger at \(name): name its files")
    }
    return paths
  }
}
