/// The predictions that were read last: a screen asks for the same ones again and again.
struct RecentPredictions {
  private static let limit = 64

  /// More text than that is kept of the last one only.
  private let byteLimit: Int
  private var entries: [Entry] = []
  private(set) var byteCount = 0

  private struct Entry {
    let prediction: Prediction
    /// Its texts were cut to so many bytes, where they were longer.
    let length: Int

    var row: Int { prediction.row }
    var hasAll: Bool { prediction.cutParts.isEmpty }
  }

  init(byteLimit: Int = 64 << 20) {
    self.byteLimit = byteLimit
  }

  /// The prediction, if so many bytes of its texts are known, or all of them.
  subscript(row: Int, upTo length: Int) -> Prediction? {
    entries.first { $0.row == row && ($0.hasAll || $0.length >= length) }?.prediction
  }

  /// Remembers one more and forgets those that were added first.
  mutating func add(_ prediction: Prediction, upTo length: Int) {
    if let known = entries.firstIndex(where: { $0.row == prediction.row }) {
      byteCount -= entries.remove(at: known).prediction.byteCount
    }
    entries.append(Entry(prediction: prediction, length: length))
    byteCount += prediction.byteCount
    while entries.count > 1, entries.count > Self.limit || byteCount > byteLimit {
      byteCount -= entries.removeFirst().prediction.byteCount
    }
  }
}
