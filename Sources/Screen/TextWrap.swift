/// A line of wrapped text.
package struct WrappedLine: Hashable, Sendable {
  package let text: DisplayText
  /// Whether a line break of the text, not the width, put it on a line of its own.
  package let startsParagraph: Bool
  /// The part of the wrapped text that it shows, nil where it shows none.
  package let source: Range<String.Index>?
  let starts: [String.Index]

  /// The columns that show a part of the wrapped text, nil where the line shows nothing of it.
  package func columns(of part: Range<String.Index>) -> Range<Int>? {
    var column = 0
    var found: Range<Int>?
    for (cluster, start) in zip(text.clusters, starts) {
      let end = column + cluster.width
      if start >= part.lowerBound, start < part.upperBound {
        found = (found?.lowerBound ?? column)..<end
      }
      column = end
    }
    return found
  }
}

/// Wraps untrusted text at words, line by line and only as far as it is asked.
///
/// Line breaks of the text are kept, as is the indentation of its lines; blanks at a wrap vanish.
/// A word wider than the line is cut between graphemes. East Asian text wraps between glyphs.
///
///     var wrap = TextWrap(output, columns: 60)
///     while let line = wrap.next() { draw(line.text) }
package struct TextWrap {
  private struct Unit {
    let cluster: DisplayText.Cluster
    let start: String.Index
  }

  private let columns: Int
  private var sanitizer: Sanitizer
  /// What was read and not yet handed out; begins where the next line does.
  private var units: [Unit] = []
  private var width = 0
  private var startsParagraph = true
  /// Whether blanks are left out because the line before was wrapped at them.
  private var skipsBlanks = false

  /// A wrap of a text, with nothing read yet.
  package init(_ text: String, columns: Int) {
    self.columns = max(1, columns)
    sanitizer = Sanitizer(text)
  }

  /// The lines `from` and following, at most `limit`; O(text up to there).
  package static func lines(
    of text: String, columns: Int, from: Int = 0, limit: Int = .max
  ) -> [WrappedLine] {
    var wrap = TextWrap(text, columns: columns)
    var lines: [WrappedLine] = []
    var place = 0
    while lines.count < limit, let line = wrap.next() {
      if place >= from { lines.append(line) }
      place += 1
    }
    return lines
  }

  /// The texts of the first lines.
  package static func wrap(_ text: String, columns: Int, limit: Int = .max) -> [DisplayText] {
    lines(of: text, columns: columns, limit: limit).map(\.text)
  }

  /// The next line, or nil after the last; O(columns).
  package mutating func next() -> WrappedLine? {
    while width <= columns {
      let start = sanitizer.position
      guard let piece = sanitizer.next() else {
        return units.isEmpty ? nil : line(of: units.count, end: start, isParagraphEnd: true)
      }
      guard case .lineBreak = piece else {
        append(piece, start: start)
        continue
      }
      // After a wrap only the blanks that it swallowed may be left before the line break.
      let hasLine = startsParagraph || !units.isEmpty
      defer { startsParagraph = true }
      if hasLine { return line(of: units.count, end: start, isParagraphEnd: true) }
      skipsBlanks = false
    }
    return line(of: cut(), end: nil, isParagraphEnd: false)
  }

  private mutating func append(_ piece: Sanitizer.Piece, start: String.Index) {
    if case .cell(let glyph, let width, let joins) = piece {
      append(
        DisplayText.Cluster(glyph: glyph, width: width, kind: .plain, joins: joins), start: start)
      return
    }
    var text = DisplayText()
    // Tab stops count from the beginning of the line.
    text.width = width % DisplayText.tabStop
    text.append(piece)
    for cluster in text.clusters { append(cluster, start: start) }
  }

  private mutating func append(_ cluster: DisplayText.Cluster, start: String.Index) {
    if skipsBlanks, cluster.isBlank { return }
    skipsBlanks = false
    units.append(Unit(cluster: cluster, start: start))
    width += cluster.width
  }

  /// How many units stay on a line that is too wide.
  private func cut() -> Int {
    var fitting = 0
    var used = 0
    while fitting < units.count, used + units[fitting].cluster.width <= columns {
      used += units[fitting].cluster.width
      fitting += 1
    }
    guard let indentation = units.firstIndex(where: { !$0.cluster.isBlank }) else {
      return max(1, fitting)
    }
    var place = fitting
    while place > indentation, !mayBreak(before: place) { place -= 1 }
    if place > indentation { return place }
    place = fitting
    while place > 1, units[place].cluster.joins { place -= 1 }
    return max(1, place)
  }

  private func mayBreak(before place: Int) -> Bool {
    guard place > 0, place < units.count else { return false }
    let left = units[place - 1].cluster
    let right = units[place].cluster
    if right.isBlank || left.isBlank { return true }
    if right.joins || right.isClosing || left.isOpening { return false }
    if left.glyph == "-" { return place > 1 && units[place - 2].cluster.isLetter && right.isLetter }
    return left.width == 2 || right.width == 2
  }

  /// Hands out the first units as a line and keeps the rest for the next one.
  private mutating func line(
    of count: Int, end: String.Index?, isParagraphEnd: Bool
  ) -> WrappedLine {
    var shown = count
    while shown > 0, units[shown - 1].cluster.isBlank { shown -= 1 }
    var next = count
    while !isParagraphEnd, next < units.count, units[next].cluster.isBlank { next += 1 }
    let end = end ?? (next < units.count ? units[next].start : sanitizer.position)
    var text = DisplayText()
    text.clusters.reserveCapacity(shown)
    for unit in units[..<shown] { text.append(unit.cluster) }
    let line = WrappedLine(
      text: text, startsParagraph: startsParagraph,
      source: units.first.map { $0.start..<max($0.start, end) },
      starts: units[..<shown].map(\.start))
    width -= units[..<next].reduce(0) { $0 + $1.cluster.width }
    units.removeSubrange(..<next)
    startsParagraph = false
    skipsBlanks = !isParagraphEnd && units.isEmpty
    return line
  }
}

extension DisplayText.Cluster {
  fileprivate var isBlank: Bool { glyph == " " }

  fileprivate var isLetter: Bool {
    width == 1 && kind == .plain && glyph.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
  }

  /// What East Asian text does not put at the beginning of a line.
  fileprivate var isClosing: Bool {
    kind == .plain && DisplayText.Cluster.closing.contains(glyph)
  }

  /// What East Asian text does not leave at the end of a line.
  fileprivate var isOpening: Bool {
    kind == .plain && DisplayText.Cluster.opening.contains(glyph)
  }

  private static let closing = Set("、。，．：；？！」』）】〕》〉ー…,.!?:;)]}".map(String.init))
  private static let opening = Set("「『（【〔《〈([{".map(String.init))
}
