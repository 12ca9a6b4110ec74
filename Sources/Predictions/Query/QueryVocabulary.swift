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
}
