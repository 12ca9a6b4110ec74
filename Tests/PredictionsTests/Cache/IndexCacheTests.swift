import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Predictions

@Suite("The cache of finished indexes")
struct IndexCacheTests {
  @Test(
    "an index from the cache is the one that reading gives",
    arguments: [
      ["a.jsonl"], ["a.csv"], ["a.json"], ["a.jsonl", "b.csv", "c.json", "empty.jsonl"],
    ])
  func equality(_ names: [String]) throws {
    let files = try CachedFiles(seed: UInt64(names.count))
    for name in names { try files.add(name, rows: name == "empty.jsonl" ? 1 : 5_000) }
    #expect(try files.indexed().rowsRead > 0)
    let again = try files.indexed()
    #expect(again.rowsRead == 0)
    #expect(Described(again.snapshot) == Described(try files.read()))
    #expect(again.snapshot.itemCount < again.snapshot.rowCount)
  }

  @Test("a row that came from the cache is read like any other")
  func reading() throws {
    let files = try CachedFiles()
    try files.add("a.jsonl", rows: 300)
    _ = try files.indexed()
    let store = try PredictionStore.open(files.paths, options: OpenOptions(), cache: files.cache)
    store.waitUntilComplete()
    let other = try PredictionStore.open(files.paths, options: OpenOptions())
    other.waitUntilComplete()
    for row in 0..<300 {
      #expect(store.prediction(at: row).readError == nil)
      #expect(store.prediction(at: row).key == other.prediction(at: row).key)
    }
  }

  @Test("other options, another program and other files have an index of their own")
  func rules() throws {
    let files = try CachedFiles()
    try files.add("a.jsonl", rows: 50)
    _ = try files.indexed()
    var options = OpenOptions()
    options.cuts.easy = 0.5
    #expect(try files.indexed(options: options).rowsRead > 0)
    #expect(try files.indexed(options: OpenOptions(fields: [.target: ["region"]])).rowsRead > 0)
    let newer = IndexCache(folder: files.cache.folder.path, program: "newer")
    let byNewer = try files.indexed(cache: newer)
    #expect(byNewer.rowsRead > 0)
    #expect(byNewer.snapshot.files[0].notes == (try files.read().files[0].notes))
    #expect(try files.indexed(options: options).rowsRead == 0)
    try files.add("b.jsonl", rows: 50)
    #expect(try files.indexed().rowsRead > 0)
    #expect(try files.indexed(options: OpenOptions(run: "night")).rowsRead == 0)
  }

