/// Several lines of text in a box: a comment, or a corrected output.
struct CommentEditor: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case comment, correctedOutput
  }

  let purpose: Purpose
  var buffer: TextBuffer
  let original: String
  /// `Esc` was pressed on changed text: once more discards it.
  var asksToDiscard = false

  static func comment(_ text: String) -> CommentEditor {
    CommentEditor(purpose: .comment, buffer: TextBuffer(text), original: text)
  }

  static func correctedOutput(_ text: String, recorded: String) -> CommentEditor {
    CommentEditor(purpose: .correctedOutput, buffer: TextBuffer(text), original: recorded)
  }

  var title: String {
    switch purpose {
    case .comment: "comment"
    case .correctedOutput: "corrected output"
    }
  }
}
