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
        spotcheck predictions.jsonl
        spotcheck review --tier ambiguous --where 'region:EU unreviewed' predictions.jsonl
        spotcheck review --blind predictions.jsonl           hide metric, tier and other reviews
        spotcheck review --blind target predictions.jsonl    and the target too
        spotcheck review --practice predictions.jsonl        write nothing
      """)

  @OptionGroup var predictions: PredictionOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var color: ColorOptions
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    guard !predictions.files.isEmpty else { return try WithoutFile.explain(in: .current()) }
    let workspace = try Workspace(predictions, ledger, in: .current())
    let sitting = try Sitting(workspace, screen, query: predictions.query)
    try sitting.run(color: color.color)
  }
}
