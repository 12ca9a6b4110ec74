import Synchronization
import TestSupport
import Testing

@testable import Predictions

/// Several threads must come to what one thread comes to.
@Suite("Reading on several threads")
struct FactsReadingTests {
  private static func rows(seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<400).map { number in
      switch Int.random(in: 0..<20, using: &random) {
      case 0: return #"{"id":"x","input":"cut"#
      case 1: return "[1,2]"
      case 2: return #"{"id":"same","input":"twice","output":"a","confidence":0.7,"region":"EU"}"#
      default:
        let region = ["EU", "US", "caf\u{E9}", #"caf\u00e9"#].randomElement(using: &random) ?? ""
        let padding = String(repeating: "x", count: Int.random(in: 0..<300, using: &random))
        let confidence = Double(Int.random(in: 0...100, using: &random)) / 100
        return #"{"id":"r\#(number % 300)","input":"\#(number) \#(padding)","output":"a","#
          + #""target":"\#(number % 3 == 0 ? "b" : "a")","confidence":\#(confidence),"#
          + #""region":"\#(region)"}"#
      }
    }
  }

  private static func snapshot(
    of files: [OpenedFile], threads: Int, blockSize: Int
  ) -> IndexSnapshot {
    let reading = FactsReading(files, into: IndexBuilder(files), blockSize: blockSize) {
      IndexNeeds.index($0)
    }
    reading.run(threads: threads)
    return reading.taker.snapshot(bytesRead: 0, isComplete: true)
  }

  private static func words(_ snapshot: IndexSnapshot) -> [String] {
    (0..<snapshot.rowCount).map { row in
      let entry = snapshot[row]
      let segments = entry.segments.enumerated().map { snapshot.segmentValues(of: $0)[$1] }
      return "\(entry.offset) \(entry.length) \(snapshot.tiers[entry.tier].tier.name) "
        + "\(entry.value) \(entry.automatic.map { "\($0)" } ?? "-") \(entry.firstRow) "
        + "\(entry.copies) \(entry.isDamaged) \(entry.isNotAnObject) "
        + "\(snapshot.occurrence(of: row)) \(segments)"
    }
  }

  @Test("gives the same index in the same order", arguments: 1...5 as ClosedRange<UInt64>)
  func sameIndex(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let paths = try (0..<3).map { file in
      try folder.write(
        Self.rows(seed: seed * 10 + UInt64(file)).joined(separator: "\n"), to: "\(file).jsonl")
    }
    let files = try OpenedFile.open(paths, options: OpenOptions())
    let alone = Self.snapshot(of: files, threads: 1, blockSize: 1 << 20)
    for (threads, blockSize) in [(1, 512), (2, 512), (4, 64), (3, 700), (8, 4_096)] {
      let together = Self.snapshot(of: files, threads: threads, blockSize: blockSize)
      #expect(Self.words(together) == Self.words(alone))
      #expect(together.tiers == alone.tiers)
      #expect(together.damaged == alone.damaged)
      #expect(together.files.map(\.damage) == alone.files.map(\.damage))
      #expect(together.files.map(\.notes) == alone.files.map(\.notes))
      #expect(together.files.map(\.firstRow) == alone.files.map(\.firstRow))
      #expect(together.segmentTexts == alone.segmentTexts)
    }
  }

  @Test("counts lines and ends rows alike, blank lines, long rows and a cut end among them")
  func lines() throws {
    let folder = try TemporaryFolder()
    let long = #"{"id":"long","input":"\#(String(repeating: "y", count: 5_000))"}"#
    var random = SeededGenerator(seed: 8)
    for place in 0..<40 {
      var rows = Self.rows(seed: UInt64(100 + place)).prefix(60).flatMap { [$0, "{", ""] }
      rows.insert(long, at: Int.random(in: 0..<rows.count, using: &random))
      if place % 2 == 0 { rows.append("") }
      let separator = place % 3 == 0 ? "\r\n" : "\n"
      let mark = place % 5 == 0 ? "\u{FEFF}" : ""
      let path = try folder.write(mark + rows.joined(separator: separator), to: "\(place).jsonl")
      let files = try OpenedFile.open([path], options: OpenOptions())
      let alone = Self.snapshot(of: files, threads: 1, blockSize: 1 << 20)
      let lines = rows.indices.filter { rows[$0] == "{" }.map { $0 + 1 }
      #expect(Set(alone.files[0].damage.map(\.damage.line)).isSuperset(of: lines))
      for size in [300, 600, 1_000, 4_096, 100 + place] {
        let together = Self.snapshot(of: files, threads: 3, blockSize: size)
        #expect(Self.words(together) == Self.words(alone))
        #expect(together.files.map(\.damage) == alone.files.map(\.damage))
      }
    }
  }

  @Test("rows are their file's also while later files were not come to", arguments: [1, 3])
  func filesOnTheWay(threads: Int) throws {
    let folder = try TemporaryFolder()
    let paths = try (0..<3).map { file in
      try folder.write(
        Self.rows(seed: UInt64(file)).joined(separator: "\n"), to: "\(file).jsonl")
    }
    let files = try OpenedFile.open(paths, options: OpenOptions())
    let reading = FactsReading(files, into: IndexBuilder(files), blockSize: 2_048) {
      IndexNeeds.index($0)
    }
    let snapshots = Mutex<[IndexSnapshot]>([])
    reading.run(threads: threads) { builder, bytes in
      let snapshot = builder.snapshot(bytesRead: bytes, isComplete: false)
      snapshots.withLock { $0.append(snapshot) }
    }
    let all = snapshots.withLock { $0 }
    #expect(all.count > 30)
    for snapshot in all {
      #expect((0..<snapshot.rowCount).allSatisfy { snapshot.file(of: $0) == $0 / 400 })
    }
  }

  @Test("ends soon when it is cancelled, with whole blocks in order")
  func cancelled() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.rows(seed: 7).joined(separator: "\n"), to: "run.jsonl")
    let files = try OpenedFile.open([path], options: OpenOptions())
    let reading = FactsReading(files, into: IndexBuilder(files), blockSize: 256) {
      IndexNeeds.index($0)
    }
    reading.run(threads: 3) { builder, _ in
      if builder.snapshot(bytesRead: 0, isComplete: false).rowCount > 20 { reading.cancel() }
    }
    let rows = reading.taker.snapshot(bytesRead: 0, isComplete: false)
    #expect(rows.rowCount > 20 && rows.rowCount < 400)
    let all = Self.snapshot(of: files, threads: 1, blockSize: 1 << 20)
    #expect((0..<rows.rowCount).allSatisfy { rows[$0].offset == all[$0].offset })
  }
}
