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
  /// What is exported is redacted.
  var redacts = false

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

  static func export(_ order: ExportOrder) -> LinePrompt {
    LinePrompt(
      purpose: .export, buffer: TextBuffer(order.path), note: "counting …", redacts: order.redacts)
  }

  /// What stands before the text.
  var label: String {
    switch purpose {
    case .find: "find"
    case .filter: "filter"
    case .export: redacts ? "export redacted to" : "export to"
    }
  }

  /// What is told beside the text: the note, and what else can be chosen.
  var hint: String {
    guard purpose == .export, !isMistake else { return note }
    let choice = redacts ? "Ctrl-r leaves everything in" : "Ctrl-r redacts"
    return note.isEmpty ? choice : "\(note) · \(choice)"
  }
}
