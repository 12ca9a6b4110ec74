/// Several lines of text in a box: a comment, or a corrected output.
struct CommentEditor: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case comment, correctedOutput
  }

  let purpose: Purpose
  var buffer: TextBuffer
  let original: String
  /// The row that is judged, whatever the list shows by then.
  let row: Int
  /// `Esc` was pressed on changed text: once more discards it.
  var asksToDiscard = false

  static func comment(_ text: String, row: Int) -> CommentEditor {
    CommentEditor(purpose: .comment, buffer: TextBuffer(text), original: text, row: row)
  }

  static func correctedOutput(_ text: String, recorded: String, row: Int) -> CommentEditor {
    CommentEditor(
      purpose: .correctedOutput, buffer: TextBuffer(text), original: recorded, row: row)
  }

  var title: String {
    switch purpose {
    case .comment: "comment"
    case .correctedOutput: "corrected output"
    }
  }
}
