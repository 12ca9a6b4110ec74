/// Words that say what the value behind them is.
struct StatedNames: Sendable {
  /// By their first letter, the longest first, since one may begin another.
  private let names: [UInt32: [[UInt32]]]

  /// - Parameter names: in small letters.
  init(_ names: [String]) {
    let scalars = names.map { $0.unicodeScalars.map(\.value) }
    self.names = Dictionary(grouping: scalars.filter { !$0.isEmpty }) { $0[0] }
      .mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// Behind the name that stands at `start` in any case, if there is one.
  func end(in text: RedactionText, at start: Int) -> Int? {
    let name = names[text[start].lowercased]?.first { name in
      name.indices.allSatisfy { text[start + $0].lowercased == name[$0] }
    }
    return name.map { start + $0.count }
  }

  /// Where the value begins that is given to a name which ends at `end`: `name = "…`, `name => …`.
  static func valueStart(in text: RedactionText, behind end: Int) -> Int? {
    let sign = text.end(from: end, most: 2) { $0.isOne(of: "\"' ") }
    guard text[sign].isOne(of: ":=") else { return nil }
    return text.end(from: sign + 1, most: 3) { $0.isOne(of: "\"' >=") }
  }

  /// The same where a sentence says it: `name is …`, `name lautet: …`.
  static func saidStart(in text: RedactionText, behind end: Int) -> Int? {
    let start = text.end(from: end, most: 2) { $0 == UInt32(ascii: " ") }
    let verb = ["is", "was", "ist", "war", "lautet", "est", "es"].first { (verb: StaticString) in
      text.has(verb, at: start) && !text[start + verb.utf8CodeUnitCount].isWord
    }
    guard start > end, let verb else { return nil }
    return text.end(from: start + verb.utf8CodeUnitCount, most: 4) { $0.isOne(of: "\"'`: ") }
  }
}
