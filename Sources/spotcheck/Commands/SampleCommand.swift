import ArgumentParser
import Evaluation

extension DrawPlan.Share: ExpressibleByArgument {}

/// `spotcheck sample`: makes a draw, or extends one.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw predictions at random and record the draw in the ledger.",
    discussion: """
      Each item's number is a hash of the seed and its content, and the lowest are drawn: the same \
      on any machine and in any order of files, but that equal predictions of different tiers count in \
      the tier of the first one. A larger size extends the newest draw of the run, \
      with the same seed; the first one's seed is the run's name and the day, such as \
      "v7 2026-11-26". With fewer than 20 for each tier a draw is made without strata. No text of \
      a prediction is printed. review --sample shows the draw.

      Where no machine has all files, --part prints what a draw would choose from, and --merge \
      makes one draw of several such outputs: the same as from all files at once, but that an item \
      in two of them counts twice in the population.

      EXAMPLES:
        spotcheck sample --size 60 predictions.jsonl
        spotcheck sample --size 90 --allocation neyman predictions.jsonl
        spotcheck sample --where region:EU --dry-run --format json predictions.jsonl
        spotcheck sample --part --run v7 --seed monday shard-1.jsonl > 1.json
        spotcheck sample --merge --size 60 1.json 2.json
      """)

  @OptionGroup var predictions: PredictionOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var color: ColorOptions
  @OptionGroup var sample: SampleOptions

  @Option(help: "How to print it: text or json.")
  var format: TextFormat = .text

  func run() throws {
    try predictions.requireFiles()
    let job = SampleJob(sample, predictions, ledger, in: .current())
    if sample.part { return try Console.write(JSONPrinter.text(of: job.part()), for: .program) }
    let listing = try sample.merge ? job.merged() : job.drawn()
    try Console.write(listing.text(as: format), for: format.reader)
  }
}
