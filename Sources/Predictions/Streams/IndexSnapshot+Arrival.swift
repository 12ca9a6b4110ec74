extension IndexSnapshot {
  /// How rows come that are not there yet.
  package enum Arrival: Hashable, Sendable {
    /// A stream is on its way; how much it brings is not known.
    case arriving
    /// A file is followed that somebody may add to.
    case following

    /// What still grows of `files`; nothing where all has come.
    init?(_ files: [OpenedFile]) {
      let kinds = files.compactMap { $0.file.growth }.filter { !$0.isFinal }.map(\.kind)
      guard let kind = kinds.first(where: { $0 == .arriving }) ?? kinds.first else { return nil }
      self = kind == .arriving ? .arriving : .following
    }
  }
}
