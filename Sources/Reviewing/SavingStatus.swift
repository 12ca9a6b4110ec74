/// Whether the disk has what was judged.
package enum SavingStatus: Hashable, Sendable {
  case saved
  /// So many events are on their way.
  case saving(Int)
  /// So many events wait for somebody else: for what, in words.
  case waiting(Int, reason: String)
  /// So many events are not in the ledger: why, in words, and the rescue file that has them.
  ///
  /// Without a rescue file they are in memory alone.
  case unsaved(count: Int, reason: String, rescued: String?)

  /// Everything is on disk, in the ledger or in a rescue file.
  package var isOnDisk: Bool {
    switch self {
    case .saved, .unsaved(_, _, .some): true
    case .saving, .waiting, .unsaved(_, _, .none): false
    }
  }

  /// It will change by itself: something is on its way.
  package var isOnItsWay: Bool {
    switch self {
    case .saving, .waiting: true
    case .saved, .unsaved: false
    }
  }
}

/// How far one event has come.
package enum EventState: Hashable, Sendable {
  case saving
  /// In the ledger, written and synchronised.
  case saved
  /// In a rescue file, written and synchronised.
  case rescued(path: String)
  /// In memory alone.
  case unsaved
}
