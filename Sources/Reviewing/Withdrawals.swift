/// Who took back what, in whatever order it is read: a withdrawal may come before what it voids.
///
/// A withdrawal is an undo: it counts where it is by whoever made the event, so that no line of
/// somebody else voids a judgement. A settlement is the team's, and anybody takes it back.
struct Withdrawals: Sendable {
  private struct Withdrawal {
    let target: EventID
    let by: ReviewRecord.Code
  }

  private var made: [EventID: Withdrawal] = [:]
  /// By the event that is meant, one for each withdrawal of it.
  private var reviewers: [EventID: [ReviewRecord.Code]] = [:]
  /// Events that are meant and were not read yet; mostly none.
  private var awaited: Set<EventID> = []

  /// Adds the withdrawal named `id`, by which `reviewer` takes back `target`.
  mutating func add(_ id: EventID, of target: EventID, by reviewer: ReviewRecord.Code) {
    made[id] = Withdrawal(target: target, by: reviewer)
    reviewers[target, default: []].append(reviewer)
  }

  /// Takes a withdrawal out again, as if it had never been read, and returns what it meant.
  mutating func remove(_ id: EventID) -> EventID? {
    guard let withdrawal = made.removeValue(forKey: id) else { return nil }
    var left = reviewers[withdrawal.target] ?? []
    if let place = left.firstIndex(of: withdrawal.by) { left.remove(at: place) }
    reviewers[withdrawal.target] = left.isEmpty ? nil : left
    return withdrawal.target
  }

  /// Says that this event is not known, or not known any more.
  mutating func await(_ id: EventID) {
    if reviewers[id] != nil { awaited.insert(id) }
  }

  /// Whether an event that comes only now was withdrawn before.
  mutating func void(arriving record: ReviewRecord) -> Bool {
    !awaited.isEmpty && awaited.remove(record.id) != nil && void(record)
  }

  /// Whether the event was withdrawn.
  func void(_ record: ReviewRecord) -> Bool {
    guard let reviewers = reviewers[record.id] else { return false }
    return record.kind == .resolve || reviewers.contains(record.by)
  }
}

extension LedgerEvent {
  /// Whether this event takes back `other`, by the same rule.
  func withdraws(_ other: LedgerEvent) -> Bool {
    guard case .withdraw(other.id) = body else { return false }
    if case .resolve = other.body { return true }
    return by.utf8.elementsEqual(other.by.utf8)
  }
}
