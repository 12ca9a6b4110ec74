import Synchronization

/// The predictions of some files: an index that grows in the background, and rows read by position.
///
///     let store = try PredictionStore.open(["run.jsonl"], options: OpenOptions())
///     store.start { wakeTheScreen() }
///     let snapshot = store.waitUntilComplete()
///     print(snapshot.rowCount, store.prediction(at: 0).key)
package final class PredictionStore: Sendable {
  private let published = Mutex(IndexSnapshot())

  private init() {}

  /// Opens the files and decides parts and signal from their first mebibyte.
  package static func open(
    _ paths: [String], options: OpenOptions
  ) throws(OpenError) -> PredictionStore {
    guard let path = paths.first else { throw .missing(path: "") }
    throw .unknownFormat(path: path)
  }

  /// Begins to index on a thread of its own; `onChange` is called there after each new snapshot.
  package func start(onChange: @escaping @Sendable () -> Void) {}

  /// What is known by now.
  package var snapshot: IndexSnapshot { published.withLock { $0 } }

  /// The index of all rows, or as far as it came when it was cancelled.
  @discardableResult
  package func waitUntilComplete() -> IndexSnapshot { snapshot }

  /// Ends the background work soon; what is indexed stays.
  package func cancel() {}

  /// Reads the row; what cannot be read any more is said in ``Prediction/readError``.
  package func prediction(at row: Int) -> Prediction {
    preconditionFailure("no row is indexed")
  }

  /// Reads the row as it lies in its file.
  package func rawRow(at row: Int) -> RawRow { preconditionFailure("no row is indexed") }
}
