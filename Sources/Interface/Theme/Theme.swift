import Screen

/// How each role looks on the terminal at hand.
package struct Theme: Sendable {
  /// What the terminal's background is, as far as anybody said.
  package enum Background: String, Sendable {
    case dark, light
  }

  /// How many colours the terminal has, reduced to what the theme distinguishes.
  package enum Depth: Sendable {
    case none, few, many

    /// 0 is none, up to 88 is few (the eight names), 256 is many.
    package init(colors: Int) {
      switch colors {
      case ..<8: self = .none
      case ..<256: self = .few
      default: self = .many
      }
    }
  }

  package let glyphs: GlyphSet
  /// What covered text is filled with: without colours it has to differ from a bar.
  package let cover: DisplayText
  private let styles: [Role: Style]

  package init(depth: Depth, background: Background = .dark, glyphs: GlyphSet = .unicode) {
    self.glyphs = glyphs
    cover = depth == .none ? "#" : glyphs.mark(.hidden)
    styles =
      switch depth {
      case .none: Self.monochrome
      case .few: Self.eightColors
      case .many: background == .dark ? Self.dark : Self.light
      }
  }

  /// The look of `role`.
  package subscript(role: Role) -> Style { styles[role] ?? .plain }

  /// The look of a role on the selected row: its foreground on the row's background.
  package func selected(_ role: Role) -> Style {
    let selection = self[.selected]
    // In reverse a colour would become a block of its own within the row.
    guard !selection.attributes.contains(.reverse) else {
      return Style(attributes: self[role].attributes.union(selection.attributes).subtracting(.dim))
    }
    var style = self[role]
    style.background = selection.background
    style.attributes.formUnion(selection.attributes)
    return style
  }
}

extension Theme {
  /// Every role differs by attribute, or by its glyph where the attribute is plain.
  private static let monochrome: [Role: Style] = [
    .text: .plain, .dim: attributed(.dim), .accent: attributed(.bold),
    .ok: .plain, .wrong: attributed(.bold), .unsure: .plain,
    .upsetting: attributed(.reverse), .badTarget: attributed(.underline),
    .easy: .plain, .ambiguous: .plain, .hard: .plain,
    .selected: attributed(.reverse), .focusedBorder: attributed(.bold), .border: .plain,
    .hiddenCharacter: attributed([.reverse, .dim]), .covered: attributed(.dim),
    .title: attributed(.bold), .message: attributed(.bold),
    .failure: attributed([.bold, .reverse]),
    .match: attributed(.reverse), .added: attributed(.underline), .removed: attributed(.reverse),
    .role: attributed(.bold),
  ]

  private static let eightColors: [Role: Style] = [
    .text: .plain, .dim: attributed(.dim), .accent: colored(6, .bold),
    .ok: colored(2), .wrong: colored(1, .bold), .unsure: colored(3), .upsetting: colored(5, .bold),
    .badTarget: colored(4, .bold), .easy: colored(2), .ambiguous: colored(3), .hard: colored(1),
    .selected: attributed(.reverse), .focusedBorder: colored(6), .border: attributed(.dim),
    .hiddenCharacter: attributed([.reverse, .dim]), .covered: attributed(.dim),
    .title: attributed(.bold), .message: colored(6, .bold),
    .failure: colored(1, [.bold, .reverse]),
    .match: attributed(.reverse), .added: colored(2, .underline), .removed: colored(1, .bold),
    .role: colored(6),
  ]

  private static let dark = palette(
    text: 255, dim: 244, accent: 80, green: 114, red: 203, yellow: 179, magenta: 176, blue: 75,
    selection: 236, border: 239, match: 58)

  private static let light = palette(
    text: 232, dim: 243, accent: 30, green: 28, red: 160, yellow: 130, magenta: 127, blue: 25,
    selection: 254, border: 250, match: 229)

  private static func palette(
    text: UInt8, dim: UInt8, accent: UInt8, green: UInt8, red: UInt8, yellow: UInt8,
    magenta: UInt8, blue: UInt8, selection: UInt8, border: UInt8, match: UInt8
  ) -> [Role: Style] {
    [
      .text: colored(text), .dim: colored(dim), .accent: colored(accent),
      .ok: colored(green), .wrong: colored(red), .unsure: colored(yellow),
      .upsetting: colored(magenta), .badTarget: colored(blue),
      .easy: colored(green), .ambiguous: colored(yellow), .hard: colored(red),
      .selected: Style(foreground: .palette(text), background: .palette(selection)),
      .focusedBorder: colored(accent), .border: colored(border),
      .hiddenCharacter: colored(dim, .reverse), .covered: colored(dim),
      .title: colored(text, .bold), .message: colored(accent, .bold),
      .failure: colored(red, [.bold, .reverse]),
      .match: Style(foreground: .palette(text), background: .palette(match), attributes: .bold),
      .added: colored(green, .underline), .removed: colored(red), .role: colored(accent, .bold),
    ]
  }

  private static func colored(_ color: UInt8, _ attributes: Attributes = []) -> Style {
    Style(foreground: .palette(color), attributes: attributes)
  }

  private static func attributed(_ attributes: Attributes) -> Style {
    Style(attributes: attributes)
  }
}
