import Predictions
import Reviewing

/// A small run in a folder of its own, opened and indexed, with a ledger of several reviewers.
///
///     let run = try ReviewedRun(rows: "{…}\n{…}\n") { run in
///       [run.review("a", by: "ada", Review(verdict: .wrong))]
///     }
package struct ReviewedRun: Sendable {
  /// Something that a reviewer does to a prediction.
  package struct Deed: Sendable {
    package var by: String
    /// Days before ``ReviewedRun/now``.
    package var daysAgo: Int
    package var item: ReviewedItem?
    package var body: LedgerBody
    package var context: ReviewContext?

    package init(
      by: String, daysAgo: Int, item: ReviewedItem? = nil, body: LedgerBody,
      context: ReviewContext? = nil
    ) {
      self.context = context
      self.by = by
      self.daysAgo = daysAgo
      self.item = item
      self.body = body
    }
  }

  package let folder: TemporaryFolder
  package let store: PredictionStore
  package let snapshot: IndexSnapshot
  package private(set) var ledger: Ledger

  /// The moment at which tests ask.
  package static let now = Timestamp(milliseconds: 1_795_435_445_000)

  /// Opens `rows`, a JSON Lines text, and writes a ledger file per reviewer of `deeds`.
  package init(
    rows: String, options: OpenOptions = OpenOptions(), deeds: (ReviewedRun) -> [Deed] = { _ in [] }
  ) throws {
    folder = try TemporaryFolder()
    store = try PredictionStore.open([try folder.write(rows, to: "run.jsonl")], options: options)
    store.start {}
    snapshot = store.waitUntilComplete()
    ledger = try Ledger.open(.memory, reviewer: "ada")
    let lines = Self.lines(of: deeds(self))
    let paths = try lines.map { reviewer, lines in
      try folder.write(lines.map { $0 + "\n" }.joined(), to: "ledger/\(reviewer).jsonl")
    }
    ledger = try Ledger.open(LedgerLocation(written: nil, read: paths.sorted()), reviewer: "ada")
  }

  /// The prediction with this id.
  package func prediction(_ key: String) -> Prediction? {
    (0..<snapshot.rowCount).lazy.map(store.prediction(at:)).first { $0.key == key }
  }

  /// What the ledger calls the prediction with this id.
  package func item(_ key: String) -> ReviewedItem? {
    prediction(key).map(Self.item)
  }

  /// What the ledger calls a prediction.
  package static func item(_ prediction: Prediction) -> ReviewedItem {
    ReviewedItem(
      content: prediction.contentDigest, input: prediction.inputDigest, key: prediction.key,
      run: prediction.run, file: prediction.file)
  }

  /// A review of the prediction with this id.
  package func review(_ key: String, by: String, daysAgo: Int = 1, _ review: Review) -> Deed {
    deed(key, by: by, daysAgo: daysAgo, .review(review))
  }

  /// Any event about the prediction with this id.
  package func deed(_ key: String, by: String, daysAgo: Int = 1, _ body: LedgerBody) -> Deed {
    Deed(by: by, daysAgo: daysAgo, item: item(key), body: body)
  }

  /// A review of another output for the input of the prediction with this id.
  package func reviewOfOtherOutput(_ key: String, by: String, _ review: Review) -> Deed {
    let other = item(key).map {
      ReviewedItem(
        content: ContentDigest(of: "another output of \(key)".utf8), input: $0.input, key: key,
        run: "earlier", file: "earlier.jsonl")
    }
    return Deed(by: by, daysAgo: 3, item: other, body: .review(review))
  }

  private static func lines(of deeds: [Deed]) -> [String: [String]] {
    var lines: [String: [String]] = [:]
    for (place, deed) in deeds.enumerated() {
      let time = now.milliseconds - Int64(deed.daysAgo) * 86_400_000 + Int64(place)
      let previous = lines[deed.by]?.last.map { ContentDigest(of: $0.utf8).text }
      let event = LedgerEvent(
        id: EventID(high: UInt64(time) << 16, low: UInt64(place)),
        at: Timestamp(milliseconds: time), by: deed.by, seq: place + 1, writer: deed.by + "00",
        prev: previous, item: deed.item, context: deed.context, body: deed.body)
      lines[deed.by, default: []].append(event.line)
    }
    return lines
  }
}
