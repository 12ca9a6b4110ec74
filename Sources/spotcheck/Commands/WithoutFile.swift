import Configuration

/// `spotcheck` without a file.
enum WithoutFile {
  /// Shows the help; where a configuration names runs, says to name one of them.
  static func explain(in surroundings: Surroundings) throws {
    let found = try FoundConfiguration(
      named: nil, predictions: nil, workingFolder: surroundings.workingFolder.string)
    guard found.path != nil else {
      return try Console.write(Spotcheck.helpMessage() + "\n")
    }
    let runs = found.configuration.runs.map(found.path(of:)).joined(separator: ", ")
    throw UsageError(
      "name the file to review" + (runs.isEmpty ? "" : ", one of \(runs)")
        + "; `spotcheck --help` shows what else there is")
  }
}
