/// Something a reviewer can ask for, apart from which key asks for it.
package enum Action: String, CaseIterable, Hashable, Sendable {
  case ok
  case okStay = "ok-stay"
  case wrong
  case wrongStay = "wrong-stay"
  case unsure
  case unsureStay = "unsure-stay"
  case upsetting
  case upsettingDetails = "upsetting-details"
  case badTarget = "bad-target"
  case label
  case tags
  case tag1 = "tag-1"
  case tag2 = "tag-2"
  case tag3 = "tag-3"
  case tag4 = "tag-4"
  case tag5 = "tag-5"
  case tag6 = "tag-6"
  case tag7 = "tag-7"
  case tag8 = "tag-8"
  case tag9 = "tag-9"
  case comment
  case undo

  case next
  case previous
  case first
  case last
  case nextTier = "next-tier"
  case previousTier = "previous-tier"
  case nextMatch = "next-match"
  case previousMatch = "previous-match"

  case scrollDown = "scroll-down"
  case scrollUp = "scroll-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case open
  case back
  case difference
  case rawRow = "raw-row"
  case allReviews = "all-reviews"
  case resolve
  case lift

  case find
  case filter
  case sort
  case dashboard
  case draw
  case pass
  case copyID = "copy-id"
  case export
  case help
  case redraw
  case quit

  /// The place in the tag list that a digit key stands for, from 0.
  var tagIndex: Int? {
    let digits: [Action] = [.tag1, .tag2, .tag3, .tag4, .tag5, .tag6, .tag7, .tag8, .tag9]
    return digits.firstIndex(of: self)
  }

  /// Says ok, wrong or can't tell by itself.
  var isVerdict: Bool {
    switch self {
    case .ok, .okStay, .wrong, .wrongStay, .unsure, .unsureStay: true
    default: false
    }
  }

  /// It builds on earlier reviews or shows what they may have covered, so it has to know them.
  var needsLedger: Bool {
    switch self {
    case .ok, .okStay, .wrong, .wrongStay, .unsure, .unsureStay, .upsetting, .upsettingDetails,
      .badTarget, .label, .tags, .tag1, .tag2, .tag3, .tag4, .tag5, .tag6, .tag7, .tag8, .tag9,
      .comment, .undo, .pass, .allReviews, .resolve, .lift, .draw, .dashboard, .export:
      return true
    case .next, .previous, .first, .last, .nextTier, .previousTier, .nextMatch, .previousMatch,
      .scrollDown, .scrollUp, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .open, .back,
      .difference, .rawRow, .find, .filter, .sort, .copyID, .help, .redraw, .quit:
      return false
    }
  }
}
