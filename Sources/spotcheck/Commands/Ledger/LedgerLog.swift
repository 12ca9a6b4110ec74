import Predictions
import Reviewing

/// What `ledger log` lists, ready to be printed.
struct LedgerLog {
  private let history: LedgerHistory

  /// Fails where the ledger never heard of the prediction: a misspelt key should not look like one
  /// without reviews.
  init(of subject: String, in paths: [String]) throws {
    history = try LedgerHistory.read(paths, of: .init(subject))
    for note in history.damage.notes { Console.report("note: \(note)") }
    guard !history.entries.isEmpty else {
      throw CommandError(
        "nothing was said of \(subject) in \(paths.joined(separator: ", ")): check the key")
    }
  }

  /// The list as `format`, with a line break at its end.
  func text(as format: TextFormat) -> String {
    switch format {
    case .text: history.lines.map { $0 + "\n" }.joined()
    case .json: "[" + history.entries.map(Self.json).joined(separator: ",\n ") + "]\n"
    }
  }

  /// An entry with its event as the ledger's own line writes it.
  private static func json(_ entry: LedgerHistory.Entry) -> String {
    var path: [UInt8] = []
    JSONText.appendString(entry.path.utf8, to: &path)
    return "{\"current\":\(entry.isCurrent),\"withdrawn\":\(entry.isWithdrawn),"
      + "\"path\":\(String(decoding: path, as: UTF8.self)),\"line\":\(entry.line),"
      + "\"entry\":\(entry.event.line)}"
  }
}
