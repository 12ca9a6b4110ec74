/// The way to a field inside of a row: `answer.choices[0].text`.
///
/// A key that holds dots or brackets itself is found too: at every object the longest part of the
/// path that is a key wins over a descent.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  package enum Component: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  package let components: [Component]
  package let description: String
  /// Where each component begins and ends in `text`, brackets included and dots not.
  let spans: [Range<Int>]
  /// The path's UTF-8, which keys of rows are compared with.
  let text: [UInt8]

  /// Reads a path; any text is one, since any text can be a key.
  package init(_ description: String) {
    self.description = description
    text = Array(description.utf8)
    let parts = Self.split(text)
    components = parts.map(\.component)
    spans = parts.map(\.span)
  }

  private static func split(_ text: [UInt8]) -> [(component: Component, span: Range<Int>)] {
    var parts: [(component: Component, span: Range<Int>)] = []
    var start = 0
    var at = 0
    var isBehindIndex = false
    func endKey() {
      guard at > start || !isBehindIndex else { return }
      let key = String(decoding: text[start..<at], as: UTF8.self)
      parts.append((.key(key), start..<at))
    }
    while at < text.count {
      if text[at] == UInt8(ascii: "."), at > start || isBehindIndex {
        endKey()
        at += 1
        start = at
        isBehindIndex = false
      } else if let (index, stop) = self.index(in: text, at: at), stop.isBoundary(of: text) {
        if at > start { endKey() }
        parts.append((.index(index), at..<stop))
        at = stop
        start = stop
        isBehindIndex = true
      } else {
        at += 1
      }
    }
    if parts.isEmpty || !isBehindIndex { endKey() }
    return parts
  }

  /// The number in brackets that begins at `at`, and the place behind it.
  private static func index(in text: [UInt8], at: Int) -> (Int, Int)? {
    guard text[at] == UInt8(ascii: "["), let close = text[at...].firstIndex(of: UInt8(ascii: "]")),
      let index = Int(String(decoding: text[at + 1..<close], as: UTF8.self)), index >= 0
    else { return nil }
    return (index, close + 1)
  }
}

extension Int {
  /// Behind an index comes the end, a dot or another index; else the bracket belongs to a key.
  fileprivate func isBoundary(of text: [UInt8]) -> Bool {
    self == text.count || text[self] == UInt8(ascii: ".") || text[self] == UInt8(ascii: "[")
  }
}
