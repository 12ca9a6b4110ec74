import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The spools of some files: each takes one stream at a time, and keeps several behind each other.
///
/// A run comes in a thousand compressed shards as well as in one. A spool for each would hold as many
/// files open as there are shards, for a spool without a name cannot be opened again; and as many
/// programs that unpack would hold several times that.
///
///     let lane = try lanes.take(in: folder)     // waits while all are written to
///     …                                         // bytes go to lane.spool from lane.end on
///     lanes.give(SpoolLanes.Lane(spool: lane.spool, end: lane.end + count))
final class SpoolLanes: Sendable {
  /// A spool, and where the next stream's bytes begin in it.
  struct Lane: Sendable {
    let spool: Spool
    let end: Int
  }

  private struct State: Sendable {
    var free: [Lane] = []
    var taken = 0
  }

  /// What a stream holds open while it arrives, with what is needed to start it.
  private static let descriptorsPerLane = 8
  /// What the terminal, the ledger, the cache and others need.
  private static let descriptorsOfOthers = 16
  /// More programs at once are only slower.
  private static let mostLanes = 64

  private let limit: Int
  private let state = Monitor(State())

  /// - Parameter limit: so many streams arrive at once.
  init(limit: Int = standardLimit) { self.limit = max(1, limit) }

  /// As many as the system's limit of open files has room for beside the pool.
  private static var standardLimit: Int {
    let allowed = sysconf(Int32(_SC_OPEN_MAX))
    guard allowed > 0 else { return mostLanes }
    let rest = allowed - DescriptorPool.standardLimit - descriptorsOfOthers
    return min(mostLanes, rest / descriptorsPerLane)
  }

  /// A spool that nobody writes to, a new one in `folder` where there is none; waits where as many as
  /// may be are written to.
  func take(in folder: String) throws(Errno) -> Lane {
    let free = state.wait(until: { [limit] in $0.taken < limit }) { state in
      state.taken += 1
      return state.free.popLast()
    }
    if let free { return free }
    do throws(Errno) {
      return Lane(spool: try Spool.create(in: folder), end: 0)
    } catch {
      state.change { $0.taken -= 1 }
      throw error
    }
  }

  /// Gives a lane back to whoever comes next.
  func give(_ lane: Lane) {
    state.change { state in
      state.taken -= 1
      state.free.append(lane)
    }
  }
}
