import Synchronization

/// The work in the background: files are read, snapshots published, whoever waits is woken.
///
/// Where the cache has the index it is taken from there. Damage in it is noticed only when its chunk
/// is reached; then the files are read, and what was published of the rows so far stays true, since
/// each chunk was checked and the files are those that it was made from.
final class Indexing: Sendable {
  /// A snapshot is published after at most this time, so that lists grow before one's eyes. Each is
  /// drawn, so more of them would only keep keys waiting.
  private static let publishInterval = Duration.milliseconds(100)

  private static let manyRows = 100_000

  private struct Pace: Sendable {
    var next = ContinuousClock.now
    /// All rows were there once; only a followed file brings more behind that.
    var wasComplete = false
  }

  private enum Stage { case new, running, ended }

  private let files: [OpenedFile]
  private let options: OpenOptions
  private let cache: IndexCache?
  private let reading = Mutex<FactsReading<IndexBuilder>?>(nil)
  private let isCancelled = Atomic(false)
  private let published: Mutex<IndexSnapshot>
  private let pace = Mutex(Pace())
  private let stage = Mutex(Stage.new)
  private let end = Gate()
  private let rowsKept = Atomic(0)

  init(_ files: [OpenedFile], options: OpenOptions, cache: IndexCache?) {
    self.files = files
    self.options = options
    self.cache = cache
    published = Mutex(IndexBuilder(files).snapshot(bytesRead: 0, isComplete: false))
  }

  var snapshot: IndexSnapshot { published.withLock { $0 } }

  /// How many rows did not come from the cache.
  var rowsRead: Int { snapshot.rowCount - rowsKept.load(ordering: .relaxed) }

  func cancel() {
    isCancelled.store(true, ordering: .relaxed)
    reading.withLock { $0?.cancel() }
  }

  /// Begins the work unless it began before.
  ///
  /// - Parameter givesWay: lets the threads of a screen go first.
  func start(givesWay: Bool = false, onChange: @escaping @Sendable () -> Void) {
    let isNew = stage.withLock { stage in
      defer { if stage == .new { stage = .running } }
      return stage == .new
    }
    guard isNew else { return }
    let didStart = BackgroundThread.start { [self] in
      if givesWay { BackgroundThread.giveWay() }
      run(onChange: onChange)
      end.open()
    }
    // Without a thread to be had the work is done here rather than never.
    if !didStart {
      run(onChange: onChange)
      end.open()
    }
  }

  /// Returns when all rows are indexed, and kept where there is a cache, or the work was cancelled.
  func wait() {
    start {}
    end.wait()
  }

  private var bytesTotal: Int { files.reduce(0) { $0 + $1.file.size } }

  private var wasCancelled: Bool { isCancelled.load(ordering: .relaxed) }

  private func run(onChange: @escaping @Sendable () -> Void) {
    let bytesTotal = self.bytesTotal
    let visit = cache.flatMap { CacheVisit($0, files, options: options) }
    var builder = IndexBuilder(files)
    let finding = visit?.restore(into: &builder) { builder, rows in
      let bytes = Int(Double(bytesTotal) * Double(builder.state.rowCount) / Double(rows))
      publishIfDue(builder, bytesRead: bytes, onChange)
      return !wasCancelled
    }
    if finding?.isOfUse == true { rowsKept.store(builder.state.rowCount, ordering: .relaxed) }
    switch finding {
    case .complete: publish(builder.snapshot(bytesRead: bytesTotal, isComplete: true), onChange)
    case .beginning(let start): read(into: consume builder, from: start, for: visit, onChange)
    case .nothing(let news):
      read(into: IndexBuilder(files, news: news), from: nil, for: visit, onChange)
    case nil: read(into: IndexBuilder(files), from: nil, for: nil, onChange)
    }
    // The tables that find equal rows are gone with their reading, a fifth of all that was in use.
    if snapshot.rowCount >= Self.manyRows { FreedMemory.giveBack() }
    visit?.clean()
  }

  /// Reads the files, publishes the index and keeps it.
  ///
  /// Consuming, because a second owner of the builder's tables would have them copied.
  private func read(
    into builder: consuming IndexBuilder, from start: ReadingStart?, for visit: CacheVisit?,
    _ onChange: @escaping @Sendable () -> Void
  ) {
    let reading = FactsReading(files, into: consume builder, from: start) { IndexNeeds.index($0) }
    self.reading.withLock { $0 = reading }
    // It may have been cancelled before there was anything to cancel.
    if wasCancelled { reading.cancel() }
    reading.run(
      threads: Processors.count,
      onTaken: { [self] builder, bytes in publishIfDue(builder, bytesRead: bytes, onChange) },
      onStalled: { [self] builder, bytes in
        // Of a followed file nobody knows the end: with the rows that are there it is complete.
        let isComplete = files.last?.file.growth?.kind == .followed
        pace.withLock { $0.wasComplete = isComplete }
        publish(builder.snapshot(bytesRead: bytes, isComplete: isComplete), onChange)
      })
    let isComplete = !reading.wasCancelled
    let bytes = isComplete ? bytesTotal : snapshot.bytesRead
    publish(reading.taker.snapshot(bytesRead: bytes, isComplete: isComplete), onChange)
    if isComplete { visit?.keep(reading.taker) { [self] in wasCancelled } }
    // What only serves to find rows again that are equal is large.
    self.reading.withLock { $0 = nil }
  }

  private func publishIfDue(
    _ builder: borrowing IndexBuilder, bytesRead: Int, _ onChange: () -> Void
  ) {
    let isComplete = pace.withLock { pace -> Bool? in
      guard ContinuousClock.now >= pace.next else { return nil }
      pace.next = .now + Self.publishInterval
      return pace.wasComplete
    }
    guard let isComplete else { return }
    publish(builder.snapshot(bytesRead: bytesRead, isComplete: isComplete), onChange)
  }

  /// Publishes unless more rows are out already, of an entry of the cache that turned out damaged.
  private func publish(_ snapshot: IndexSnapshot, _ onChange: () -> Void) {
    let isNews = published.withLock { published in
      guard snapshot.rowCount >= published.rowCount else { return false }
      published = snapshot
      return true
    }
    if isNews { onChange() }
  }
}
