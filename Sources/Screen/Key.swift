/// A key as the terminal reports it, without any meaning yet.
package enum Key: Hashable, Sendable {
  /// A printing character, space included; a character of several scalars arrives scalar by scalar.
  case character(Character)
  /// Ctrl with a letter, given in lower case.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, pageUp, pageDown, home, end
  case function(Int)
}
