import Dispatch
import Interface

/// Keeps the reviewer's place on disk while they work, so that even a killed sitting comes back.
///
/// Writing happens on a queue of its own, in order: the screen does not wait for it.
struct PlaceNotebook {
  /// Moving about is noted at most this often, in milliseconds.
  private static let interval = 1_000

  private let records: SittingRecords
  private let onFailure: @Sendable (String) -> Void
  private let queue = DispatchQueue(label: "places")
  private var last: Place?
  private var lastTime = 0

  /// - Parameter onFailure: called with a sentence, on another thread, where a place cannot be kept.
  init(records: SittingRecords, onFailure: @escaping @Sendable (String) -> Void) {
    self.records = records
    self.onFailure = onFailure
    last = nil
  }

  /// Keeps `place` unless another was kept only just before.
  mutating func note(_ place: Place?, at now: Int) {
    guard now - lastTime >= Self.interval else { return }
    lastTime = now
    remember(place)
  }

  /// Keeps `place` soon.
  mutating func remember(_ place: Place?) {
    guard let place, place != last else { return }
    last = place
    queue.async { [records, onFailure] in
      do throws(StateFolder.WriteError) {
        try records.remember(place)
      } catch {
        onFailure(error.sentence)
      }
    }
  }

  /// Keeps `place` and waits until everything is written.
  mutating func close(at place: Place?) {
    remember(place)
    queue.sync {}
  }
}
