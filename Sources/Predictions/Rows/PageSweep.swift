#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Takes the pages of all rooms away again and again, while there are any.
///
/// What is in them stays in their spools, from where a page that is looked at once more comes back.
/// So a walk through a long row keeps no more of it than it passes between two sweeps, without having
/// to know that it walks through one. While nobody walks, sweeps are rare and cost next to nothing.
final class PageSweep: Sendable {
  static let shared = PageSweep()
  private static let shortestInterval = Duration.microseconds(250)
  private static let longestInterval = Duration.milliseconds(4)

  private struct State {
    /// The rooms' lengths by their addresses.
    var rooms: [UnsafeMutableRawPointer: Int] = [:]
    var isRunning = false
  }

  private let state = Monitor(State())

  func add(_ room: UnsafeMutableRawBufferPointer) {
    guard let start = room.baseAddress else { return }
    let isRunning = state.withLock { state in
      defer { state.isRunning = true }
      state.rooms[start] = room.count
      return state.isRunning
    }
    // Without a thread the rooms keep their pages, which the system takes when it needs them.
    if !isRunning, !BackgroundThread.start({ [self] in run() }) {
      state.withLock { $0.isRunning = false }
    }
  }

  /// To be called before a room is no more.
  func remove(_ room: UnsafeMutableRawBufferPointer) {
    guard let start = room.baseAddress else { return }
    state.change { $0.rooms[start] = nil }
  }

  /// Takes the pages away that are there at the moment.
  func sweep() { state.withLock { Self.sweep($0.rooms) } }

  private func run() {
    var isDone = false
    var interval = Self.shortestInterval
    var faults = Self.pageFaults
    while !isDone {
      isDone = state.wait(until: { $0.rooms.isEmpty }, atMost: interval) { state in
        // Under the lock, so that no room goes meanwhile.
        Self.sweep(state.rooms)
        state.isRunning = !state.rooms.isEmpty
        return !state.isRunning
      }
      // Whoever walks through a room has its pages brought back.
      let now = Self.pageFaults
      interval = now == faults ? min(interval * 2, Self.longestInterval) : Self.shortestInterval
      faults = now
    }
  }

  /// How many pages this process has had brought to it, from a disk or from memory.
  private static var pageFaults: Int {
    // The constant's type differs from system to system, its value does not.
    let thisProcess: CInt = 0
    var usage = rusage()
    getrusage(thisProcess, &usage)
    return usage.ru_minflt + usage.ru_majflt
  }

  private static func sweep(_ rooms: [UnsafeMutableRawPointer: Int]) {
    for (start, count) in rooms { madvise(start, count, MADV_DONTNEED) }
  }
}
