import Predictions
import SystemPackage

/// The time before the first rows of a stream are there, when there is nothing to show yet.
enum ArrivalWait {
  /// Opens with a line on the terminal that says what is waited for, and wipes it.
  static func showing(
    for workspace: Workspace, _ open: () throws(OpenError) -> PredictionStore
  ) throws -> PredictionStore {
    guard workspace.readsStandardInput else { return try open() }
    guard !Console.isTerminal(.standardInput) else {
      throw CommandError(
        "standard input is the keyboard: pipe predictions into spotcheck, or name a file")
    }
    let isShown = Console.isTerminal(.standardError)
    if isShown { print("waiting for predictions on standard input…") }
    defer { if isShown { print("") } }
    return try open()
  }

  private static func print(_ words: String) {
    try? Console.write(Array("\r\u{1B}[K\(words)".utf8), to: .standardError)
  }
}
