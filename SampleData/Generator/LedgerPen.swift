import Predictions
import Reviewing

/// Writes lines as the program's own ledger does, with chance from dice and time from outside.
struct LedgerPen {
  private var lines: [String: [String]] = [:]
  private var newestOfWriter: [String: String] = [:]
  private var seq = 0

  /// Appends an event to the reviewer's file and returns its name.
  mutating func write(
    _ draft: LedgerDraft, at time: Timestamp, by sitting: ReviewSitting, _ dice: inout Dice
  ) -> EventID {
    seq += 1
    let random = dice.next()
    let id = EventID(
      high: UInt64(time.milliseconds) << 16 | random & 0xFFFF, low: dice.next())
    // A writer's first line names the last one of its file; later ones name its own.
    let previous = newestOfWriter[sitting.writer] ?? lines[sitting.reviewer]?.last
    let event = LedgerEvent(
      id: id, at: time, by: sitting.reviewer, seq: seq, writer: sitting.writer,
      prev: previous.map { ContentDigest(of: $0.utf8).text }, item: draft.item,
      context: draft.context, body: draft.body)
    lines[sitting.reviewer, default: []].append(event.line)
    newestOfWriter[sitting.writer] = event.line
    return id
  }

  func bytes(of reviewer: String) -> [UInt8] {
    (lines[reviewer] ?? []).flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
  }
}
