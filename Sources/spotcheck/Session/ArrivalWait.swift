import Predictions
import Screen
import SystemPackage

/// The time before the first rows of a stream are there, when there is nothing to show yet.
enum ArrivalWait {
  /// Opens with a line on the terminal that says what is waited for, and wipes it.
  static func showing(
    for workspace: Workspace, follows: Bool,
    _ open: () throws -> PredictionStore
  ) throws -> PredictionStore {
    let isPiped = workspace.readsStandardInput
    guard isPiped || follows else { return try open() }
    if isPiped, Console.isTerminal(.standardInput) {
      throw CommandError(
        "standard input is the keyboard: pipe predictions into spotcheck, or name a file")
    }
    let isShown = Console.isTerminal(.standardError)
    let source = isPiped ? "standard input" : workspace.paths.last ?? ""
    if isShown { print("waiting for predictions on \(DisplayText(source).string)…") }
    defer { if isShown { print("") } }
    return try open()
  }

  private static func print(_ words: String) {
    try? Console.write(Array("\r\u{1B}[K\(words)".utf8), to: .standardError)
  }
}
