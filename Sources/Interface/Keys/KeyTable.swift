import Screen

/// One line of the table that help, hints, documentation and rebinding are made from.
package struct KeyTableEntry: Sendable {
  /// The heading under which help lists an action.
  package enum Group: String, CaseIterable, Sendable {
    case judge = "Judge"
    case move = "Move"
    case read = "Read"
    case work = "Find and arrange"
    case program = "Program"
  }

  package let action: Action
  package let keys: [Key]
  /// What it does, as a help line.
  package let help: String
  /// The word on the hint line; absent where the hint line never shows it.
  package let hint: String?
  package let group: Group
}

/// The default keys: the one place where an action, its keys and its help line meet.
package enum KeyTable {
  /// In the order of help; within the hint line the order of ``hintOrder`` decides.
  package static let entries: [KeyTableEntry] = judging + moving + reading + working + program

  /// Verdicts come first because they are what the screen is for.
  package static let hintOrder: [Action] = [
    .ok, .wrong, .unsure, .upsetting, .undo, .help, .lift, .label, .tags, .comment, .badTarget,
    .find, .filter, .open, .nextTier, .sort, .draw, .dashboard, .difference, .quit,
  ]

  private static let judging =
    [
      entry(.ok, "o", "ok, and on to the next", hint: "ok", .judge),
      entry(.wrong, "w", "wrong, and on to the next", hint: "wrong", .judge),
      entry(.unsure, "i", "can't tell: unsure, and on to the next", hint: "can't tell", .judge),
      entry(.okStay, "O", "ok, and stay", .judge),
      entry(.wrongStay, "W", "wrong, and stay", .judge),
      entry(.unsureStay, "I", "can't tell, and stay", .judge),
      entry(.upsetting, "u", "upsetting: severity 2, again 3, 1, off", hint: "upsetting", .judge),
      entry(.upsettingDetails, "U", "upsetting: severity and categories", .judge),
      entry(
        .badTarget, "x", "bad target: the reference answer is wrong", hint: "bad target", .judge),
      entry(.label, "l", "corrected label or output", hint: "label", .judge),
      entry(.tags, "t", "tags: what kind of failure", hint: "tag", .judge),
      entry(.comment, "c", "comment", hint: "comment", .judge),
      KeyTableEntry(
        action: .undo, keys: [.character("z"), .backspace], help: "undo the last judgement",
        hint: "undo", group: .judge),
    ] + tagDigits

  private static let tagDigits: [KeyTableEntry] = zip(
    Action.allCases.filter { $0.tagIndex != nil }, 1...9
  ).map { action, digit in
    KeyTableEntry(
      action: action, keys: [.character(Character(String(digit)))],
      help: "tag \(digit) of the list", hint: nil, group: .judge)
  }

  private static let moving = [
    entry(.next, [.character("j"), .down], "next prediction", .move),
    entry(.previous, [.character("k"), .up], "previous prediction", .move),
    entry(.first, [.character("g"), .home], "first prediction", .move),
    entry(.last, [.character("G"), .end], "last prediction", .move),
    entry(.nextTier, [.tab], "next tier", hint: "tier", .move),
    entry(.previousTier, [.backTab], "previous tier", .move),
    entry(.nextMatch, "n", "next match, or next unreviewed by me", .move),
    entry(.previousMatch, "N", "previous match, or previous unreviewed by me", .move),
  ]

  private static let reading = [
    entry(.open, [.enter], "full screen", hint: "open", .read),
    entry(.back, [.escape], "back: close the view, the find, the filter", .read),
    entry(.scrollDown, "J", "scroll the text a line down", .read),
    entry(.scrollUp, "K", "scroll the text a line up", .read),
    entry(.pageDown, [.character(" "), .pageDown], "page the text down", .read),
    entry(.pageUp, [.character("b"), .pageUp], "page the text up", .read),
    entry(.halfPageDown, [.control("d")], "half a page down", .read),
    entry(.halfPageUp, [.control("u")], "half a page up", .read),
    entry(.difference, "d", "output against target, word by word", hint: "difference", .read),
    entry(.rawRow, "r", "the raw row as a tree", .read),
    entry(.allReviews, "a", "everyone's reviews of it", .read),
    entry(.resolve, "R", "settle a disagreement for the team", .read),
    entry(.lift, "v", "lift the shield: first masked, then all", hint: "show", .read),
  ]

  private static let working = [
    entry(
      .find, [.character("/"), .character("f")], "find text in every row", hint: "find", .work),
    entry(
      .filter, [.character("&"), .character("F")], "filter with a query", hint: "filter", .work),
    entry(.sort, "s", "sort the list", hint: "sort", .work),
    entry(.draw, "S", "start or continue a draw", hint: "draw", .work),
    entry(.dashboard, "D", "dashboard: rates by tier and segment", hint: "dashboard", .work),
    entry(.pass, "P", "pass to somebody else", .work),
    entry(.copyID, "y", "copy the id", .work),
    entry(.export, "e", "export what the list shows, also redacted", .work),
  ]

  private static let program = [
    entry(.help, [.character("?"), .character("h")], "this help", hint: "help", .program),
    entry(.redraw, [.control("l")], "draw the screen anew", .program),
    entry(.quit, [.character("q"), .control("c")], "close the view; quit", hint: "quit", .program),
  ]

  private static func entry(
    _ action: Action, _ key: Character, _ help: String, hint: String? = nil,
    _ group: KeyTableEntry.Group
  ) -> KeyTableEntry {
    entry(action, [.character(key)], help, hint: hint, group)
  }

  private static func entry(
    _ action: Action, _ keys: [Key], _ help: String, hint: String? = nil,
    _ group: KeyTableEntry.Group
  ) -> KeyTableEntry {
    KeyTableEntry(action: action, keys: keys, help: help, hint: hint, group: group)
  }
}

extension KeyTable {
  /// The word of the hint line for `action`.
  static func hint(for action: Action) -> String? { hints[action] }

  private static let hints: [Action: String] = Dictionary(
    uniqueKeysWithValues: entries.compactMap { entry in entry.hint.map { (entry.action, $0) } })
}
