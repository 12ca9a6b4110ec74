/// Turns untrusted text into pieces that a terminal can show, the only way text gets to a screen.
///
/// Promises, whatever comes in:
/// - no piece holds a control, an invisible or an unassigned scalar; those become visible tokens,
///   a run of alike ones a single token with a count;
/// - every piece has a width that all terminals agree on. A sequence that some draw as one glyph
///   and others as several (skin tones, families, keycaps, emoji variants) is its first scalar and
///   the token `⁺`; a flag is `⟨DE⟩`;
/// - a cell holds at most five scalars and never begins with one of no width;
/// - sanitising what came out changes nothing.
///
/// Vowel signs that take a cell of their own (Indic, Thai) stay legible: they are cells of their own
/// that `joins` to the one before, as terminals that add up scalars have it.
///
/// It reads on demand, so the beginning of a huge text costs no more than that beginning.
struct Sanitizer {
  enum Piece: Equatable {
    /// One glyph. `joins` where it continues the grapheme of the piece before.
    case cell(String, width: Int, joins: Bool)
    /// A visible stand-in, one column per character. `joins` as above.
    case token(String, joins: Bool)
    case lineBreak
    case tab
  }

  /// What a mark that comes next does.
  private enum Previous {
    case nothing, cell, fullCell
  }

  static let marksPerCell = 4

  /// Where the next piece begins in the text.
  private(set) var position: String.Index
  private let scalars: String.UnicodeScalarView
  private var previous = Previous.nothing
  private var pending: Piece?

  init(_ text: String, from start: String.Index? = nil) {
    scalars = text.unicodeScalars
    position = start ?? text.startIndex
  }

  /// The next piece, or nil at the end.
  mutating func next() -> Piece? {
    if let piece = pending {
      pending = nil
      previous = .nothing
      return piece
    }
    guard position < scalars.endIndex else { return nil }
    let scalar = scalars[position]
    if scalar.value >= 0x20, scalar.value < 0x7F, let piece = ascii(scalar) { return piece }
    switch ScalarClass(scalar) {
    case .hidden: return hidden(scalar)
    case .mark: return previous == .fullCell ? surplusMarks(scalar) : glyph("\u{25CC}", width: 1)
    case .joining: return joining(scalar)
    case .leadingJamo where isSwallowed: return token(run: scalar)
    case .emoji: return emoji(scalar, width: 1)
    case .wideEmoji: return emoji(scalar, width: 2)
    case .wide, .leadingJamo: return advance(scalar, width: 2)
    case .narrow: return advance(scalar, width: 1)
    }
  }

  // MARK: Glyphs

  private static let asciiGlyphs: [String] = (0..<0x7F).map {
    String(Unicode.Scalar(UInt8($0)))
  }

  /// A printable ASCII character; most of what is drawn, so it takes the shortest way.
  private mutating func ascii(_ scalar: Unicode.Scalar) -> Piece? {
    let after = scalars.index(after: position)
    if after < scalars.endIndex, scalars[after].value >= 0x300 {
      if let end = keycapEnd(scalar, after: after) {
        return disputed(scalar, width: 1, end: end, hiddenScalars: 2)
      }
      return advance(scalar, width: 1)
    }
    position = after
    previous = .cell
    return .cell(Sanitizer.asciiGlyphs[Int(scalar.value)], width: 1, joins: false)
  }

  private mutating func advance(
    _ scalar: Unicode.Scalar, width: Int, joins: Bool = false
  ) -> Piece {
    position = scalars.index(after: position)
    return glyph(scalar, width: width, joins: joins)
  }

  /// A cell of `base` and the marks at the current position, as many as a cell takes.
  private mutating func glyph(
    _ base: Unicode.Scalar, width: Int, joins: Bool = false
  ) -> Piece {
    var text = String.UnicodeScalarView([base])
    var marks = 0
    while marks < Sanitizer.marksPerCell, position < scalars.endIndex,
      ScalarClass(scalars[position]) == .mark
    {
      text.append(scalars[position])
      position = scalars.index(after: position)
      marks += 1
    }
    previous = marks == Sanitizer.marksPerCell ? .fullCell : .cell
    return .cell(String(text), width: width, joins: joins)
  }

  private mutating func joining(_ scalar: Unicode.Scalar) -> Piece {
    guard previous != .nothing else {
      // Without a letter before it, it would be drawn onto whatever the screen shows there.
      previous = .cell
      return .cell("\u{25CC}", width: 1, joins: false)
    }
    return advance(scalar, width: 1, joins: true)
  }

