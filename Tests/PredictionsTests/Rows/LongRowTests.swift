import TestSupport
import Testing

@testable import Predictions

/// Rows of many megabytes among others.
@Suite("Long rows")
struct LongRowTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let length = 6 << 20

  private static func row(_ number: Int, input: String = "q") -> String {
    #"{"id":"r\#(number)","input":"\#(input)","output":"a","target":"a"}"# + "\n"
  }

  private static func longRow(_ number: Int, length: Int = length) -> String {
    row(number, input: #"long \u00e4 "# + String(repeating: "text ", count: length / 5))
  }

  @Test("are not looked at to choose parts where others lie before them")
  func sampling() throws {
    let path = try folder.write(
      Self.row(1) + Self.row(2) + Self.longRow(3) + Self.row(4), to: "a.jsonl")
    let first = try FirstRows.read(from: RowFile.open(path))
    #expect(first.sample.seen == 2)
  }

  @Test("are looked at cut short where they come first, with all of their fields")
  func samplingOfFirst() throws {
    let path = try folder.write(Self.longRow(1) + Self.row(2), to: "a.jsonl")
    let file = try RowFile.open(path)
    let first = try FirstRows.read(from: file)
    #expect(first.sample.seen == 1)
    #expect(first.sample.byteCount < 100_000)
    let parts = FileRules(sample: first.sample, options: OpenOptions()).parts
    for part in [Part.id, .input, .output, .target] { #expect(parts.fields[part] != nil) }
  }

  @Test(
    "are cut neither within a character nor within an escape",
    arguments: ["x", "é", "😀", #"\n"#, #"\u00e4"#, #"x\ud83d\ude00"#, #"\\"#, #"\""#])
  func cuts(piece: String) {
    for shift in 0..<8 {
      let text = String(repeating: "-", count: shift) + String(repeating: piece, count: 5_000)
      let row = Array(#"{"a":"\#(text)","b":[\#(String(repeating: "1,", count: 9_999))1]}"#.utf8)
      var scanner = JSONScanner()
      var tape = JSONTape()
      let short = row.withUnsafeBytes { bytes in
        #expect(scanner.scan(bytes, into: &tape) == nil)
        return RowAbridgement.sampled.json(of: tape, in: bytes)
      }
      #expect(short.count < 10_000)
      let fault = short.withUnsafeBytes { scanner.scan($0, into: &tape) }
      #expect(tape.isComplete, "\(String(describing: fault))")
      #expect(tape.kind == .object)
    }
  }

  @Test("are remembered no more than a few at a time, but the last one always")
  func remembering() throws {
    let text = String(repeating: "text ", count: 10_000)
    let path = try folder.write(
      (1...9).map { Self.row($0, input: text) }.joined() + Self.row(10, input: text + text + text),
      to: "a.jsonl")
    let store = try PredictionStore.open([path], options: OpenOptions())
    store.waitUntilComplete()
    var recent = RecentPredictions(byteLimit: 120_000)
    for row in 0..<9 { recent.add(store.prediction(at: row), upTo: .max) }
    #expect((0..<9).filter { recent[$0, upTo: .max] != nil } == [7, 8])
    recent.add(store.prediction(at: 9), upTo: .max)
    #expect((0..<10).filter { recent[$0, upTo: .max] != nil } == [9])
  }

  @Test("have excerpts that are short, and the same key")
  func excerpts() throws {
    let path = try folder.write(Self.longRow(1) + Self.row(2), to: "a.jsonl")
    let store = try PredictionStore.open([path], options: OpenOptions())
    store.waitUntilComplete()
    let excerpt = store.excerpt(at: 0)
    #expect(excerpt.key == "r1")
    #expect(excerpt.byteCount <= Content.excerptLength + 2)
    #expect(excerpt.input?.plainText.hasPrefix("long ä text") == true)
    #expect(excerpt.contentDigest == store.prediction(at: 0).contentDigest)
    #expect(store.excerpt(at: 1).input == store.prediction(at: 1).input)
  }

  @Test("of a conversation have excerpts with its first messages")
  func conversation() throws {
    let messages = (0..<5_000).map { #"{"role":"user","content":"message \#($0)"}"# }
    let path = try folder.write(
      #"{"id":1,"messages":[\#(messages.joined(separator: ","))],"output":"a"}"# + "\n",
      to: "a.jsonl")
    let store = try PredictionStore.open([path], options: OpenOptions())
    store.waitUntilComplete()
    let excerpt = store.excerpt(at: 0)
    #expect(excerpt.byteCount <= Content.excerptLength + 1)
    #expect(excerpt.input?.plainText.hasPrefix("message 0\nmessage 1\n") == true)
  }

  @Test("that are lists of numbers are indexed and read like others")
  func numbers() throws {
    let list = String(repeating: "12345,", count: 20_000) + "1"
    let path = try folder.write(
      #"{"id":"r1","input":[\#(list)],"output":"a"}"# + "\n" + Self.row(2), to: "a.jsonl")
    let store = try PredictionStore.open([path], options: OpenOptions())
    #expect(store.waitUntilComplete().damaged == 0)
    #expect(store.prediction(at: 0).input == .json("[\(list)]"))
    #expect(store.rawRow(at: 0).bytes.count == list.utf8.count + 35)
  }

  @Test("have the digests of their whole texts, whoever reads them", arguments: [false, true])
  func digests(isPlain: Bool) throws {
    let text = String(repeating: isPlain ? "text " : "täxt\\n", count: 220_000)
    let path = try folder.write(Self.row(1, input: text) + Self.row(2), to: "a.jsonl")
    let store = try PredictionStore.open([path], options: OpenOptions())
    let snapshot = store.waitUntilComplete()
    let input = isPlain ? text : String(repeating: "täxt\n", count: 220_000)
    let content = ContentDigest(of: (input + "\0a").utf8)
    #expect(snapshot[0].digest == content.prefix)
    let prediction = store.prediction(at: 0, upTo: 100)
    #expect(prediction.contentDigest == content)
    #expect(prediction.inputDigest == ContentDigest(of: input.utf8))
  }

  @Test("without an input have the digest of their canonical JSON")
  func canonicalDigest() throws {
    let text = String(repeating: #"\"täxt\u001f"#, count: 10_000)
    let path = try folder.write(
      #"{"q":"\#(text)","notes":{"b":1,"a":"\#(text)"},"output":"a"}"# + "\n", to: "a.jsonl")
    let store = try PredictionStore.open([path], options: OpenOptions())
    store.waitUntilComplete()
    let raw = store.rawRow(at: 0)
    let json = raw.bytes.withUnsafeBytes { bytes in
      let output = raw.tape.value(forKey: "output".utf8, of: 0, in: bytes)
      var json: [UInt8] = []
      raw.tape.appendCanonicalJSON(
        of: 0, in: bytes, leavingOut: [output ?? -1], to: &json)
      return json
    }
    let canonical = #"{"notes":{"a":"\#(text)","b":1},"q":"\#(text)"}"#
    #expect(json.elementsEqual(canonical.utf8))
    #expect(store.prediction(at: 0).inputDigest == ContentDigest(of: json))
  }

  @Test("are read as far as they are wanted, and say what goes on")
  func beginnings() throws {
    let path = try folder.write(Self.longRow(1, length: 3 << 19) + Self.row(2), to: "a.jsonl")
    let store = try PredictionStore.open([path], options: OpenOptions())
    store.waitUntilComplete()
    let short = store.prediction(at: 0, upTo: 1_000)
    #expect(short.input?.byteCount == 1_000)
    #expect(short.cutParts == [.input])
    #expect(store.prediction(at: 0, upTo: 500).input?.byteCount == 1_000)
    #expect(store.prediction(at: 0, upTo: 5_000).input?.byteCount == 5_000)
    let whole = store.prediction(at: 0)
    #expect(whole.cutParts.isEmpty)
    #expect(whole.input?.byteCount ?? 0 > 1 << 20)
    #expect(store.prediction(at: 1, upTo: 1_000).cutParts.isEmpty)
  }

  @Test("have a short raw row for the screen, with all of their fields")
  func rawExcerpt() throws {
    let path = try folder.write(Self.longRow(1, length: 3 << 19) + Self.row(2), to: "a.jsonl")
    let store = try PredictionStore.open([path], options: OpenOptions())
    store.waitUntilComplete()
    let raw = store.rawExcerpt(at: 0)
    #expect(raw.isAbridged)
    #expect(raw.bytes.count < 100_000)
    #expect(raw.tape.count == 9)
    #expect(!store.rawExcerpt(at: 1).isAbridged)
    #expect(store.rawRow(at: 0).bytes.count > 1 << 20)
  }
}
