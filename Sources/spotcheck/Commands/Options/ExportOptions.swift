import ArgumentParser
import Exporting
import Predictions
import Reviewing

extension ExportFormat: ExpressibleByArgument {}

/// What an export takes, and how it is written.
struct ExportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "jsonl, json, csv or markdown; else what the name behind -o says, else jsonl.",
      valueName: "format"))
  var format: ExportFormat?

  @Option(help: ArgumentHelp("Only reviews by this person.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("Only reviews since 7d, 12h or 2026-11-23.", valueName: "time"))
  var since: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Only reviews that an earlier export had not seen: its heads.", valueName: "head"))
  var after: [String] = []

  @Flag(help: "Everything, not only what was flagged.")
  var all = false

  @Option(
    help: ArgumentHelp("These fields, with commas, in this order.", valueName: "names"))
  var fields: String?

  @Option(
    name: .customShort("o"),
    help: ArgumentHelp(
      "The file to write instead of standard output, which - stands for too.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var redaction: RedactionOptions

  /// The file to write; nothing for standard output.
  var file: String? { output == "-" ? nil : output }

  /// The format asked for, or the one that the file's name stands for.
  var chosenFormat: ExportFormat {
    format ?? ExportFormat(fileName: file ?? "")
  }

  func validate() throws {
    if by == "" { throw ValidationError("--by lacks a name") }
    if file == "" { throw ValidationError("-o lacks the name of a file") }
    for head in after where ContentDigest(text: head) == nil {
      throw ValidationError(
        "--after \(head) is no head: write what an export printed, such as sha256:0c1d…")
    }
  }

  /// The moment behind `--since`.
  func moment(now: Timestamp) throws(UsageError) -> Timestamp? {
    guard let since else { return nil }
    switch QueryMoment(since) {
    case .ago(let milliseconds):
      return Timestamp(milliseconds: now.milliseconds - milliseconds)
    case .instant(let milliseconds): return Timestamp(milliseconds: milliseconds)
    case nil: throw UsageError("--since \(since) is no time: write 7d, 12h, 2w or 2026-11-23")
    }
  }
}
