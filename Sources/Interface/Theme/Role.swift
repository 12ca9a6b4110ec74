/// What a piece of the screen means; the theme decides how that looks.
package enum Role: CaseIterable, Hashable, Sendable {
  /// The prediction itself: the brightest thing on the screen.
  case text
  /// What may be overlooked: labels, counts, help.
  case dim
  case accent
  case ok, wrong, unsure, upsetting, badTarget
  case easy, ambiguous, hard
  case selected
  case focusedBorder, border
  case hiddenCharacter, covered
  case title
  case message, failure
  case match
  case added, removed
  case role
}
