/// The words and fields that every query knows, whatever the files hold.
package enum QueryVocabulary {
  /// Words that are terms by themselves.
  package static let words: [String: QueryCondition] = [
    "upsetting": .upsetting, "bad-target": .badTarget, "flagged": .flagged,
    "reviewed": .reviewed, "unreviewed": .unreviewed(by: nil),
    "unreviewed-by-me": .unreviewed(by: .me), "missed": .missed, "disputed": .disputed,
    "changed": .changed, "sampled": .sampled, "damaged": .damaged, "shielded": .shielded,
  ]

  /// Fields that take a value, in the order in which messages list them.
  package static let fields = [
    "tier", "verdict", "upsetting", "severity", "tag", "label", "by", "comment", "since",
    "automatic", "confidence", "signs", "copies", "passed-to", "id", "key", "input", "output",
    "target", "file", "run", "model",
  ]

  /// A field of the files as a query names it: in quotes where the language would read it otherwise.
  static func written(_ path: String) -> String {
    let isPlain = !path.contains { $0.isWhitespace || "()\":<>=!".contains($0) }
    let isFixed = fields.contains(path.lowercased())
    guard !isPlain || isFixed || path.isEmpty || path.first == "-" else { return path }
    let escaped = path.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
    return "\"\(escaped)\""
  }
}
