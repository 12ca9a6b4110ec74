import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Holds open the files that were read last, of however many there are.
///
/// It owns the descriptors together with whoever reads from one at the moment: what the pool lets go
/// is closed when that read is over.
final class DescriptorPool: Sendable {
  /// One for the whole program, as the system's limit is.
  static let shared = DescriptorPool(limit: standardLimit)

  private struct Held: Sendable {
    let descriptor: OwnedDescriptor
    var lastUse: Int
  }

  private struct State: Sendable {
    var held: [ObjectIdentifier: Held] = [:]
    var uses = 0

    /// Takes out an eighth of the files, those that were read least recently: to look for one among
    /// all of them each time would take longer than to open it.
    mutating func takeOutOldest() -> [OwnedDescriptor] {
      let inOrder = held.sorted { $0.value.lastUse < $1.value.lastUse }
      let oldest = inOrder.prefix(max(1, held.count / 8))
      for (owner, _) in oldest { held[owner] = nil }
      return oldest.map(\.value.descriptor)
    }
  }

  private let limit: Int
  private let state = Mutex(State())

  /// A pool that holds at most `limit` files open.
  init(limit: Int) {
    self.limit = max(1, limit)
  }

  /// Half of what the system allows, for the ledger, the terminal and streams need some as well; and
  /// no more than the shards of a run, each of which would else be opened once to see what it is and
  /// once more to be indexed.
  static var standardLimit: Int {
    let allowed = sysconf(Int32(_SC_OPEN_MAX))
    return allowed > 0 ? min(4_096, allowed / 2) : 128
  }

  /// The open file that was kept for `owner`.
  func descriptor(of owner: ObjectIdentifier) -> OwnedDescriptor? {
    state.withLock { state in
      state.uses += 1
      state.held[owner]?.lastUse = state.uses
      return state.held[owner]?.descriptor
    }
  }

  /// Keeps a file open for `owner`, in place of some that were read least recently where there is no
  /// room for one more; logarithmic in the limit, taken over many files.
  func keep(_ descriptor: OwnedDescriptor, for owner: ObjectIdentifier) {
    let closed = state.withLock { state in
      state.uses += 1
      let isFull = state.held[owner] == nil && state.held.count >= limit
      defer { state.held[owner] = Held(descriptor: descriptor, lastUse: state.uses) }
      return isFull ? state.takeOutOldest() : []
    }
    // Closed here, where nobody waits for it.
    withExtendedLifetime(closed) {}
  }

  /// Keeps nothing open for `owner` any more.
  func forget(_ owner: ObjectIdentifier) {
    let closed = state.withLock { $0.held.removeValue(forKey: owner) }
    withExtendedLifetime(closed) {}
  }

  /// Keeps nothing open at all, for when the system has no descriptor left.
  func forgetAll() {
    let closed = state.withLock { state in
      defer { state.held.removeAll() }
      return state.held
    }
    withExtendedLifetime(closed) {}
  }

  /// How many files are held open.
  var count: Int { state.withLock { $0.held.count } }
}
