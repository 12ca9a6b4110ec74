import ArgumentParser

/// The program: reads its arguments, runs a command, and leaves with a sentence and a status.
@main
struct Spotcheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spotcheck",
    abstract: "Look at what a model actually did, and keep what people say about it.",
    discussion: """
      spotcheck opens the predictions a model wrote, groups them by how difficult they were, and \
      lets you page through them from the keyboard: right, wrong, upsetting. Every judgement goes \
      to an append-only ledger of JSON lines.

      EXAMPLES:
        spotcheck predictions.jsonl           review what is in a file
        spotcheck fields predictions.jsonl    see what was recognised, and why
        spotcheck export predictions.jsonl    what was flagged, with the reviews

      EXIT STATUS:
        0   done
        1   could not do it, or a verification failed
        2   something needs attention
        64  wrong usage
      """,
    version: ProgramBuild.version,
    subcommands: [
      ReviewCommand.self, FieldsCommand.self, ReportCommand.self, CheckCommand.self,
      DueCommand.self, TrendCommand.self,
      SampleCommand.self,
      ExportCommand.self, AgreementCommand.self, LedgerCommand.self,
      InitCommand.self, ReplayCommand.self,
    ],
    defaultSubcommand: ReviewCommand.self)

  /// `help` is the argument parser's own.
  private static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  static func main() {
    Console.takeSignalsOfWritesAsErrors()
    OpenFileLimit.raise()
    do {
      let arguments = BlindArgument.joined(CommandLine.arguments.dropFirst())
      try MisspeltCommand.check(arguments, commands: commandNames)
      var command = try parseAsRoot(FoldedArguments.folded(arguments))
      try command.run()
    } catch {
      Failure(error).exit()
    }
  }
}
