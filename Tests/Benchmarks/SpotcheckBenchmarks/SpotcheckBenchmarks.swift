import Benchmark
import Foundation
import Predictions
import Reviewing
import Screen

/// The parts whose speed decides how the whole feels, each alone.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput, .peakMemoryResident], maxDuration: .seconds(3))

  ListBenchmarks.register()

  Benchmark("scan a row of 450 bytes") { benchmark in
    let row = Array(Inputs.row.utf8)
    var scanner = JSONScanner()
    var tape = JSONTape()
    for _ in benchmark.scaledIterations { blackHole(scanner.scan(row, into: &tape)) }
  }

  Benchmark("scan a row of 450 bytes beyond ASCII") { benchmark in
    let row = Array(Inputs.japaneseRow.utf8)
    var scanner = JSONScanner()
    var tape = JSONTape()
    for _ in benchmark.scaledIterations { blackHole(scanner.scan(row, into: &tape)) }
  }

  Benchmark("draw a full screen of text") { benchmark in
    let line = DisplayText(Inputs.text)
    for _ in benchmark.scaledIterations {
      var grid = CellGrid(size: Size(columns: 120, rows: 36))
      for row in 0..<36 { grid.put(line, row: row, column: 0, style: .plain) }
      blackHole(grid)
    }
  }

  Benchmark("wrap a text of four kilobytes") { benchmark in
    let text = String(repeating: Inputs.text + " ", count: 16)
    for _ in benchmark.scaledIterations { blackHole(TextWrap.wrap(text, columns: 80)) }
  }

  Benchmark("measure a text with emoji and Japanese") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(DisplayText(Inputs.mixedText).width) }
  }

  Benchmark("replay a ledger of 100,000 events") { benchmark in
    let ledger = try Inputs.ledger(events: 100_000)
    defer { try? FileManager.default.removeItem(atPath: ledger) }
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      blackHole(
        try Ledger.open(LedgerLocation(written: nil, read: [ledger]), reviewer: "ada").book.isEmpty)
    }
    benchmark.stopMeasurement()
  }
}
