import ArgumentParser

/// `spotcheck review`, which is also `spotcheck FILE`: the screen.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Page through predictions and judge them from the keyboard.",
    discussion: """
      Opens the review screen. o, w and i say ok, wrong and can't tell; u flags what is upsetting; \
      ? shows every key. Judgements are saved at once to ledger/{reviewer}.jsonl, and the next \
      sitting begins where this one ended.

      EXAMPLES:
        spotcheck review predictions.jsonl
        spotcheck predictions.jsonl                    the same
        spotcheck --tier hard --where 'region:EU unreviewed' predictions.jsonl
        spotcheck --blind predictions.jsonl            hides metric and tier
        spotcheck --blind target predictions.jsonl     and the target
        spotcheck --practice predictions.jsonl         writes nothing
        spotcheck --follow predictions.jsonl           with the rows still to come
        zstdcat old.jsonl.zst | spotcheck -            standard input
      """)

  @OptionGroup var predictions: PredictionOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var color: ColorOptions
  @OptionGroup var screen: ScreenOptions

  @Flag(help: "Show the rows that are added to the last file, too, as they come.")
  var follow = false

  func run() throws {
    guard !predictions.files.isEmpty else { return try WithoutFile.explain(in: .current()) }
    let workspace = try Workspace(predictions, ledger, in: .current())
    let sitting = try Sitting(
      workspace, screen, query: predictions.query, follows: follow)
    try sitting.run(color: color.color)
  }
}
