import Synchronization

/// The work in the background: files are read, snapshots published, whoever waits is woken.
final class Indexing: Sendable {
  /// A snapshot is published after at most this time, so that lists grow before one's eyes.
  private static let publishInterval = Duration.milliseconds(40)

  private enum Stage { case new, running, ended }

  private let reading: FactsReading<IndexBuilder>
  private let published: Mutex<IndexSnapshot>
  private let nextPublish = Mutex(ContinuousClock.now)
  private let stage = Mutex(Stage.new)
  private let end = Gate()
  private let bytesTotal: Int

  init(_ files: [OpenedFile]) {
    let builder = IndexBuilder(files)
    reading = FactsReading(files, into: builder) { IndexNeeds.index($0) }
    published = Mutex(builder.snapshot(bytesRead: 0, isComplete: false))
    bytesTotal = files.reduce(0) { $0 + $1.file.size }
  }

  var snapshot: IndexSnapshot { published.withLock { $0 } }

  func cancel() { reading.cancel() }

  /// Begins the work unless it began before.
  func start(onChange: @escaping @Sendable () -> Void) {
    let isNew = stage.withLock { stage in
      defer { if stage == .new { stage = .running } }
      return stage == .new
    }
    guard isNew else { return }
    let didStart = BackgroundThread.start { [self] in
      run(onChange: onChange)
      end.open()
    }
    // Without a thread to be had the work is done here rather than never.
    if !didStart {
      run(onChange: onChange)
      end.open()
    }
  }

  /// Returns when all rows are indexed or the work was cancelled.
  func wait() {
    start {}
    end.wait()
  }

  private func run(onChange: @escaping @Sendable () -> Void) {
    reading.run(threads: Processors.count) { [self] builder, bytes in
      let isDue = nextPublish.withLock { next in
        guard ContinuousClock.now >= next else { return false }
        next = .now + Self.publishInterval
        return true
      }
      if isDue { publish(builder.snapshot(bytesRead: bytes, isComplete: false), onChange) }
    }
    let isComplete = !reading.wasCancelled
    let bytes = isComplete ? bytesTotal : snapshot.bytesRead
    publish(reading.taker.snapshot(bytesRead: bytes, isComplete: isComplete), onChange)
  }

  private func publish(_ snapshot: IndexSnapshot, _ onChange: () -> Void) {
    published.withLock { $0 = snapshot }
    onChange()
  }
}
