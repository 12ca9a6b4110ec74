import ArgumentParser

/// `spotcheck init`: a configuration to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented spotcheck.yaml for a file of predictions.",
    discussion: """
      The configuration goes into the working folder, or beside the predictions where they lie \
      elsewhere, with what was recognised in them. The line that lets git merge ledgers goes into \
      .gitattributes beside it. A configuration that exists is left alone.

      EXAMPLES:
        spotcheck init predictions/2026-01-05.jsonl
      """)

  @Argument(help: "A file of predictions.", completion: .file())
  var file: String

  @Option(help: "How to say what was written: text or json.")
  var format: TextFormat = .text

  func run() throws {
    let project = try NewProject(of: file, in: .current())
    try Console.write(try project.write().description(as: format), for: format.reader)
  }
}
