/// Text that a terminal may see: sanitised glyphs of known widths, the only kind that a grid takes.
///
/// A literal and what is interpolated into it go through the same sanitiser, so no way leads from a
/// `String` to the screen around it. It is always one line; a line break becomes `⏎` and a tab
/// spaces up to the next multiple of four.
///
///     let text = DisplayText("\(key) \(reason)")
///     grid.put(text.truncated(to: 20), row: 0, column: 0, style: .plain)
package struct DisplayText: Hashable, Sendable {
  /// What a glyph stands for.
  package enum Kind: UInt8, Sendable {
    /// Itself.
    case plain
    /// Something that cannot be shown; drawn in the token style.
    case token
  }

  /// One glyph with its columns.
  package struct Cluster: Hashable, Sendable {
    package let glyph: String
    /// 1 or 2.
    package let width: Int
    package let kind: Kind
    /// Whether it continues the grapheme of the cluster before, which a cut must not part.
    package let joins: Bool
  }

  /// The glyphs from left to right.
  package internal(set) var clusters: [Cluster] = []

  /// How many columns the text fills.
  package internal(set) var width = 0

  /// The text of no glyphs.
  package init() {}

  /// Sanitises all of a text, O(text).
  package init(_ untrusted: String) {
    append(sanitising: untrusted, while: { _ in true })
  }

  /// The beginning of a text, cut with `…` where it is wider than `maximumColumns`.
  ///
  /// It reads no further than it needs, which makes it the way to show a piece of a huge text.
  package init(_ untrusted: String, maximumColumns: Int) {
    append(sanitising: untrusted, while: { $0 <= maximumColumns })
    self = truncated(to: maximumColumns)
  }

  /// Whether there is nothing to draw.
  package var isEmpty: Bool { clusters.isEmpty }

  /// The glyphs as one string, safe to print to a terminal.
  package var string: String {
    var string = ""
    for cluster in clusters { string += cluster.glyph }
    return string
  }

  /// The text in no more than `columns`, with `…` in place of what was cut.
  ///
  /// Two cells of one grapheme are kept or cut together.
  package func truncated(to columns: Int) -> DisplayText {
    guard width > columns else { return self }
    guard columns > 0 else { return DisplayText() }
    var kept = 0
    var used = 0
    while kept < clusters.count, used + clusters[kept].width <= columns - 1 {
      used += clusters[kept].width
      kept += 1
    }
    while kept > 0, kept < clusters.count, clusters[kept].joins {
      kept -= 1
      used -= clusters[kept].width
    }
    var text = DisplayText()
    text.clusters = Array(clusters[..<kept])
    text.clusters.append(Cluster(glyph: "…", width: 1, kind: .plain, joins: false))
    text.width = used + 1
    return text
  }

  /// Where text stands in a field wider than itself.
  package enum Alignment: Sendable {
    case leading, trailing, center
  }

  /// The text with blanks up to `columns`; unchanged where it is at least as wide.
  package func padded(to columns: Int, alignment: Alignment = .leading) -> DisplayText {
    let missing = columns - width
    guard missing > 0 else { return self }
    let before =
      switch alignment {
      case .leading: 0
      case .trailing: missing
      case .center: missing / 2
      }
    return DisplayText.blanks(before) + self + DisplayText.blanks(missing - before)
  }

  /// As many blanks as asked for.
  package static func blanks(_ count: Int) -> DisplayText {
    var text = DisplayText()
    text.clusters = Array(repeating: Cluster.blank, count: max(0, count))
    text.width = max(0, count)
    return text
  }

  /// One text after the other.
  package static func + (left: DisplayText, right: DisplayText) -> DisplayText {
    var text = left
    text.append(right)
    return text
  }

  /// Adds a text at the end.
  package mutating func append(_ other: DisplayText) {
    clusters += other.clusters
    width += other.width
  }
}

extension DisplayText: CustomStringConvertible {
  /// The glyphs, so that display text can be part of a message.
  package var description: String { string }
}

extension DisplayText.Cluster {
  static let blank = DisplayText.Cluster(glyph: " ", width: 1, kind: .plain, joins: false)
}
