import Screen

/// A short list to choose from, narrowed by typing where its choices are names.
struct Picker: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case sort, label, tags, upsetting, pass, resolve
  }

  struct Choice: Hashable, Sendable {
    /// What is recorded.
    var value: String
    /// What is shown beside it.
    var note: String = ""
    /// Already chosen; shown with a mark.
    var isOn = false
  }

  let purpose: Purpose
  let title: String
  var choices: [Choice]
  /// The row that is judged, whatever the list shows by then; nothing where none is.
  let row: Int?
  var buffer = TextBuffer()
  private(set) var selection = 0
  /// Space took a choice, so Enter has nothing left to take but the way out.
  var hasToggled = false
  /// What typing may add as a choice of its own: `new tag`, `new label`.
  var newNoun: String?

  init(
    purpose: Purpose, title: String, choices: [Choice], row: Int? = nil, newNoun: String? = nil
  ) {
    self.purpose = purpose
    self.title = title
    self.choices = choices
    self.row = row
    self.newNoun = newNoun
    selection = matches.firstIndex { $0.isOn } ?? 0
  }

  /// Typing narrows; the few fixed choices of sorting and severity are walked instead.
  var takesText: Bool { purpose == .label || purpose == .tags || purpose == .pass }

  /// More than anybody walks through. What is not listed is found by typing.
  static let longestList = 200

  /// The choices that hold the typed text, those beginning with it first; where names are typed no
  /// more than ``longestList``.
  var matches: [Choice] { listing.matches }

  /// The matches, and how many there are beyond those that are listed.
  var listing: (matches: [Choice], unlisted: Int) {
    guard takesText else { return (choices, 0) }
    let typed = buffer.text.lowercased()
    guard !typed.isEmpty else {
      return (Array(choices.prefix(Self.longestList)), max(0, choices.count - Self.longestList))
    }
    var beginning: [Choice] = []
    var holding: [Choice] = []
    var count = 0
    for choice in choices {
      let name = choice.value.lowercased()
      if name.hasPrefix(typed) {
        count += 1
        if beginning.count < Self.longestList { beginning.append(choice) }
      } else if name.contains(typed) {
        count += 1
        if holding.count < Self.longestList { holding.append(choice) }
      }
    }
    let matches = (beginning + holding).prefix(Self.longestList)
    return (Array(matches), count - matches.count)
  }

  /// What `Enter` takes: the selected match, else the typed text where that is allowed.
  var chosen: String? {
    let found = matches
    if found.indices.contains(selection) { return found[selection].value }
    let typed = buffer.text
    return newNoun != nil && !typed.isEmpty ? typed : nil
  }

  /// The choice that `key` numbers, while nothing is typed yet.
  func numbered(_ key: Key) -> String? {
    guard purpose == .tags, buffer.isEmpty, case .character(let digit) = key else { return nil }
    return choices.first { $0.note == String(digit) }?.value
  }

  /// The typed text is no choice yet, and would become one behind the matches.
  var offersNew: Bool {
    newNoun != nil && !buffer.isEmpty && !choices.contains { $0.value == buffer.text }
  }

  mutating func move(by step: Int) {
    let count = matches.count + (offersNew ? 1 : 0)
    guard count > 0 else { return }
    selection = (selection + step + count) % count
  }

  /// The typed text changed.
  mutating func restart() { selection = 0 }
}
