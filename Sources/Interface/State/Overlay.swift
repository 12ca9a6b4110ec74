/// A view over the base of the screen, with its own data. The last of the stack gets the keys.
enum Overlay: Sendable {
  case firstCard
  /// Before the first row: how many predictions are likely upsetting.
  case exposureCard
  case breakCard
  case endCard
  case help(scroll: Int)
  case rawRow(scroll: Int)
  case reviews(scroll: Int)
  case dashboard(Dashboard)
  case prompt(LinePrompt)
  case editor(CommentEditor)
  case picker(Picker)
  case confirmQuit
  case unsavedQuit

  /// It lies over the prediction's text.
  var hidesPrediction: Bool {
    switch self {
    case .firstCard, .exposureCard, .breakCard, .endCard, .help, .rawRow, .reviews, .dashboard:
      true
    case .prompt, .editor, .picker, .confirmQuit, .unsavedQuit: false
    }
  }

  /// Text is typed here, so no key is a command.
  var takesText: Bool {
    switch self {
    case .prompt, .editor: true
    case .picker(let picker): picker.takesText
    default: false
    }
  }
}
