import Foundation
import SystemPackage
import TestSupport

@testable import Predictions

/// Files of random rows with a cache beside them.
final class CachedFiles {
  let folder: TemporaryFolder
  let cache: IndexCache
  private(set) var paths: [String] = []
  private var generator: SeededGenerator

  init(seed: UInt64 = 1) throws {
    folder = try TemporaryFolder()
    cache = IndexCache(folder: FilePath(folder.path(of: "cache/index")), program: "test")
    generator = SeededGenerator(seed: seed)
  }

  /// Writes `count` rows to a new file; its name decides the format.
  func add(_ name: String, rows count: Int, width: Int = 0) throws {
    let head = name.hasSuffix(".csv") ? "id,input,output,target,confidence,region\n" : ""
    let text = head + rows(count, for: name, width: width)
    paths.append(
      try folder.write(name.hasSuffix(".json") ? "[\(text)]" : text, to: name))
  }

  /// Adds `count` rows at the end of a file.
  func append(_ count: Int, to path: String, width: Int = 0) throws {
    try append(rows(count, for: path, width: width), to: path)
  }

  func append(_ text: String, to path: String) throws {
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  /// Rows with repeated ids and contents, damage, and segments.
  private func rows(_ count: Int, for name: String, width: Int) -> String {
    (0..<count).map { _ in row(for: name, width: width) }
      .joined(separator: name.hasSuffix(".json") ? ",\n" : "")
  }

  private func row(for name: String, width: Int) -> String {
    let id = Int.random(in: 0..<5_000, using: &generator)
    let input =
      "question \(Int.random(in: 0..<900, using: &generator))"
      + String(repeating: " and more", count: width / 9)
    let output = ["yes", "no", "perhaps"].randomElement(using: &generator) ?? ""
    let confidence = Double(Int.random(in: 0..<100, using: &generator)) / 100
    let region = ["EU", "US", "APAC"].randomElement(using: &generator) ?? ""
    if name.hasSuffix(".csv") { return "\(id),\(input),\(output),yes,\(confidence),\(region)\n" }
    let isDamaged = name.hasSuffix(".jsonl") && Int.random(in: 0..<40, using: &generator) == 0
    return #"{"id":\#(id),"input":"\#(input)","output":"\#(output)","target":"yes","#
      + #""confidence":\#(confidence),"region":"\#(region)""# + (isDamaged ? "" : "}")
      + (name.hasSuffix(".json") ? "" : "\n")
  }

  /// The index as it comes with the cache, and how many rows were read for it.
  func indexed(
    options: OpenOptions = OpenOptions(), cache: IndexCache? = nil
  ) throws -> (snapshot: IndexSnapshot, rowsRead: Int) {
    let store = try PredictionStore.open(paths, options: options, cache: cache ?? self.cache)
    let snapshot = store.waitUntilComplete()
    return (snapshot, store.rowsRead)
  }

  /// The index as reading the files gives it.
  func read(options: OpenOptions = OpenOptions()) throws -> IndexSnapshot {
    try PredictionStore.open(paths, options: options).waitUntilComplete()
  }

  /// The files in the cache.
  var entries: [String] {
    let path = cache.folder.path.string
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().map { "\(path)/\($0)" }
  }
}

/// All that a snapshot says, to be compared with another.
struct Described: Equatable {
  let counts: [Int]
  let tiers: [TierReport]
  let segments: [[String]]
  let files: [String]
  let rows: [[UInt64]]

  /// - Parameter notes: whether the notes count as well.
  init(_ snapshot: IndexSnapshot, notes: Bool = true) {
    counts = [
      snapshot.rowCount, snapshot.itemCount, snapshot.damaged, snapshot.bytesRead,
      snapshot.bytesTotal, snapshot.isComplete ? 1 : 0,
    ]
    tiers = snapshot.tiers
    segments = [snapshot.segmentNames] + snapshot.segmentTexts
    files = snapshot.files.map { file in
      """
      \(file.path) \(file.format) \(file.firstRow) \(file.rows) \(file.damaged) \(file.damage) \
      \(notes ? file.notes : []) \(file.known) \(file.signalNote ?? "") \
      \(file.recognised.sorted { $0.key.rawValue < $1.key.rawValue })
      """
    }
    rows = (0..<snapshot.rowCount).map { Self.numbers(snapshot[$0], snapshot.occurrence(of: $0)) }
  }

  private static func numbers(_ row: RowEntry, _ occurrence: Int) -> [UInt64] {
    let results: UInt64 =
      switch row.automatic {
      case nil: 0
      case .correct: 1
      case .incorrect: 2
      case .score(let score): score.bitPattern
      }
    let flags = [row.isDamaged, row.isNotAnObject, row.isShielded]
    let numbers =
      [row.file, row.offset, row.length, row.tier, row.signs, row.firstRow, row.copies, occurrence]
      + flags.map { $0 ? 1 : 0 } + row.segments
    return numbers.map(UInt64.init) + [row.digest.high, row.digest.low, results]
      + [row.value, row.uncertainty, row.confidence].map { UInt64($0.bitPattern) }
  }
}
