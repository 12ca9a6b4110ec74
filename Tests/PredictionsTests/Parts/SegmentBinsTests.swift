import TestSupport
import Testing

@testable import Predictions

@Suite("Ranges of numbers as values of a segment")
struct SegmentBinsTests {
  private static let cases: [(numbers: [Double], labels: [String])] = [
    (
      (0..<1000).map { Double($0) },
      ["under 200", "200 to 400", "400 to 600", "600 to 800", "800 and over"]
    ),
    (
      (0..<500).map { Double($0 * $0) / 1000 },
      ["under 10", "10 to 50", "50 to 100", "100 to 150", "150 and over"]
    ),
    (
      (0..<100).map { 0.001 + Double($0) / 100_000 },
      [
        "under 0.0012", "0.0012 to 0.0014", "0.0014 to 0.0016", "0.0016 to 0.0018",
        "0.0018 and over",
      ]
    ),
    (
      (0..<100).map { Double($0 - 50) },
      ["under -30", "-30 to -10", "-10 to 10", "10 to 30", "30 and over"]
    ),
  ]

  @Test("ends are round numbers that part the rows about evenly", arguments: 0..<4)
  func round(place: Int) throws {
    let (numbers, labels) = Self.cases[place]
    #expect(try #require(SegmentBins(numbers: numbers)).labels == labels)
  }

  @Test(
    "few values are values themselves, and one that most rows have is no reason for empty ranges")
  func few() throws {
    #expect(SegmentBins(numbers: []) == nil)
    #expect(SegmentBins(numbers: (0..<400).map { Double($0 % 20) }) == nil)
    #expect(SegmentBins(numbers: (0..<12).map(Double.init)) == nil)
    #expect(SegmentBins(numbers: (0..<13).map(Double.init)) != nil)
    #expect(SegmentBins(numbers: [.nan, .infinity]) == nil)
    let zeros = Array(repeating: 0.0, count: 900) + (1...100).map(Double.init)
    let bins = SegmentBins(numbers: zeros)
    #expect(bins?.ends.allSatisfy { $0 > 0 } ?? true)
  }

  @Test("every number has just one range, with the lower end in it", arguments: 0..<20)
  func places(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let scale = [1e-6, 0.3, 20, 1e9][seed % 4]
    let numbers = (0..<300).map { _ in
      let stretch = Double(Int.random(in: 1...9, using: &random))
      return Double.random(in: -0.2...1, using: &random) * scale * stretch
    }
    let bins = try #require(SegmentBins(numbers: numbers))
    #expect(bins.ends == bins.ends.sorted())
    #expect(bins.labels.count == bins.ends.count + 1)
    #expect(bins == SegmentBins(numbers: numbers.shuffled(using: &random)))
    for number in numbers {
      let place = bins.place(of: number)
      #expect(place == 0 || number >= bins.ends[place - 1])
      #expect(place == bins.ends.count || number < bins.ends[place])
    }
    // Each has its share: none is empty, and none holds half.
    let counts = Dictionary(grouping: numbers) { bins.place(of: $0) }.mapValues(\.count)
    #expect(counts.count == bins.labels.count)
    #expect(counts.values.allSatisfy { $0 < 150 })
  }

  private static func row(_ number: Int) -> String {
    #"{"id":"r\#(number)","input":"q\#(number)","output":"a","correct":\#(number % 2 == 0),"#
      + #""latency_ms":\#(number * 7 % 1000),"region":"\#(["EU", "US"][number % 2])"}"# + "\n"
  }

  private static let options = OpenOptions(fields: [.segments: ["latency_ms", "region"]])

  @Test(
    "a field of many numbers that is named becomes ranges, in their order; unnamed it is no segment"
  )
  func index() throws {
    let folder = try TemporaryFolder()
    let text =
      (0..<1000).map(Self.row).joined() + #"{"id":"x","input":"q","output":"a"}"# + "\n"
      + #"{"id":"y","input":"q","output":"a","latency_ms":"slow"}"# + "\n"
    let path = try folder.write(text, to: "run.jsonl")
    let snapshot = try PredictionStore.open([path], options: Self.options).waitUntilComplete()
    #expect(snapshot.segmentNames == ["latency_ms", "region"])
    let labels = ["under 200", "200 to 400", "400 to 600", "600 to 800", "800 and over"]
    #expect(snapshot.segmentValues(of: 0) == [""] + labels)
    #expect(snapshot.binnedSegments == ["latency_ms"])
    for row in 0..<1000 {
      #expect(snapshot[row].segments[0] == row * 7 % 1000 / 200 + 1)
    }
    #expect(snapshot[1000].segments[0] == 0 && snapshot[1001].segments[0] == 0)
    let counts = try RunCounts.read([path], options: Self.options)
    #expect(counts.segments.filter { $0.segment == "latency_ms" }.map(\.value) == labels)
    #expect(
      counts.segments.filter { $0.segment == "latency_ms" }.allSatisfy { $0.results.rows == 200 })
    let plain = try PredictionStore.open([path], options: OpenOptions()).waitUntilComplete()
    #expect(plain.segmentNames == ["region"])
    let why = snapshot.files[0].recognised[.segments]?.first?.why
    #expect(why?.contains("in ranges: under 200, 200 to 400") == true)
  }

  @Test("a range means the same in every file: the first one decides", arguments: [2, 30])
  func files(count: Int) throws {
    let folder = try TemporaryFolder()
    let paths = try (0..<count).map { file in
      try folder.write(
        (0..<100).map { Self.row(file * 1000 + $0 * (file + 1)) }.joined(), to: "\(file).jsonl")
    }
    let snapshot = try PredictionStore.open(paths, options: Self.options).waitUntilComplete()
    let labels = snapshot.segmentValues(of: 0).dropFirst()
    #expect(labels.count <= 5)
    #expect(labels.first?.hasPrefix("under ") == true)
    #expect(labels.last?.hasSuffix(" and over") == true)
  }

  @Test("the cache gives the same ranges, also behind rows that came since")
  func cache() throws {
    let files = try CachedFiles(seed: 9)
    let options = OpenOptions(fields: [.segments: ["confidence", "region"]])
    try files.add("a.jsonl", rows: 2_700, width: 420)
    let read = try files.indexed(options: options)
    #expect(read.snapshot.binnedSegments == ["confidence"])
    #expect(read.snapshot.segmentValues(of: 0).dropFirst().first?.hasPrefix("under ") == true)
    let kept = try files.indexed(options: options)
    #expect(kept.rowsRead == 0)
    #expect(Described(kept.snapshot) == Described(try files.read(options: options)))
    try files.append(300, to: files.paths[0])
    let grown = try files.indexed(options: options)
    #expect(grown.rowsRead == 300)
    #expect(Described(grown.snapshot) == Described(try files.read(options: options)))
    #expect(grown.snapshot.binnedSegments == ["confidence"])
  }
}
