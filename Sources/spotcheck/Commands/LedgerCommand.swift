import ArgumentParser

/// `spotcheck ledger`: what can be asked of ledgers themselves.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Verify ledgers, merge them, or list what was said of one prediction.",
    discussion: """
      EXAMPLES:
        spotcheck ledger verify
        spotcheck ledger verify --expect-head sha256:0c1d… ledger/ada.jsonl
        spotcheck ledger merge ada.jsonl lin.jsonl -o team.jsonl
        spotcheck ledger log r-0913
      """,
    subcommands: [
      LedgerVerifyCommand.self, LedgerMergeCommand.self, LedgerLogCommand.self,
    ])
}
