import Foundation
import Predictions
import TestSupport
import Testing

@testable import Reviewing

/// The quick ways of reading a ledger against the obvious ones.
struct QuickReplayTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("an ordinary review is read the quick way, and says what the event says")
  func ordinaryReview() {
    var event = LedgerLineTests.event
    event.body = .review(Review(verdict: .unsure, tags: ["a", "b"], label: "é", comment: "\n"))
    let line = Array(event.line.utf8)
    #expect(Self.records(of: line).quick != nil)
    Self.expectSame(line)
  }

  @Test("whatever is changed in a line, the quick way agrees with the obvious one or gives up")
  func changedLines() {
    var generator = SeededGenerator(seed: 20_261_124)
    var quick = 0
    for _ in 0..<Trials.count(6_000) {
      let line = RandomLedger.line(&generator)
      if Self.expectSame(line) { quick += 1 }
    }
    #expect(quick > Trials.count(1_000))
  }

  @Test("a book says what a list of all events says, whatever was repeated, damaged or withdrawn")
  func obviousReplay() throws {
    var generator = SeededGenerator(seed: 99)
    for round in 0..<60 {
      let lines = (0..<Int.random(in: 1...120, using: &generator)).map { _ in
        RandomLedger.line(&generator)
      }
      let bytes = lines.flatMap { line -> [UInt8] in line + [0x0A] }
      let path = try folder.write(Data(bytes), to: "\(round).jsonl")
      let location = LedgerLocation(written: nil, read: [path])
      let book = try Ledger.open(location, reviewer: "ada").book
      #expect(ObviousReplay(lines).words == ObviousReplay.words(of: book))
    }
  }

  @Test("blocks on several threads make the book of lines in turn, damage included")
  func blocks() throws {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<40 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        bytes += RandomLedger.line(&generator)
        bytes.append(0x0A)
      }
      bytes.removeLast(Int.random(in: 0...min(40, bytes.count), using: &generator))
      let path = try folder.write(Data(bytes), to: "\(round).jsonl")
      let one = try Self.summary(path, bytes.count, threads: 0, blockSize: 0)
      for threads in 1...3 {
        let size = Int.random(in: 200...5_000, using: &generator)
        #expect(try Self.summary(path, bytes.count, threads: threads, blockSize: size) == one)
      }
    }
  }

  @Test("a few long lines are handed over like many short ones, and say what they said")
  func longLines() throws {
    var lines = LineCollector()
    var bytes: [UInt8] = []
    var event = LedgerLineTests.event
    for number in 0..<6 {
      event.id = EventID(high: 7, low: UInt64(number))
      event.item = Samples.item(String(repeating: "\(number)", count: LineBatch.fullSize / 3))
      let line = Array(event.line.utf8)
      bytes += line + [0x0A]
      #expect(lines.batch.isFull == (number >= 3))
      line.withUnsafeBytes {
        lines.add(LineWalk.Line(bytes: $0, offset: 0, length: $0.count, isWhole: true))
      }
    }
    lines.removeAll()
    #expect(!lines.batch.isFull)
    let path = try folder.write(Data(bytes), to: "long.jsonl")
    let summary = try Self.summary(path, bytes.count, threads: 0, blockSize: 0)
    #expect(try Self.summary(path, bytes.count, threads: 2, blockSize: 5 << 20) == summary)
    let book = try Ledger.open(LedgerLocation(written: nil, read: [path]), reviewer: "ada").book
    #expect(Set(book.contents.flatMap { book.reviews(of: $0).map(\.item.key.count) }).count == 1)
    #expect(book.count == 6)
  }

  /// Everything that a replay of the file says; without threads it is read line by line.
  private static func summary(
    _ path: String, _ end: Int, threads: Int, blockSize: Int
  ) throws -> [String] {
    let file = try #require(try? OpenFile.open(path, toAppend: false).get())
    var intake = LedgerIntake()
    var reader = LedgerFileReader(file, isSibling: true)
    let index = intake.add(file)
    if threads > 0 {
      LedgerReading.read(
        &reader, to: end, into: &intake, of: index, threads: threads, blockSize: blockSize)
    }
    #expect(reader.read(to: end) { $0.take(&$1, into: &intake, of: index) } == nil)
    let book = intake.replay.book
    var summary = book.contents.flatMap { book.reviews(of: $0).map { "\($0)" } }.sorted()
    summary += intake.damage.map(\.words) + book.reviewers + book.tags.map { "\($0)" }
    summary += intake.replay.newestOfWriter.map { "\($0) \($1)" }.sorted()
    summary += ["\(reader.offset) \(reader.size) \(reader.lineNumber) \(reader.isForeign)"]
    return summary + [
      "\(book.revision) \(intake.replay.nextSeq) \(String(describing: reader.lastLine))"
    ]
  }

  /// Expects both ways to say the same of a line; false where the quick one gives up.
  @discardableResult
  private static func expectSame(_ line: [UInt8]) -> Bool {
    let (quick, obvious) = records(of: line)
    if let quick { #expect(quick == obvious, "\(String(decoding: line, as: UTF8.self))") }
    return quick != nil
  }

  /// What either way makes of a line, in words.
  private static func records(of line: [UInt8]) -> (quick: String?, obvious: String?) {
    line.withUnsafeBytes { bytes in
      var obvious = LedgerLineReader(.replay)
      let event = try? obvious.read(bytes)
      let quick = quickReview(bytes)
      guard let event, case .review = event.body else { return (quick, nil) }
      var replay = LedgerReplay()
      replay.add(event, at: .memory)
      return (quick, words(replay.book.review(at: 0), event.writer))
    }
  }

  private static func quickReview(_ line: UnsafeRawBufferPointer) -> String? {
    var lines = LineCollector()
    lines.add(LineWalk.Line(bytes: line, offset: 0, length: line.count, isWhole: true))
    guard var record = lines.batch.reviews.first else { return nil }
    var replay = LedgerReplay()
    let translation = replay.translation(of: &lines)
    record.key = replay.add(keys: lines.batch.keys).moved(record.key)
    translation.translate(&record)
    guard replay.add(record, by: translation.text(lines.batch.writers[0])) else { return nil }
    return words(replay.book.review(at: 0), replay.newestOfWriter.keys.first)
  }

  private static func words(_ review: CurrentReview, _ writer: String?) -> String {
    "\(review) \(review.item.content.text) \(review.item.input.text) \(writer ?? "")"
  }
}

