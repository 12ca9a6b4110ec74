import SystemPackage
import TestSupport

@testable import Predictions

/// Predictions that a test sends through a pipe while they are read.
struct Arriving {
  let options: OpenOptions
  private let writing: FileDescriptor
  private let reading: FileDescriptor
  private let folder: TemporaryFolder

  init(early: Bool = true) throws {
    folder = try TemporaryFolder()
    (reading, writing) = try FileDescriptor.pipe()
    var options = OpenOptions()
    options.streams = StreamOptions(spoolFolder: folder.path(of: "spool"), opensEarly: early)
    options.streams.standardInput = reading
    self.options = options
  }

  /// Opens what arrives; from then on nobody else reads it.
  func open() throws -> WatchedStore {
    defer { try? reading.close() }
    return WatchedStore(try PredictionStore.open(["-"], options: options))
  }

  func send(_ text: String) throws { try send(Array(text.utf8)) }

  func send(_ bytes: some Sequence<UInt8>) throws { _ = try writing.writeAll(bytes) }

  /// No more comes.
  func end() throws { try writing.close() }
}

/// A store whose index is at work, with a wait for what it comes to.
struct WatchedStore {
  let store: PredictionStore
  private let changes = Monitor(0)

  init(_ store: PredictionStore) {
    self.store = store
    store.start { [changes] in changes.change { $0 += 1 } }
  }

  /// The first snapshot that satisfies a condition; nothing where none does for long.
  func snapshot(where condition: (IndexSnapshot) -> Bool) -> IndexSnapshot? {
    changes.wait(until: { _ in condition(store.snapshot) }, atMost: .seconds(60)) { _ in
      let snapshot = store.snapshot
      return condition(snapshot) ? snapshot : nil
    }
  }

  func snapshot(rows: Int) -> IndexSnapshot? { snapshot { $0.rowCount >= rows } }
}
