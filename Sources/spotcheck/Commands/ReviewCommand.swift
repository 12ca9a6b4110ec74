import ArgumentParser

/// `spotcheck review`, which is also `spotcheck FILE`: the screen.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Page through predictions and judge them from the keyboard.",
    discussion: """
      Opens the review screen. o, w and i say ok, wrong and can't tell; u flags what is upsetting; \
      ? shows every key. Judgements are saved at once to ledger/{reviewer}.jsonl, and the next \
      sitting begins where this one ended. With --sample, and with S in the screen, chance says \
      what is looked at, and only such reviews make rates: metric, tier and other reviews stay \
      hidden until your verdict is in. Without a file the newest of the configured runs is opened \
      with today's draw, of which a share is the same for everybody and the rest is split.

      EXAMPLES:
        spotcheck review predictions.jsonl
        spotcheck predictions.jsonl                    the same
        spotcheck --tier hard --where 'region:EU unreviewed' predictions.jsonl
        spotcheck --sample 30 predictions.jsonl        a draw, for rates
        spotcheck --blind predictions.jsonl            hides metric and tier
        spotcheck --blind target predictions.jsonl     and the target
        spotcheck --practice predictions.jsonl         writes nothing
        spotcheck --follow predictions.jsonl           with the rows still to come
        spotcheck                                      today's draw
        zstdcat old.jsonl.zst | spotcheck -            standard input
      """)

  @OptionGroup var predictions: PredictionOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var color: ColorOptions
  @OptionGroup var screen: ScreenOptions

  @Flag(help: "Show the rows that are added to the last file, too, as they come.")
  var follow = false

  mutating func run() throws {
    let surroundings = Surroundings.current()
    let isDaily = predictions.files.isEmpty
    if isDaily {
      guard let run = try WithoutFile.newestRun(config: ledger.config, in: surroundings) else {
        return try Console.write(Spotcheck.helpMessage() + "\n")
      }
      predictions.files = [run]
    }
    let workspace = try Workspace(predictions, ledger, in: surroundings, isDaily: isDaily)
    let sitting = try Sitting(
      workspace, screen, query: predictions.query, follows: follow)
    try sitting.run(color: color.color)
  }
}
