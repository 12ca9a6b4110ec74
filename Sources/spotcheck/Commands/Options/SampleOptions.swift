import ArgumentParser
import Evaluation

/// What draw `sample` makes.
struct SampleOptions: ParsableArguments {
  /// As the configuration's `daily.sample` has it unless it says otherwise.
  @Option(
    help: ArgumentHelp(
      "How many the draw has in all; else as many as `daily.sample` says.", valueName: "number"))
  var size: Int?

  @Option(help: ArgumentHelp("The seed of the numbers, any text.", valueName: "text"))
  var seed: String?

  @Option(
    help: ArgumentHelp(
      "How it is shared among tiers: proportional to their size, equal, or neyman, more where the "
        + "error rate is least sure.", valueName: "rule"))
  var allocation: DrawPlan.Share = .proportional

  @Flag(help: "Write nothing to the ledger.")
  var dryRun = false

  @Flag(help: "Print what these files have to draw from, as JSON for --merge.")
  var part = false

  @Flag(help: "The files are outputs of --part: make the draw of them together.")
  var merge = false

  func validate() throws {
    if let size, size < 1 { throw ValidationError("--size \(size): draw one at least") }
    if seed == "" { throw ValidationError("--seed lacks a text") }
    if part, merge { throw ValidationError("--part and --merge are two steps: name one") }
  }
}
