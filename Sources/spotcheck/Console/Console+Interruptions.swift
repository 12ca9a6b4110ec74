import Evaluation
import Predictions

extension Console {
  /// Says which files hold nothing, and which broke off before their end, so that a result over a part
  /// is not taken for one over all.
  static func report(interruptionsOf files: [FileReport]) {
    for emptiness in files.compactMap(\.emptiness) { report("note: \(emptiness)") }
    for interruption in files.compactMap(\.interruption) { report("note: \(interruption)") }
  }

  /// Says which rows a query could not read and left out.
  static func report(unread: UnreadRows) {
    if let words = unread.words { report("note: \(words); the result leaves them out") }
  }
}
