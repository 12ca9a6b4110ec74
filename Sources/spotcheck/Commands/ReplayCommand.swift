import ArgumentParser
import Interface
import Screen

/// `spotcheck replay`: keys in, screen out, without a terminal.
struct ReplayCommand: ParsableCommand {
  /// What a replay prints.
  enum Picture: String, ExpressibleByArgument, CaseIterable {
    case text, svg
  }

  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Press keys on the review screen and print what it shows.",
    discussion: """
      Needs no terminal. The ledger is in memory unless --ledger names one, the clock stands at \
      2026-01-05T09:00:00Z and goes on by a second with each key, and every key waits until what \
      it asked for is done: the same keys always print the same screen.

      EXAMPLES:
        spotcheck replay --size 80x24 --keys 'jjw<Enter>' predictions.jsonl
        spotcheck replay --keys u --format svg predictions.jsonl > screen.svg
      """,
    shouldDisplay: false)

  @OptionGroup var predictions: PredictionOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var color: ColorOptions
  @OptionGroup var screen: ScreenOptions

  @Option(help: ArgumentHelp("Columns and rows.", valueName: "size"))
  var size = ScreenSize(columns: 100, rows: 30)

  @Option(
    help: ArgumentHelp("Keys: letters, and names such as <Enter> or <C-d>.", valueName: "keys"))
  var keys = ""

  @Option(help: "What to print: text or svg.")
  var format: Picture = .text

  func run() throws {
    try predictions.requireFiles()
    let keys = try KeyScript.parse(keys)
    let workspace = try Workspace(predictions, ledger, in: .current())
    var replay = try Replay(
      workspace, screen, query: predictions.query, ledger: ledger.paths.isEmpty ? .memory : nil,
      depth: color.color == .never ? .none : .many, size: size.size)
    let grid = try replay.grid(after: keys)
    switch format {
    case .text: try Console.write(grid.text() + "\n")
    case .svg: try Console.write(grid.svg(title: "spotcheck"), for: .program)
    }
  }
}
