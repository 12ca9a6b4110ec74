import ArgumentParser
import Predictions

/// Which files of predictions a command reads, and how.
struct PredictionOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files of predictions: JSON Lines, JSON, CSV or TSV, also as .gz, .zst, .xz or .bz2; - is "
        + "standard input."),
    completion: .file(
      extensions: ["jsonl", "ndjson", "json", "csv", "tsv", "gz", "zst", "xz", "bz2"]))
  var files: [String] = []

  @Option(help: ArgumentHelp("Where the rows of a JSON document lie.", valueName: "path"))
  var rows: String?

  @Option(help: ArgumentHelp("The field that names a prediction.", valueName: "field"))
  var id: String?

  @Option(help: ArgumentHelp("The field with the input.", valueName: "field"))
  var input: String?

  @Option(help: ArgumentHelp("The field with the model's output.", valueName: "field"))
  var output: String?

  @Option(help: ArgumentHelp("The field with the reference answer.", valueName: "field"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      "The fields that make segments, with commas; many numbers are put into a few ranges.",
      valueName: "fields"))
  var segments: String?

  @Option(help: ArgumentHelp("What to call this run.", valueName: "name"))
  var run: String?

  @Flag(help: "Read the files anew, and keep nothing of them in the cache.")
  var noCache = false

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only these predictions: tier:hard \"refund policy\" verdict:wrong",
      discussion: """
        Words are joined by and; or, not and parentheses work. Any field of the file can be asked \
        for, by its whole path or its last component: toxicity>0.3 metadata.lang:de \
        category:bill* judge!=0. Numbers compare as numbers, text as a whole and with * for \
        anything; case counts only with a capital. field:"" finds what lacks the field. In quotes \
        a name means the file's field, not one of spotcheck's own: "label":billing.
        """,
      valueName: "query"))
  var query: String?

  /// The fields that were named by hand.
  var fields: [Part: [String]] {
    var fields: [Part: [String]] = [:]
    for (part, field) in [(Part.id, id), (.input, input), (.output, output), (.target, target)] {
      if let field { fields[part] = [field] }
    }
    if let segments {
      fields[.segments] = segments.split(separator: ",").map(String.init)
    }
    return fields
  }

  /// For commands that have nothing to do without a file.
  func requireFiles() throws(UsageError) {
    if files.isEmpty { throw UsageError("name a file of predictions") }
  }

  mutating func validate() throws {
    files = FoldedArguments.unfolded(files)
    if files.count(where: { $0 == StreamOptions.standardInputPath }) > 1 {
      throw ValidationError("standard input can be read only once: write - once")
    }
  }
}
