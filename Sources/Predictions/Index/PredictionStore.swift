import Synchronization

/// The predictions of some files: an index that grows in the background, and rows read by position.
///
/// Files are opened once and read by `pread`; their texts are never kept. The order of rows is that
/// of the files as given, and a row keeps its number from the moment a snapshot counts it.
///
///     let store = try PredictionStore.open(["run.jsonl"], options: OpenOptions())
///     store.start { wakeTheScreen() }
///     let snapshot = store.waitUntilComplete()
///     print(snapshot.rowCount, store.prediction(at: 0).key)
package final class PredictionStore: Sendable {
  let files: [OpenedFile]
  private let indexing: Indexing
  private let reader: PredictionReader
  private let recent = Mutex(RecentPredictions())
  private let excerpts = Mutex(RecentPredictions())
  private let lastRaw = Mutex<RawRow?>(nil)

  private init(_ files: [OpenedFile], options: OpenOptions, cache: IndexCache?) {
    self.files = files
    indexing = Indexing(files, options: options, cache: cache)
    reader = PredictionReader(files: files, run: options.run)
  }

  deinit {
    indexing.cancel()
  }

  /// Opens the files and decides parts and signal from their first mebibyte.
  ///
  /// - Parameter cache: where the index is looked for, and kept when it is complete.
  package static func open(
    _ paths: [String], options: OpenOptions, cache: IndexCache? = nil
  ) throws(OpenError) -> PredictionStore {
    PredictionStore(
      try OpenedFile.open(paths, options: options), options: options, cache: cache)
  }

  /// Begins to index on a thread of its own; `onChange` is called there after each new snapshot.
  ///
  /// - Parameter givesWay: lets other threads of the process go first, such as a screen's.
  package func start(givesWay: Bool = false, onChange: @escaping @Sendable () -> Void) {
    indexing.start(givesWay: givesWay, onChange: onChange)
  }

  /// What is known by now.
  package var snapshot: IndexSnapshot { indexing.snapshot }

  /// The index of all rows, or as far as it came when it was cancelled.
  @discardableResult
  package func waitUntilComplete() -> IndexSnapshot {
    indexing.wait()
    return snapshot
  }

  /// How many rows were read for the index; the others came from the cache.
  var rowsRead: Int { indexing.rowsRead }

  /// Ends the background work soon; what is indexed stays.
  package func cancel() { indexing.cancel() }

  /// Reads the row whole; what cannot be read any more is said in ``Prediction/readError``.
  ///
  /// The rows asked for last are remembered. Linear in the row's length.
  package func prediction(at row: Int) -> Prediction { prediction(at: row, upTo: .max) }

  /// Reads the row with no more than the beginnings of its texts, `limit` bytes of each.
  ///
  /// Which of them go on is said in ``Prediction/cutParts``. Takes the time of the whole row, unless
  /// as much is remembered, but keeps no more memory than was asked for.
  package func prediction(at row: Int, upTo limit: Int) -> Prediction {
    if let known = recent.withLock({ $0[row, upTo: limit] }) { return known }
    let prediction = reader.prediction(at: row, in: snapshot, upTo: limit)
    if prediction.readError == nil { recent.withLock { $0.add(prediction, upTo: limit) } }
    return prediction
  }

  /// The row with no more than the beginning of its long texts, for a list of rows.
  ///
  /// Linear in the row's length, but for the rows asked for last.
  package func excerpt(at row: Int) -> Prediction {
    if let known = excerpts.withLock({ $0[row, upTo: 0] }) { return known }
    let prediction = prediction(at: row, upTo: Prediction.screenLength)
    guard prediction.isLong, prediction.readError == nil else { return prediction }
    let excerpt = prediction.excerpt
    excerpts.withLock { $0.add(excerpt, upTo: 0) }
    return excerpt
  }

  /// Reads the row as it lies in its file.
  package func rawRow(at row: Int) -> RawRow { reader.rawRow(at: row, in: snapshot) }

  /// The row as it lies in its file, with long texts and lists cut short, for its tree.
  ///
  /// Linear in the row's length, but for the row asked for last.
  package func rawExcerpt(at row: Int) -> RawRow {
    if let known = lastRaw.withLock({ $0 }), known.row == row { return known }
    let raw = reader.rawRow(at: row, in: snapshot, abridgedBy: .shown)
    if raw.readError == nil { lastRaw.withLock { $0 = raw } }
    return raw
  }
}
