/// What the eye would miss in text that is read elsewhere than on our own screen: in a document, or
/// in a file that somebody prints.
///
/// The ``Sanitizer`` serves a grid of cells, so it also gives up what terminals draw differently.
/// A document keeps all that has a glyph, emoji sequences and the joiners of scripts included, and
/// marks only what has none. Both tell hidden scalars by one table and name them alike.
package enum HiddenText {
  /// Whether `scalar` is a control or has no glyph; line breaks, tabs, and the joiners and variants
  /// that scripts and emoji need aside.
  package static func matches(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x20...0x7E, 0x200C, 0x200D, 0xFE0E, 0xFE0F: return false
    case ..<0xA0: return true
    default: break
    }
    guard ScalarClass(scalar) == .hidden else { return false }
    switch HiddenScalar.group(of: scalar) {
    case .tag, .variation, .invisible: return true
    case .privateUse: return false
    case .single, .unassigned:
      return [.format, .lineSeparator, .paragraphSeparator].contains(
        scalar.properties.generalCategory)
    }
  }

  /// `text` with such scalars as visible tokens: `⟨U+202E⟩`, `⟨tag ×12⟩`, `␛`.
  package static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: matches) else { return text }
    var shown = ""
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      guard matches(first) else {
        shown.unicodeScalars.append(first)
        rest.removeFirst()
        continue
      }
      let run = rest.prefix { isAlike($0, first) }
      shown += token(of: run, first: first)
      rest = rest.dropFirst(run.count)
    }
    return shown
  }

  private static func isAlike(_ scalar: Unicode.Scalar, _ first: Unicode.Scalar) -> Bool {
    if scalar == first { return true }
    let group = HiddenScalar.group(of: first)
    return matches(scalar) && group != .single && group != .unassigned
      && group == HiddenScalar.group(of: scalar)
  }

  private static func token(
    of run: Substring.UnicodeScalarView, first: Unicode.Scalar
  ) -> String {
    if let picture = HiddenScalar.picture(ofControl: first.value) {
      return String(repeating: picture, count: run.count)
    }
    return HiddenScalar.token(
      first: first, count: run.count, same: run.allSatisfy { $0 == first },
      group: HiddenScalar.group(of: first).rawValue)
  }
}