/// Lines of ledgers as they are, and as they should not be.
enum RandomLedger {
  static func line(_ generator: inout SeededGenerator) -> [UInt8] {
    var line = Array(event(&generator).line.utf8)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0:
      line[Int.random(in: line.indices, using: &generator)] = UInt8.random(
        in: 0x20...0xFF, using: &generator)
    case 1: line.removeSubrange(Int.random(in: line.indices, using: &generator)...)
    case 2: line = changed(line, &generator)
    default: break
    }
    return line.filter { $0 != 0x0A }
  }

  private static func event(_ generator: inout SeededGenerator) -> LedgerEvent {
    let id = EventID(high: 7, low: UInt64.random(in: 0..<80, using: &generator))
    let name = ["a", "b", "c", "ü", "a longer name than fifteen bytes"].randomElement(
      using: &generator)
    var review = Review(verdict: Verdict.allCases.randomElement(using: &generator))
    review.badTarget = Bool.random(using: &generator)
    review.tags = [[], ["tone"], ["tone", "é\"", "tone"]].randomElement(using: &generator) ?? []
    review.label = [nil, "", "billing"].randomElement(using: &generator) ?? nil
    review.comment = [nil, "", "so\n so"].randomElement(using: &generator) ?? nil
    let context = ReviewContext(
      automatic: "correct", blind: [nil, true, false].randomElement(using: &generator) ?? nil,
      covered: Int.random(in: 0..<20, using: &generator) == 0 ? true : nil, draw: "D",
      stratum: "hard", position: Int.random(in: 0...9, using: &generator),
      signal: "\"", tier: "hard")
    var body = LedgerBody.review(review)
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: body = .resolve(review)
    case 1: body = .pass(to: "lin")
    case 2, 3:
      body = .withdraw(of: EventID(high: 7, low: UInt64.random(in: 0..<80, using: &generator)))
    default: break
    }
    return LedgerEvent(
      id: id,
      at: Timestamp(milliseconds: Int64.random(in: 0..<4_000_000_000_000, using: &generator)),
      by: ["ada", "lin", ""].randomElement(using: &generator) ?? "",
      seq: Int.random(in: 1...200, using: &generator), writer: "k3v9q2",
      item: Samples.item(name ?? ""), context: Bool.random(using: &generator) ? context : nil,
      body: body)
  }

  /// One thing that another program may write otherwise.
  private static func changed(_ line: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    let changes = [
      ("\"by\":", "\"b\\u0079\":"), ("\"run\":\"v7\"", "\"run\":7.5"),
      ("\"run\":\"v7\"", "\"run\":null"),
      ("{\"at\":", "{\"more\":[{\"at\":1}],\"at\":"), ("\"by\":", "\"by\":\"eve\",\"by\":"),
      ("\"v\":1", "\"v\":2"), ("\"v\":1", "\"v\":1.0"), ("Z\"", "+01:00\""),
      (":\"review\"", ":\"revi\\u0065w\""),
      ("sha256:", "sha256:A"), ("\"tags\":[", "\"tags\": [ "), ("\"tags\":[\"", "\"tags\":[1,\""),
      ("\"file\":\"intents-v7.jsonl\",", ""), ("\"key\":\"", "\"key\":\"\\u00e9"), (",", " ,\t"),
      ("\"item\":{", "\"item\":{},\"item\":{"), ("\"draw\":\"D\"", "\"draw\":7"),
      ("\"badTarget\":", "\"upsetting\":{\"severity\":2},\"badTarget\":"),
      ("\"comment\":", "\"comment\":1,\"x\":"),
    ]
    guard let (part, other) = changes.randomElement(using: &generator) else { return line }
    return Array(String(decoding: line, as: UTF8.self).replacing(part, with: other).utf8)
  }
}
