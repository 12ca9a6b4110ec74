/// What a field of the file has to be.
///
/// A list is whatever one of its members is. A field that is absent, null or empty meets only
/// ``isEmpty``.
package enum QueryValue: Hashable, Sendable {
  case equals(QueryOperand)
  /// Something else; what is absent differs from nothing.
  case differs(QueryOperand)
  case compares(QueryComparison)
  case isEmpty

  /// Whether a field with these texts, of which none is empty, meets it.
  package func holds(for texts: [String]) -> Bool {
    switch self {
    case .equals(let operand): texts.contains(where: operand.equals)
    case .differs(let operand): !texts.isEmpty && !texts.contains(where: operand.equals)
    case .compares(let comparison):
      texts.contains { NumberText.value(of: $0.trimmed).map(comparison.holds(for:)) ?? false }
    case .isEmpty: texts.isEmpty
    }
  }

  /// Whether it is about just this text, and not about a number or a pattern.
  package func names(_ text: String) -> Bool {
    switch self {
    case .equals(let operand), .differs(let operand): operand.pattern.text == text
    case .compares, .isEmpty: false
    }
  }
}

/// What a field is compared with: a text and, unless it is quoted, the number that it writes.
///
///     QueryOperand(TextPattern("1")).equals("1.0") // true: numbers compare as numbers
package struct QueryOperand: Hashable, Sendable {
  package let pattern: TextPattern
  private let isNumber: Bool

  package init(_ pattern: TextPattern, isNumber: Bool = true) {
    self.pattern = pattern
    self.isNumber = isNumber && NumberText.value(of: pattern.text) != nil
  }

  init(_ word: QueryLexer.Word) {
    self.init(TextPattern(word.text, hasWildcards: !word.isQuoted), isNumber: !word.isQuoted)
  }

  func equals(_ text: String) -> Bool {
    if pattern.matches(text) { return true }
    if isNumber { return NumberText.isSame(pattern.text, text.trimmed) }
    return isTruth && pattern.text.lowercased() == text.lowercased()
  }

  /// JSON writes `true` and Python `True`: they are one, whatever was typed.
  private var isTruth: Bool { ["true", "false"].contains(pattern.text.lowercased()) }
}
