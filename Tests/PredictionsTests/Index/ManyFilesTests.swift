import TestSupport
import Testing

@testable import Predictions

/// A run in many shards is what it would be in one file.
@Suite("Many files")
struct ManyFilesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func row(_ number: Int, extra: String = "") -> String {
    let region = ["EU", "US", "APAC"][number % 3]
    return #"{"id":"r\#(number)","input":"question \#(number)","output":"a","#
      + #""target":"\#(number % 5 == 0 ? "b" : "a")","confidence":0.\#(number % 10),"#
      + #""region":"\#(region)"\#(extra)}"# + "\n"
  }

  private func open(_ files: [(name: String, text: String)]) throws -> [OpenedFile] {
    try OpenedFile.open(
      try files.map { try folder.write($0.text, to: $0.name) }, options: OpenOptions())
  }

  private func shards(_ count: Int, rows: Int) -> [(name: String, text: String)] {
    (0..<count).map { shard in
      (
        "part-\(shard).jsonl",
        (0..<rows).map { Self.row(shard * rows + $0) }.joined()
      )
    }
  }

  private static func described(_ file: OpenedFile) -> String {
    let segments = file.rules.parts.segments.map(\.name)
    return "\(file.file.format.name) \(file.rules.choice.kind) \(segments)"
  }

  @Test("shards are counted as one file with all of their rows is", arguments: [3, 40])
  func sameCounts(count: Int) throws {
    let shards = shards(count, rows: 6)
    let paths = try shards.map { try folder.write($0.text, to: $0.name) }
    let whole = try folder.write(shards.map(\.text).joined(), to: "whole.jsonl")
    let many = try PredictionStore.open(paths, options: OpenOptions()).waitUntilComplete()
    let one = try PredictionStore.open([whole], options: OpenOptions()).waitUntilComplete()
    #expect(many.rowCount == count * 6)
    #expect(many.tiers == one.tiers)
    #expect(many.segmentNames == one.segmentNames)
    #expect((0..<many.rowCount).map { many[$0].value } == (0..<one.rowCount).map { one[$0].value })
    #expect(
      (0..<many.rowCount).map { many[$0].automatic } == (0..<one.rowCount).map { one[$0].automatic }
    )
    #expect(many.files.map(\.firstRow) == (0..<count).map { $0 * 6 })
  }

  @Test("a shard with one value of a segment has the segment of the others")
  func constantSegment() throws {
    let shards = (0..<20).map { shard in
      (name: "\(shard).jsonl", text: (0..<4).map { Self.row(shard + $0 * 3) }.joined())
    }
    for file in try open(shards) { #expect(file.rules.parts.segments.map(\.name) == ["region"]) }
  }

  @Test("what single rows lack or have beside makes no kind, so that tiers are those of one file")
  func oddRows() throws {
    var shards = shards(40, rows: 6)
    func change(_ shard: Int, _ row: Int, _ change: (String) -> String) {
      var lines = shards[shard].text.split(separator: "\n").map(String.init)
      lines[row] = change(lines[row])
      shards[shard].text = lines.joined(separator: "\n") + "\n"
    }
    // Ten of each, since what is rarer than that would be a rest.
    for shard in 0..<10 {
      change(shard, 0) { $0.replacing(/"confidence":[0-9.]+/, with: #""confidence":null"#) }
      change(10 + shard, 1) { $0.replacing(/"confidence":[0-9.]+,/, with: "") }
      change(20 + shard, 2) { $0.replacing("}", with: #","error":"late"}"#) }
    }
    for shard in 30..<33 { change(shard, 0) { String($0.dropLast(4)) } }
    for shard in 33..<36 { change(shard, 3) { $0.replacing(#""target""#, with: #""note""#) } }
    change(36, 0) { _ in "17" }
    shards[37].text = #"{"id":"cut"# + "\n"
    let opened = try open(shards)
    #expect(Set(opened.map(Self.described)) == ["jsonl confidence [\"region\"]"])
    #expect(try FileKind.sort(Self.beginnings(of: opened)).map(\.members) == [Array(0..<40)])
    let whole = try folder.write(shards.map(\.text).joined(), to: "whole.jsonl")
    let many = try PredictionStore.open(opened.map(\.file.path), options: OpenOptions())
    let one = try PredictionStore.open([whole], options: OpenOptions())
    #expect(many.waitUntilComplete().tiers == one.waitUntilComplete().tiers)
  }

  private static func beginnings(of files: [OpenedFile]) throws -> [FileBeginning] {
    try FileBeginning.open(files.map(\.file.path), options: OpenOptions(), readsRows: true)
  }

  @Test("a shard without any row is left out and told, and an error where there are no others")
  func emptyShards() throws {
    var shards = shards(20, rows: 4)
    for place in [0, 7, 19] { shards[place].text = "" }
    let paths = try shards.map { try folder.write($0.text, to: $0.name) }
    let snapshot = try PredictionStore.open(paths, options: OpenOptions()).waitUntilComplete()
    #expect(snapshot.rowCount == 17 * 4)
    #expect(snapshot.files.count == 17)
    let note = "\(paths[0]) and 2 other files hold no rows"
    #expect(snapshot.files[0].notes.contains(note))
    #expect(!snapshot.files.dropFirst().contains { $0.notes.contains(note) })
    let blank = try folder.write(" \n\n", to: "blank.jsonl")
    let two = try PredictionStore.open([paths[1], blank], options: OpenOptions())
    #expect(two.snapshot.files.map(\.emptiness) == ["\(blank) holds no rows"])
    for empty in [[paths[0]], [paths[7], blank]] {
      #expect(throws: OpenError.empty(path: empty[0])) {
        try OpenedFile.open(empty, options: OpenOptions())
      }
    }
  }

  @Test("a file of another kind among many is read by its own rules")
  func anotherKind() throws {
    var files = shards(20, rows: 4)
    files[7] = (
      "7.jsonl", (0..<4).map { #"{"prompt":"\#($0)","answer":"a","score":0.5}"# + "\n" }.joined()
    )
    files[9] = ("9.csv", "id,input,output\n1,q,a\n2,q,b\n")
    files[11] = ("11.json", #"{"samples":[{"id":1,"input":"q","output":"a","target":"a"}]}"#)
    let many = try open(files)
    for place in [7, 9, 11] {
      let alone = try #require(try open([files[place]]).first)
      #expect(
        many[place].rules.parts.fields[.input]?.map(\.path)
          == alone.rules.parts.fields[.input]?.map(\.path))
      #expect(many[place].rules.choice.kind == alone.rules.choice.kind)
      #expect(many[place].file.format.name == alone.file.format.name)
    }
    #expect(Self.described(many[6]) == Self.described(many[0]))
    #expect(Self.described(many[19]) == Self.described(many[0]))
  }

  @Test(
    "rows of a kind have the same fields with values of the same kinds",
    arguments: [
      (#"{"a":1,"b":{"c":"x"}}"#, #"{"b":{"c":"y"},"a":2}"#, true),
      (#"{"a":1,"b":"x"}"#, #"{"a":1}"#, false),
      (#"{"a":1}"#, #"{"a":1,"b":"x"}"#, false),
      (#"{"a":1}"#, #"{"a":"1"}"#, false),
      (#"{"a":1}"#, #"{"\u0061":1}"#, true),
      (#"{"a":1,"b":null}"#, #"{"a":1,"b":null}"#, true),
      (#"{"a":1,"b":null}"#, #"{"a":1,"b":{"c":2}}"#, true),
      (#"{"a":1,"b":2}"#, #"{"a":1,"b":null}"#, true),
      (#"{"a":{"b":1}}"#, #"{"a":null}"#, true),
      (#"{"a":{"b":1}}"#, #"{"a":{"c":1}}"#, true),
      (#"{"a":{"b":"x"}}"#, #"{"a":{"c":"x"}}"#, false),
      (#"{"a":[{"b":"x"}]}"#, #"{"a":[{"b":1}]}"#, false),
      (#"{"a":[]}"#, #"{"a":[]}"#, true),
      (#"{"a":1}"#, "[1]", false),
    ])
  func outline(known: String, row: String, fits: Bool) {
    let outline = FieldOutline(FieldCensus(RowSample([known, known])))
    var scanner = JSONScanner()
    var tape = JSONTape()
    let bytes = Array(row.utf8)
    let result = bytes.withUnsafeBytes { raw -> Bool in
      _ = scanner.scan(raw, into: &tape)
      return outline.fits(tape, in: raw)
    }
    #expect(result == fits)
  }

  @Test("what is noted about the first file of a kind is not noted about the others")
  func notes() throws {
    var files = shards(20, rows: 4)
    files[0].text = files[0].text.replacing("question 2", with: "qu\u{0}")
    let first = Array(files[0].text.utf8).map { $0 == 0 ? 0xE9 : $0 }
    let path = try folder.write(.init(first), to: "first.jsonl")
    let others = try files.dropFirst().map { try folder.write($0.text, to: $0.name) }
    let many = try OpenedFile.open([path] + others, options: OpenOptions())
    #expect(many.dropFirst().allSatisfy { $0.notes.isEmpty })
  }

  @Test("of several files that cannot be opened the first is named")
  func missing() throws {
    var paths = try shards(200, rows: 1).map { try folder.write($0.text, to: $0.name) }
    paths[150] = folder.path(of: "gone-150")
    paths[30] = folder.path(of: "gone-30")
    paths[180] = folder.path(of: "gone-180")
    #expect(throws: OpenError.missing(path: paths[30])) {
      try OpenedFile.open(paths, options: OpenOptions())
    }
  }

  @Test("long first rows of many files are not kept")
  func longRows() throws {
    let text = String(repeating: "long ", count: 20_000)
    let files = try (0..<12).map { file in
      try RowFile.open(
        folder.write(Self.row(file, extra: #","text":"\#(text)""#), to: "\(file).jsonl"))
    }
    for file in files { #expect(try FirstRows.beginning(of: file).isEmpty) }
    #expect(try OpenedFile.open(files.map(\.path), options: OpenOptions()).count == 12)
  }
}