  /// Whether the Hangul initial here would become part of the syllable that follows it.
  private var isSwallowed: Bool {
    let after = scalars.index(after: position)
    guard after < scalars.endIndex else { return false }
    return ScalarClass(scalars[after]) == .leadingJamo
      || (0xAC00...0xD7A3).contains(scalars[after].value)
  }

  // MARK: Emoji

  private mutating func emoji(_ scalar: Unicode.Scalar, width: Int) -> Piece {
    var end = scalars.index(after: position)
    var hiddenScalars = 0
    while end < scalars.endIndex {
      let next = scalars[end]
      let after = scalars.index(after: end)
      if next.value == 0xFE0E, width == 1, hiddenScalars == 0 {
        position = after
        previous = .nothing
        return .cell(String(String.UnicodeScalarView([scalar, next])), width: 1, joins: false)
      }
      let previousScalar = scalars[scalars.index(before: end)]
      if isVariation(next) || HiddenScalar.isSkinTone(next) {
        guard isEmoji(previousScalar) else { break }
        end = after
        hiddenScalars += 1
      } else if next.value == 0x200D, after < scalars.endIndex, isEmoji(scalars[after]) {
        end = scalars.index(after: after)
        hiddenScalars += 2
      } else {
        break
      }
    }
    guard hiddenScalars > 0 else { return advance(scalar, width: width) }
    return disputed(scalar, width: width, end: end, hiddenScalars: hiddenScalars)
  }

  /// The first scalar of a sequence and, next, the marker for the rest of it.
  private mutating func disputed(
    _ base: Unicode.Scalar, width: Int, end: String.Index, hiddenScalars: Int
  ) -> Piece {
    // Ten scalars make the longest sequence in use; what is longer may carry something.
    pending = .token(hiddenScalars < 10 ? "⁺" : "⟨+\(hiddenScalars)⟩", joins: true)
    position = end
    return .cell(String(Character(base)), width: width, joins: false)
  }

  private func keycapEnd(_ scalar: Unicode.Scalar, after: String.Index) -> String.Index? {
    guard scalars[after].value == 0xFE0F else { return nil }
    switch scalar {
    case "0"..."9", "#", "*": break
    default: return nil
    }
    let enclosing = scalars.index(after: after)
    guard enclosing < scalars.endIndex, scalars[enclosing].value == 0x20E3 else { return nil }
    return scalars.index(after: enclosing)
  }

  private func isVariation(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || scalar.value == 0xFE0E
  }

  private func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    let scalarClass = ScalarClass(scalar)
    return scalarClass == .emoji || scalarClass == .wideEmoji
  }

  // MARK: Tokens

  private mutating func hidden(_ scalar: Unicode.Scalar) -> Piece {
    if scalar.value < 0x20 || scalar.value == 0x7F { return control(scalar) }
    let after = scalars.index(after: position)
    if HiddenScalar.isRegionalIndicator(scalar), after < scalars.endIndex,
      HiddenScalar.isRegionalIndicator(scalars[after])
    {
      let name = HiddenScalar.flag(scalar, scalars[after])
      position = scalars.index(after: after)
      previous = .nothing
      return .token(name, joins: false)
    }
    return token(run: scalar)
  }

  private mutating func control(_ scalar: Unicode.Scalar) -> Piece {
    position = scalars.index(after: position)
    previous = .nothing
    switch scalar {
    case "\t": return .tab
    case "\n": return .lineBreak
    case "\r" where position < scalars.endIndex && scalars[position] == "\n":
      position = scalars.index(after: position)
      return .lineBreak
    default:
      return .token(HiddenScalar.picture(ofControl: scalar.value) ?? "\u{FFFD}", joins: false)
    }
  }

  private mutating func token(run first: Unicode.Scalar) -> Piece {
    let group = HiddenScalar.group(of: first)
    let isAlike: (Unicode.Scalar) -> Bool =
      group == .single || ScalarClass(first) != .hidden
      ? { $0 == first }
      : { $0 == first || ScalarClass($0) == .hidden && HiddenScalar.group(of: $0) == group }
    return token(run: first, group: group.rawValue, while: isAlike)
  }

  private mutating func surplusMarks(_ first: Unicode.Scalar) -> Piece {
    token(run: first, group: "mark") { ScalarClass($0) == .mark }
  }

  private mutating func token(
    run first: Unicode.Scalar, group: String, while isAlike: (Unicode.Scalar) -> Bool
  ) -> Piece {
    var count = 0
    var same = true
    while position < scalars.endIndex, isAlike(scalars[position]) {
      same = same && scalars[position] == first
      count += 1
      position = scalars.index(after: position)
    }
    previous = .nothing
    return .token(
      HiddenScalar.token(first: first, count: count, same: same, group: group), joins: false)
  }
}
