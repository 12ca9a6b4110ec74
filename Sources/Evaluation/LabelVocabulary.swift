import Predictions

/// The labels that a file uses, for choosing a corrected one by typing its beginning.
package enum LabelVocabulary {
  /// Rows that are looked at: enough to meet every label that matters.
  private static let rowsRead = 2_000
  /// More different texts than this are answers, not labels.
  private static let most = 200
  private static let longestLabel = 48

  /// Targets and outputs of the first rows, most frequent first; none where they are free text.
  package static func labels(of store: PredictionStore, snapshot: IndexSnapshot) -> [String] {
    var uses: [String: Int] = [:]
    for row in 0..<min(snapshot.rowCount, rowsRead) {
      // A little more than a label shows that a text is none.
      let prediction = store.prediction(at: row, upTo: longestLabel + 4)
      for content in [prediction.target, prediction.output] {
        guard case .text(let text)? = content, !text.isEmpty else { continue }
        guard text.utf8.count <= longestLabel, !text.contains(where: \.isNewline) else { return [] }
        uses[text, default: 0] += 1
      }
      guard uses.count <= most else { return [] }
    }
    let repeats = uses.values.reduce(0, +) >= 2 * uses.count
    guard repeats else { return [] }
    return uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
