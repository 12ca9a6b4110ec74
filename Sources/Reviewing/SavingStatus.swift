/// Whether the disk has what was judged.
package enum SavingStatus: Hashable, Sendable {
  case saved
  /// So many events are on their way.
  case saving(Int)
  /// So many events are not in the ledger: why, in words, and the rescue file that has them.
  ///
  /// Without a rescue file they are in memory alone.
  case unsaved(count: Int, reason: String, rescued: String?)
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
