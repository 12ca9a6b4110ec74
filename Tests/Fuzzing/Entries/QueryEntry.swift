@testable import Predictions

/// A query, and behind its first line break a text to match its patterns with.
enum QueryEntry: FuzzEntry {
  static let seeds = [
    "tier:ambiguous (verdict:wrong or upsetting) \"refund policy\"\nrefund",
    "not -a (b or -(c))\nb",
    "unreviewed by me since:7d confidence<0.6 lang!=de\n", "metadata.lang:\"\" \"my field\">=1\n",
    "a*b*c\nAxbyc",
    "severity>=2 tag:refusal by:lin or label:bill* passed-to:me", "automatic>=0.5 -- (",
    "\"\\\"\\\\",
  ]
  static let words = [
    " or ", " and ", " not ", "unreviewed by ", "since:", "tier:", "upsetting", "!=", ">=", "<=",
    "\\\"", "(((", ")))",
    "2026-11-23T12:04:05Z", "7d", "**", "1e999", "ß", "İ", "me",
  ]

  static func take(_ bytes: UnsafeRawBufferPointer) {
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let (words, subject) = (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    checkPattern(words, subject)
    do throws(QueryError) {
      let query = try Query.parse(words)
      hold(query.terms.allSatisfy { (0...words.count).contains($0.position) }, "a term outside")
      checkNested(query, in: words)
    } catch {
      hold((0...words.count).contains(error.position), "an error outside: \(error)")
      hold(!error.words.isEmpty, "an error without words")
    }
  }

  /// Parentheses around the whole of a query change nothing but the places of its terms.
  private static func checkNested(_ query: Query, in words: String) {
    // An accent may join the parenthesis to the character behind it.
    let nested = "(" + words + " )"
    guard !query.terms.isEmpty, nested.count == words.count + 3 else { return }
    do throws(QueryError) {
      let other = try Query.parse(nested)
      hold(
        query.terms.map(\.condition) == other.terms.map(\.condition), "other terms in parentheses")
      hold(shape(query.root) == shape(other.root), "another tree in parentheses")
    } catch {
      guard case .nestedTooDeep = error else { fatalError("an error in parentheses: \(error)") }
    }
  }

  private static func shape(_ root: Query.Node) -> [String] {
    var shape: [String] = []
    var open = [root]
    while let node = open.popLast() {
      switch node {
      case .all(let nodes):
        shape.append("all \(nodes.count)")
        open += nodes
      case .any(let nodes):
        shape.append("any \(nodes.count)")
        open += nodes
      case .not(let node):
        shape.append("not")
        open.append(node)
      case .term: shape.append("term")
      }
    }
    return shape
  }

  /// A pattern is found where a table of all its beginnings says so.
  private static func checkPattern(_ words: String, _ subject: String) {
    guard words.utf8.count <= 64, subject.utf8.count <= 256 else { return }
    let pattern = TextPattern(words)
    let fold = { (text: String) in pattern.hasRegardToCase ? text : text.lowercased() }
    let expected = isMatch(Array(fold(words).utf8), Array(fold(subject).utf8))
    hold(
      pattern.matches(subject) == expected,
      "\(words.debugDescription) in \(subject.debugDescription)")
    let inside = Array(("*" + fold(words) + "*").utf8)
    hold(
      pattern.isContained(in: subject) == isMatch(inside, Array(fold(subject).utf8)), "contained")
  }

  private static func isMatch(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    // reached[i]: the pattern so far covers the first i bytes.
    var reached = [true] + [Bool](repeating: false, count: text.count)
    for sign in pattern {
      var next = [Bool](repeating: false, count: text.count + 1)
      for place in 0...text.count {
        if sign == UInt8(ascii: "*") {
          next[place] = reached[place] || (place > 0 && next[place - 1])
        } else if place > 0 {
          next[place] = reached[place - 1] && text[place - 1] == sign
        }
      }
      reached = next
    }
    return reached[text.count]
  }
}
