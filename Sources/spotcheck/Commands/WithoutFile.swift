/// `spotcheck` without a file.
enum WithoutFile {
  /// Shows the help.
  static func explain(in surroundings: Surroundings) throws {
    try Console.write(Spotcheck.helpMessage() + "\n")
  }
}
