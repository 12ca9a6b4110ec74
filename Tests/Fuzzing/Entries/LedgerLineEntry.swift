import Predictions

@testable import Reviewing

/// One line of a ledger: the quick way of reading says what the obvious one says, and an event is
/// written as a line that is the same event.
enum LedgerLineEntry: FuzzEntry {
  static let seeds = [
    line(.review(Review(verdict: .wrong, tags: ["a"], label: "b", comment: "c\n"))),
    line(
      .review(Review(upsetting: Upsetting(severity: 3, categories: ["hate"]), ratings: ["x": 0.5]))),
    line(.resolve(Review(verdict: .ok))), line(.pass(to: "lin")),
    line(.withdraw(of: EventID(high: 1, low: 2))),
    line(
      .draw(
        Draw(
          id: "d", seed: "s", run: "v7", where: "tier:hard", planned: 3,
          strata: [Draw.Stratum(name: "hard", population: 30, take: 3)]))),
    line(.unknown("later")), #"{"v":1}"#, #"{"id":"r-1","output":"x"}"#,
  ]
  static let words = [
    "\"verdict\":\"ok\"", "\"severity\":", "\"ratings\":{\"a\":", "\"preference\":\"tie\"",
    "\"v\":1", "\"v\":2", "null",
    "sha256:", "\"afterReveal\":true", "\"covered\":false", "\"last\":\"", "\\u0041",
    "9007199254740992", "\"to\":",
  ]

  static func take(_ bytes: UnsafeRawBufferPointer) {
    let line = UnsafeRawBufferPointer(
      rebasing: bytes[..<(bytes.firstIndex(of: 0x0A) ?? bytes.count)])
    checkQuick(line)
    var reader = LedgerLineReader(.whole)
    guard let event = try? reader.read(line) else { return }
    if case .unknown = event.body { return }
    let written = event.line
    hold(!written.utf8.contains { $0 < 0x20 }, "a line with a control in it")
    guard let again = Array(written.utf8).withUnsafeBytes({ try? reader.read($0) }) else {
      fatalError("what was written cannot be read: \(written)")
    }
    hold(
      again.line.utf8.elementsEqual(written.utf8), "written otherwise the second time: \(written)")
    hold(again == event, "another event was written: \(written)")
  }

  private static func checkQuick(_ line: UnsafeRawBufferPointer) {
    var lines = LineCollector()
    lines.add(LineWalk.Line(bytes: line, offset: 0, length: line.count, isWhole: true))
    var obvious = LedgerLineReader(.replay)
    let event = try? obvious.read(line)
    guard var record = lines.batch.reviews.first else { return }
    guard let event, case .review = event.body else { fatalError("no review but read as one") }
    var quick = LedgerReplay()
    let translation = quick.translation(of: &lines)
    record.key = quick.add(keys: lines.batch.keys).moved(record.key)
    translation.translate(&record)
    hold(quick.add(record, by: translation.text(lines.batch.writers[0])), "a record is refused")
    var slow = LedgerReplay()
    slow.add(event, at: .memory)
    let (one, other) = (quick.book.review(at: 0), slow.book.review(at: 0))
    hold("\(one)" == "\(other)", "read quickly as \(one), else as \(other)")
  }

  private static func line(_ body: LedgerBody) -> String {
    let digest = ContentDigest(of: "x".utf8)
    return LedgerEvent(
      id: EventID(high: 1 << 60, low: 7), at: Timestamp(milliseconds: 1_795_435_445_123), by: "ada",
      seq: 12, writer: "k3v9q2", prev: digest.text,
      item: ReviewedItem(content: digest, input: digest, key: "r-1", run: "v7", file: "a.jsonl"),
      context: ReviewContext(
        automatic: "correct", blind: true, draw: "d", stratum: "hard", position: 3, signal: ".54",
        tier: "hard"),
      body: body
    ).line
  }
}
