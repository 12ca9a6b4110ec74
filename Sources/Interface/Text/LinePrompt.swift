/// One line of text asked for at the bottom of the screen.
struct LinePrompt: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case find, filter, export
  }

  let purpose: Purpose
  var buffer: TextBuffer
  /// What is wrong with the text, or what it will do.
  var note: String
  var isMistake = false
  /// The existing file that a second `Enter` replaces.
  var replaces: String?

  static func find(_ text: String) -> LinePrompt {
    LinePrompt(
      purpose: .find, buffer: TextBuffer(text),
      note: "in input, output, target and id of every row · a capital makes case count")
  }

  static func filter(_ text: String) -> LinePrompt {
    LinePrompt(
      purpose: .filter, buffer: TextBuffer(text),
      note: #"tier:hard verdict:wrong flagged unreviewed region:EU confidence<0.6 "some text""#)
  }

  static func export(_ path: String) -> LinePrompt {
    LinePrompt(purpose: .export, buffer: TextBuffer(path), note: "counting …")
  }

  /// What stands before the text.
  var label: String {
    switch purpose {
    case .find: "find"
    case .filter: "filter"
    case .export: "export to"
    }
  }
}