  @Test("a file that was replaced, shortened or written to is told and read anew")
  func change() throws {
    let files = try CachedFiles()
    try files.add("a.jsonl", rows: 400)
    let path = files.paths[0]
    _ = try files.indexed()
    try files.expectNote("\(path) is shorter than when it was last opened: read anew") {
      try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 9_000)
    }
    try files.expectNote("\(path) was replaced since it was last opened: read anew") {
      try Data(contentsOf: URL(filePath: path)).write(to: URL(filePath: path), options: .atomic)
    }
    try files.expectNote("\(path) was written to since it was last opened: read anew") {
      let handle = try FileHandle(forWritingTo: URL(filePath: path))
      try handle.seek(toOffset: 4_000)
      try handle.write(contentsOf: Data("\n".utf8))
      try handle.close()
    }
  }

  @Test("a time that was set back hides nothing")
  func setTime() throws {
    let files = try CachedFiles()
    try files.add("a.jsonl", rows: 4_000)
    let path = files.paths[0]
    let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    _ = try files.indexed()
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.seek(toOffset: 100_000)
    try handle.write(contentsOf: Data("\n".utf8))
    try handle.close()
    try FileManager.default.setAttributes(
      [.modificationDate: time ?? Date()], ofItemAtPath: path)
    let again = try files.indexed()
    #expect(again.rowsRead > 0)
    #expect(Described(again.snapshot, notes: false) == Described(try files.read(), notes: false))
  }

  @Test("an entry that was changed in any place, or cut, is as good as none")
  func damage() throws {
    let files = try CachedFiles(seed: 5)
    try files.add("a.jsonl", rows: 120)
    _ = try files.indexed()
    let entry = try #require(files.entries.first)
    let good = try Data(contentsOf: URL(filePath: entry))
    let right = Described(try files.read())
    var generator = SeededGenerator(seed: 9)
    for round in 0..<250 {
      var bad = good
      if round % 5 == 0 {
        bad = bad.prefix(Int.random(in: 0..<good.count, using: &generator))
      } else {
        // The header is small beside the rest and the more dangerous part.
        let limit = round % 2 == 0 ? 1_500 : good.count
        let place = Int.random(in: 0..<limit, using: &generator)
        bad[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      }
      try bad.write(to: URL(filePath: entry))
      let found = try files.indexed()
      #expect(Described(found.snapshot) == right)
    }
  }

  @Test("damage behind rows that were shown takes none of them back")
  func lateDamage() throws {
    let files = try CachedFiles()
    try files.add("a.jsonl", rows: 3 * RowChunk.capacity)
    _ = try files.indexed()
    let entry = try #require(files.entries.first)
    var bytes = try Data(contentsOf: URL(filePath: entry))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: entry))
    let store = try PredictionStore.open(files.paths, options: OpenOptions(), cache: files.cache)
    let counts = Counts()
    store.start { [unowned store] in counts.add(store.snapshot.rowCount) }
    let last = store.waitUntilComplete()
    #expect(Described(last) == Described(try files.read()))
    #expect(counts.all == counts.all.sorted())
    #expect(try files.indexed().rowsRead == 0)
  }

  @Test("an entry that cannot be believed although its checksums are right does not trap")
  func lies() throws {
    let files = try CachedFiles()
    try files.add("a.jsonl", rows: 60)
    let store = try PredictionStore.open(files.paths, options: OpenOptions(), cache: files.cache)
    store.waitUntilComplete()
    let opened = try OpenedFile.open(files.paths, options: OpenOptions())
    var header = IndexBuilder(opened).header(
      rules: "", identities: [try FileIdentity(opened[0].file)])
    header.tiers = ["easy", "easy", "unrated"]
    var builder = IndexBuilder(opened)
    #expect(throws: EntryDamage.self) { try builder.restore(header) }
    let chunk = RowChunk(columns: builder.columns, segmentCount: 1)
    let row = PackedRow(
      digest: DigestPrefix(high: 0, low: 0), offset: 0, length: 1, value: 0, tier: 77, flags: [],
      signs: 0)
    chunk.write(
      row, at: 0, uncertainty: 0, confidence: 0, score: 0, segments: SegmentCodes(count: 1))
    #expect(throws: EntryDamage.self) { try builder.take(chunk, count: 1) }
  }

  @Test("counting from the cache gives what counting the files does")
  func counts() throws {
    let files = try CachedFiles(seed: 8)
    try files.add("a.jsonl", rows: 5_000)
    try files.add("b.csv", rows: 200)
    _ = try files.indexed()
    let read = try RunCounts.read(files.paths, options: OpenOptions())
    let opened = try OpenedFile.open(files.paths, options: OpenOptions())
    let visit = CacheVisit(files.cache, opened, options: OpenOptions())
    let kept = try #require(visit?.counts())
    #expect(kept.all == read.all)
    #expect(kept.damaged == read.damaged)
    #expect(kept.tiers.map(\.tier) == read.tiers.map(\.tier))
    #expect(kept.tiers.map(\.results) == read.tiers.map(\.results))
    #expect(kept.segments.map(\.segment) == read.segments.map(\.segment))
    #expect(kept.segments.map(\.value) == read.segments.map(\.value))
    #expect(kept.segments.map(\.results) == read.segments.map(\.results))
    #expect(kept.files.map(\.damage) == read.files.map(\.damage))
    try files.append(1, to: files.paths[1])
    #expect(
      try RunCounts.read(files.paths, options: OpenOptions(), cache: files.cache).all.rows
        == 5_201)
  }

  @Test("who keeps nothing looks at the files only where something was kept")
  func onlyAsking() throws {
    let files = try CachedFiles()
    try files.add("a.jsonl", rows: 50)
    let opened = try OpenedFile.open(files.paths, options: OpenOptions())
    func visit(_ options: OpenOptions = OpenOptions()) -> CacheVisit? {
      CacheVisit(files.cache, opened, options: options, keeps: false)
    }
    #expect(visit() == nil)
    _ = try files.indexed()
    #expect(visit()?.counts()?.all.rows == 50)
    var others = OpenOptions()
    others.cuts.easy = 0.5
    #expect(visit(others) == nil)
  }

  @Test("where nothing can be written there is no cache, and nobody hears of it")
  func nowhere() throws {
    let files = try CachedFiles()
    try files.add("a.jsonl", rows: 20)
    let cache = IndexCache(folder: "/dev/null/spotcheck", program: "test")
    let found = try files.indexed(cache: cache)
    #expect(Described(found.snapshot) == Described(try files.read()))
  }
}

/// Row counts as they were published.
private final class Counts: Sendable {
  private let counts = Mutex<[Int]>([])
  var all: [Int] { counts.withLock { $0 } }
  func add(_ count: Int) { counts.withLock { $0.append(count) } }
}

extension CachedFiles {
  /// After `change` the files are read and the first one's first note is this; then no more.
  fileprivate func expectNote(_ note: String, after change: () throws -> Void) throws {
    try change()
    let found = try indexed()
    #expect(found.rowsRead > 0)
    #expect(found.snapshot.files[0].notes.first == note)
    #expect(Described(found.snapshot, notes: false) == Described(try read(), notes: false))
    let again = try indexed()
    #expect(again.rowsRead == 0)
    #expect(again.snapshot.files[0].notes == (try read().files[0].notes))
  }
}
