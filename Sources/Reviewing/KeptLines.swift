/// Lines of this process that are on disk, kept in case that somebody takes them away there.
///
/// A ledger that is open can be removed, emptied or put back to an older state, and what was called
/// saved would be gone without a word. The oldest are let go of beyond ``mostBytes``.
struct KeptLines: Sendable {
  /// About ten thousand judgements, more than a sitting has.
  static let mostBytes = 8 << 20

  private var lines: [(id: EventID, bytes: [UInt8])] = []
  private var byteCount = 0

  mutating func keep(_ bytes: [UInt8], of id: EventID) {
    lines.append((id, bytes))
    byteCount += bytes.count
    guard byteCount > Self.mostBytes else { return }
    // Half at a time, so that letting go costs little on the whole.
    let old = lines.prefix(lines.count / 2)
    byteCount -= old.reduce(0) { $0 + $1.bytes.count }
    lines.removeFirst(old.count)
  }

  /// Takes out the lines that no file has, oldest first.
  mutating func take(missingIn replay: LedgerReplay) -> [(id: EventID, bytes: [UInt8])] {
    let missing = lines.filter { replay.place(of: $0.id) == nil }
    guard !missing.isEmpty else { return [] }
    lines.removeAll { replay.place(of: $0.id) == nil }
    byteCount -= missing.reduce(0) { $0 + $1.bytes.count }
    return missing
  }
}
