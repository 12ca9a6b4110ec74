import Benchmark
import Evaluation
import Foundation
import Predictions
import Reviewing
import SystemPackage

/// What goes over all rows of a file while somebody waits for it.
enum ListBenchmarks {
  static func register() {
    for (name, query) in [
      ("one tier", "tier:easy"), ("a segment's mistakes", "region:EU automatic:incorrect"),
    ] {
      Benchmark("filter: \(name)") { benchmark in
        let context = try LargeRun.context()
        let arrangement = Arrangement(query: try Query.parse(query))
        benchmark.startMeasurement()
        blackHole(try Arranger.rows(arrangement, context: context, isCancelled: { false })?.count)
        benchmark.stopMeasurement()
      }
    }

    for sort in SortOrder.allCases where sort != .file {
      Benchmark("sort: \(sort.rawValue)") { benchmark in
        let context = try LargeRun.context()
        let arrangement = Arrangement(sort: sort, listsCopies: true)
        benchmark.startMeasurement()
        blackHole(try Arranger.rows(arrangement, context: context, isCancelled: { false })?.count)
        benchmark.stopMeasurement()
      }
    }

    Benchmark("find a text in all rows") { benchmark in
      let context = try LargeRun.context()
      benchmark.startMeasurement()
      blackHole(Finder("Quality Promise").found(in: context)?.count)
      benchmark.stopMeasurement()
    }

    Benchmark("take the index back from the cache") { benchmark in
      _ = try LargeRun.context()
      benchmark.startMeasurement()
      blackHole(try LargeRun.open().waitUntilComplete().rowCount)
      benchmark.stopMeasurement()
    }
  }
}

/// A run of many rows, indexed once for all benchmarks.
///
/// `SPOTCHECK_BENCHMARK_FILE` names another than the million rows that are made up.
enum LargeRun {
  private static let opened = Result { try made() }

  private static let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("spotcheck-benchmark-\(ProcessInfo.processInfo.processIdentifier)")

  private static let path =
    ProcessInfo.processInfo.environment["SPOTCHECK_BENCHMARK_FILE"]
    ?? folder.appendingPathComponent("run.jsonl").path

  static func context() throws -> QueryContext { try opened.get() }

  static func open() throws -> PredictionStore {
    let cache = IndexCache(folder: FilePath(folder.path), program: "benchmark")
    return try PredictionStore.open([path], options: OpenOptions(), cache: cache)
  }

  private static func made() throws -> QueryContext {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { LargeRun.remove() }
    if !FileManager.default.fileExists(atPath: path) {
      try Data(Inputs.rows(1_000_000).utf8).write(to: URL(fileURLWithPath: path))
    }
    let store = try open()
    return QueryContext(
      snapshot: store.waitUntilComplete(), store: store, book: ReviewBook(), reviewer: "ada",
      now: Timestamp.now())
  }

  private static func remove() { try? FileManager.default.removeItem(at: folder) }
}
