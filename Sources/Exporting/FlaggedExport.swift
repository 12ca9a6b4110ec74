import Evaluation
import Predictions
import Reviewing

/// Finds the predictions that a selection takes and hands them, with their reviews, to a format.
///
///     let export = try FlaggedExport(ExportSelection(), context: context)
///     var exporter = ExportFormat.jsonl.exporter(fields: .all(segments: names))
///     var sink: any ByteSink = DescriptorSink(.standardOutput)
///     try export.write(export.rows(), with: &exporter, heads: ledger.heads, into: &sink)
///
/// Predictions with the same input and output are one item and are exported once.
package struct FlaggedExport: Sendable {
  private let selection: ExportSelection
  private let context: QueryContext
  private let matcher: QueryMatcher?

  /// Throws where the selection's query does not fit the files.
  package init(_ selection: ExportSelection, context: QueryContext) throws(QueryError) {
    self.selection = selection
    self.context = context
    matcher = try selection.query.map { query throws(QueryError) in
      try QueryMatcher(query, context: context)
    }
  }

  /// Rows that the selection's query could not read, and that are not taken.
  package var unread: UnreadRows { context.unread }

  /// How much of the work is done, called now and then while it lasts.
  package typealias Progress = (_ part: Int, _ whole: Int) -> Void

  /// Rows between two reports: reading so many takes a few milliseconds.
  private static let reportEvery = 256

  /// The rows that are taken, in file order; linear in the rows of the index.
  package func rows(progress: Progress = { _, _ in }) -> [Int] {
    var rows: [Int] = []
    let count = context.snapshot.rowCount
    for row in 0..<count {
      if row.isMultiple(of: Self.reportEvery) { progress(row, count) }
      if isTaken(row) { rows.append(row) }
    }
    return rows
  }

  /// Writes `rows` and the end into `sink`.
  package func write(
    _ rows: [Int], with exporter: inout any Exporter, heads: [String],
    into sink: inout any ByteSink, progress: Progress = { _, _ in }
  ) throws(SinkError) {
    for (place, row) in rows.enumerated() {
      if place.isMultiple(of: Self.reportEvery) { progress(place, rows.count) }
      try exporter.writeRow(prediction(at: row), into: &sink)
    }
    try exporter.finish(ExportEnd(heads: heads), into: &sink)
  }

  /// The row with its counting reviews, newest first and a resolution before them.
  package func prediction(at row: Int) -> ExportedPrediction {
    let prediction = context.store.prediction(at: row)
    let entry = context.snapshot[row]
    let book = context.book
    let isFlaggedUpsetting = book.isUpsetting(entry.digest)
    return ExportedPrediction(
      key: prediction.key, file: prediction.file, run: prediction.run, model: prediction.model,
      input: prediction.input, output: prediction.output, target: prediction.target,
      originals: originals(of: prediction, entry), tier: prediction.tier.name,
      signal: prediction.signal, automatic: prediction.automatic, segments: prediction.segments,
      copies: entry.copies,
      isChanged: book.isChanged(
        input: prediction.inputDigest, content: prediction.contentDigest),
      isShielded: entry.isShielded || isFlaggedUpsetting,
      damage: prediction.readError?.words ?? prediction.damage?.reason.words,
      content: prediction.contentDigest.text, reviews: reviews(of: entry.digest))
  }

  private func isTaken(_ row: Int) -> Bool {
    let entry = context.snapshot[row]
    guard entry.firstRow == row, isTaken(byReviewsOf: entry.digest) else { return false }
    return matcher?.matches(row: row) ?? true
  }

  private func isTaken(byReviewsOf content: DigestPrefix) -> Bool {
    if selection.includesUnflagged, !selection.narrowsReviews { return true }
    guard context.book.hasReviews(of: content) else { return false }
    if let resolution = resolution(of: content) {
      return selection.includesUnflagged || resolution.review.isFlagged
    }
    return context.book.reviews(of: content).contains { review in
      selection.counts(review) && (selection.includesUnflagged || review.review.isFlagged)
    }
  }

  private func resolution(of content: DigestPrefix) -> CurrentReview? {
    context.book.resolution(of: content).flatMap { selection.counts($0) ? $0 : nil }
  }

  private func reviews(of content: DigestPrefix) -> [ExportedReview] {
    let resolution = resolution(of: content).map { exported($0, isResolution: true) }
    let reviews = context.book.reviews(of: content).filter(selection.counts)
    return [resolution].compactMap(\.self) + reviews.map { exported($0, isResolution: false) }
  }

  private func exported(_ current: CurrentReview, isResolution: Bool) -> ExportedReview {
    var review = current.review
    if current.hasComment { review.comment = context.comment(current) }
    return ExportedReview(
      by: current.by, at: current.at, review: review, isResolution: isResolution)
  }
}

extension FlaggedExport {
  /// Of each chat the messages as the file wrote them.
  ///
  /// A ``ChatMessage`` keeps what people read; who imports the export again wants the rest too,
  /// and the same digest.
  private func originals(of prediction: Prediction, _ entry: RowEntry) -> [Part: String] {
    let contents: [(Part, Content?)] = [
      (.input, prediction.input), (.output, prediction.output), (.target, prediction.target),
    ]
    let chats = contents.filter { if case .chat = $0.1 { true } else { false } }.map(\.0)
    guard !chats.isEmpty else { return [:] }
    let raw = context.store.rawRow(at: prediction.row)
    let recognised = context.snapshot.files[entry.file].recognised
    var originals: [Part: String] = [:]
    for part in chats {
      guard let path = recognised[part]?.first?.path else { continue }
      originals[part] = raw.bytes.withUnsafeBytes { bytes in
        raw.tape.value(at: FieldPath(path), in: bytes)
          .map { raw.tape.canonicalJSON(of: $0, in: bytes) }
      }
    }
    return originals
  }
}
