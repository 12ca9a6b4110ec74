import Foundation
import Predictions
import TestSupport
import Testing

@testable import Reviewing

struct LedgerReplayTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A ledger of several reviewers with revisions, withdrawals and a pass; whole lines.
  private func sampleLines() throws -> [String] {
    for (reviewer, verdict) in [("ada", Verdict.wrong), ("lin", .ok)] {
      let ledger = try open(reviewer)
      for name in ["a", "b", "c"] {
        ledger.append(Samples.draft(name, Review(verdict: verdict, comment: "é \(name)")))
      }
      let slip = ledger.append(Samples.draft("a", Review(verdict: .unsure, tags: ["slip"])))
      ledger.append(LedgerDraft(body: .withdraw(of: slip)))
      ledger.append(LedgerDraft(item: Samples.item("c"), body: .pass(to: "lin")))
      ledger.close()
    }
    return try folder.read("reviews.jsonl").split(separator: "\n").map(String.init)
  }

  private func open(_ reviewer: String) throws -> Ledger {
    try Ledger.open(
      LedgerLocation(written: folder.path(of: "reviews.jsonl")), reviewer: reviewer,
      clock: Samples.clock())
  }

  private func replay(_ files: [Data]) throws -> Ledger {
    let folder = try TemporaryFolder()
    for (index, bytes) in files.enumerated() { try folder.write(bytes, to: "l/\(index).jsonl") }
    let ledger = try Ledger.open(
      LedgerLocation(written: folder.path(of: "l/{reviewer}.jsonl")), reviewer: "me")
    ledger.close()
    return ledger
  }

  /// Everything that a book says of the three items, to compare books by.
  private func summary(_ ledger: Ledger) -> [String] {
    var summary: [String] = []
    for name in ["a", "b", "c"] {
      let content = Samples.item(name).content
      for review in ledger.book.reviews(of: content) {
        summary.append("\(name) \(review.by) \(review.seq) \(review.review)")
      }
      summary += ledger.book.passes(of: content.prefix).map { "\(name) pass \($0.by) \($0.seq)" }
    }
    return summary + ledger.book.tags.map(\.name) + ["\(ledger.book.count)"]
  }

  @Test("files and lines in any order make the same book")
  func orderIndependence() throws {
    let lines = try sampleLines()
    let expected = try summary(replay([Data((lines.joined(separator: "\n") + "\n").utf8)]))
    #expect(expected.count > 8)
    for _ in 0..<25 {
      let shuffled = lines.shuffled()
      let cut = Int.random(in: 0...shuffled.count)
      let files = [shuffled[..<cut], shuffled[cut...], shuffled[..<(cut / 2)]].map {
        Data($0.map { $0 + "\n" }.joined().utf8)
      }
      #expect(try summary(replay(files)) == expected)
    }
  }

  @Test("every byte-prefix of the tail replays to exactly its complete events")
  func prefixes() throws {
    let lines = try sampleLines()
    let head = Data((lines[..<9].joined(separator: "\n") + "\n").utf8)
    let tail = Data(lines[9...].joined(separator: "\n").utf8)
    var whole = 9
    for count in 0...tail.count {
      if count > 0, count == tail.count || tail[count] == 10 { whole += 1 }
      let bytes = head + tail.prefix(count)
      let events = EventCounter.count(bytes, in: folder)
      #expect(events.read == whole, "\(count) bytes")
      let isWithinLine =
        count > 0 && count < tail.count && tail[count] != 10 && tail[count - 1] != 10
      #expect(events.damage.map(\.kind) == (isWithinLine ? [.torn] : []), "\(count) bytes")
    }
  }

  @Test("a zeroed sector damages the lines it touches and no other")
  func zeroedSectors() throws {
    let lines = try sampleLines()
    let bytes = Data((lines.joined(separator: "\n") + "\n").utf8)
    for start in stride(from: 0, to: bytes.count, by: 512) {
      var torn = bytes
      let end = min(start + 512, bytes.count)
      torn.replaceSubrange(start..<end, with: Data(count: end - start))
      let untouched = torn.split(separator: 10).count { !$0.contains(0) }
      let events = EventCounter.count(torn, in: folder)
      #expect(events.read == untouched)
      #expect(events.damage.count == torn.split(separator: 10).count - untouched)
    }
  }

  @Test("one name counts once, and the same name with other bytes is damage, in any order")
  func repeatedNames() throws {
    let lines = try sampleLines()
    let forged = lines[0].replacing("\"verdict\":\"wrong\"", with: "\"verdict\":\"ok\"")
    #expect(forged != lines[0])
    let one = try replay([Data((lines[0] + "\n").utf8), Data((forged + "\n").utf8)])
    let other = try replay([Data((forged + "\n").utf8), Data((lines[0] + "\n").utf8)])
    #expect(summary(one) == summary(other))
    #expect(one.book.count == 1)
    #expect(one.damage.count == 1)
    let same = try replay([Data((lines[0] + "\n").utf8), Data((lines[0] + "\n").utf8)])
    #expect(same.damage.isEmpty)
    #expect(same.book.count == 1)
  }

  @Test("a line beyond all measure is damage and hides nothing")
  func longLine() throws {
    let lines = try sampleLines()
    var bytes = Data((lines[0] + "\n").utf8)
    bytes.append(Data(repeating: 0x41, count: LineWalk.maximumLength + 5))
    bytes.append(Data(("\n" + lines[1] + "\n").utf8))
    let events = EventCounter.count(bytes, in: folder)
    #expect(events.read == 2)
    #expect(events.damage.map(\.line) == [2])
  }

  @Test(
    "an own line that cannot be read again leaves it open whether it is there",
    arguments: [true, false])
  func ownLineUnreadable(isReadable: Bool) throws {
    let event = LedgerEvent(
      id: EventID(high: 1, low: 1), at: Timestamp(milliseconds: 1_795_435_445_000), by: "ada",
      seq: 1, writer: "k3v9q2", item: Samples.item("a"), body: .review(Review(verdict: .wrong)))
    let bytes = Array(event.line.utf8)
    let path = try folder.write(event.line + "\n", to: "own.jsonl")
    let file = try #require(try? OpenFile.open(path, toAppend: false).get())
    var intake = LedgerIntake()
    intake.ownLines[event.id] = bytes
    intake.replay.add(event, at: .memory)
    var reader = LedgerFileReader(file, isSibling: false)
    let index = intake.add(file)
    var lines = LineCollector()
    #expect(LineWalk.walk(file, from: 0, to: bytes.count + 1) { lines.add($0) } == nil)
    if !isReadable { #expect(truncate(path, 0) == 0) }
    reader.add(&lines, to: &intake, of: index)
    #expect(intake.has(event.id, in: file) == isReadable)
    let answers = [intake.takeUncertainty(), intake.takeUncertainty()]
    #expect(answers == [!isReadable, false])
  }

  @Test("an accent behind a slash or a dot belongs to the name, not to the way")
  func pathsAreBytes() {
    #expect(Folder("/\u{301}a/./b/../c").absolutePath == "/\u{301}a/c")
    #expect(Folder("/a/..\u{301}/b").absolutePath == "/a/..\u{301}/b")
    #expect(Folder("/../a").absolutePath == "/a")
  }
}

/// Reads one file as a ledger and counts its events.
private enum EventCounter {
  static func count(
    _ bytes: Data, in folder: TemporaryFolder
  ) -> (read: Int, damage: [LedgerDamage]) {
    guard let path = try? folder.write(bytes, to: "counted"),
      case .success(let file) = OpenFile.open(path, toAppend: false)
    else { return (-1, []) }
    var intake = LedgerIntake()
    var reader = LedgerFileReader(file, isSibling: false)
    let index = intake.add(file)
    _ = reader.read(to: bytes.count) { $0.take(&$1, into: &intake, of: index) }
    return (intake.replay.book.records.count, intake.damage)
  }
}
