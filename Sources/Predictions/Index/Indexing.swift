import Synchronization

/// The work in the background: files are read, snapshots published, whoever waits is woken.
final class Indexing: Sendable {
  /// A snapshot is published after at most this time, so that lists grow before one's eyes.
  private static let publishInterval = Duration.milliseconds(40)
  /// The clock is looked at once in so many rows.
  private static let rowsBetweenLooks = 256

  private enum Stage { case new, running, ended }

  private let files: [OpenedFile]
  private let published: Mutex<IndexSnapshot>
  private let stage = Mutex(Stage.new)
  private let isCancelled = Atomic(false)
  private let end = Gate()

  init(_ files: [OpenedFile]) {
    self.files = files
    published = Mutex(IndexBuilder(files).snapshot(bytesRead: 0, isComplete: false))
  }

  var snapshot: IndexSnapshot { published.withLock { $0 } }

  func cancel() { isCancelled.store(true, ordering: .relaxed) }

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

  private func run(onChange: () -> Void) {
    var builder = IndexBuilder(files)
    var bytesBefore = 0
    for (index, opened) in files.enumerated() {
      builder.begin(index, expectedRows: opened.file.size / opened.meanRowLength)
      let notes = readRows(of: opened, into: &builder, bytesBefore: bytesBefore, onChange)
      builder.end(notes: notes)
      bytesBefore += opened.file.size
    }
    let isComplete = !isCancelled.load(ordering: .relaxed)
    let bytesRead = isComplete ? bytesBefore : snapshot.bytesRead
    publish(builder.snapshot(bytesRead: bytesRead, isComplete: isComplete), onChange)
  }

  /// Indexes one file and returns what its readers should know.
  private func readRows(
    of opened: OpenedFile, into builder: inout IndexBuilder, bytesBefore: Int,
    _ onChange: () -> Void
  ) -> [String] {
    var source = opened.file.rows()
    var block = RowBlock()
    var analyst = RowAnalyst(rules: opened.rules, decoder: opened.decoder)
    var facts = RowFacts()
    var nextPublish = ContinuousClock.now
    do {
      while try source.next(into: &block) {
        for row in block.rows.indices {
          if row % Self.rowsBetweenLooks == 0 {
            if isCancelled.load(ordering: .relaxed) { return [] }
            if ContinuousClock.now >= nextPublish {
              let bytes = bytesBefore + block.rows[row].offset
              publish(builder.snapshot(bytesRead: bytes, isComplete: false), onChange)
              nextPublish = .now + Self.publishInterval
            }
          }
          block.withRow(row) { position, bytes in
            analyst.analyse(bytes, at: position, into: &facts)
            builder.add(facts, at: position)
          }
        }
      }
    } catch {
      return ["the rows behind are missing: \(error.words)"]
    }
    return source.documentDamage.map {
      ["the document is damaged at line \($0.line), byte \($0.offset): \($0.reason.words)"]
    } ?? []
  }

  private func publish(_ snapshot: IndexSnapshot, _ onChange: () -> Void) {
    published.withLock { $0 = snapshot }
    onChange()
  }
}
