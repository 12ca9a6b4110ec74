import Screen

/// A sentence of a report: words of ours, and text from files and ledgers, which every format escapes
/// or marks in its own way.
///
///     let line: ReportText = "\(quoting: key) was called wrong by \(quoting: name)"
package struct ReportText: ExpressibleByStringInterpolation, Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case own(String)
    case quoted(String)
  }

  private(set) var pieces: [Piece] = []

  package init(stringLiteral value: String) { pieces = [.own(value)] }

  package init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

  init(pieces: [Piece]) { self.pieces = pieces }

  /// Text from outside alone.
  package static func quoting(_ text: String) -> ReportText {
    ReportText(pieces: [.quoted(text)])
  }

  static func + (left: ReportText, right: ReportText) -> ReportText {
    ReportText(pieces: left.pieces + right.pieces)
  }

  /// The text on one line, with what is hidden in it made visible.
  var plain: String {
    pieces.map { piece in
      switch piece {
      case .own(let words): words
      case .quoted(let text): Self.line(text)
      }
    }.joined()
  }

  /// Text from outside on one line.
  static func line(_ text: String) -> String {
    String(HiddenText.shown(text).map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  /// A text has no unlabelled interpolation, so that none from outside passes for one of ours.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.own(literal)) }
    }

    package mutating func appendInterpolation(_ number: Int) { pieces.append(.own(String(number))) }

    package mutating func appendInterpolation(_ text: ReportText) { pieces += text.pieces }

    package mutating func appendInterpolation(quoting text: String) { pieces.append(.quoted(text)) }

    /// Words that the program made itself.
    package mutating func appendInterpolation(own words: String) { pieces.append(.own(words)) }
  }
}

extension Sequence<ReportText> {
  func joined(separator: ReportText) -> ReportText {
    enumerated().reduce(into: "" as ReportText) { whole, next in
      whole = whole + (next.offset > 0 ? separator : "") + next.element
    }
  }
}
