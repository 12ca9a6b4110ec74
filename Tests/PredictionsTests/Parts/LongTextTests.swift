import TestSupport
import Testing

@testable import Predictions

/// Texts of which only parts are kept.
@Suite("Parts of long texts")
struct LongTextTests {
  @Test("are the beginning and the end, however the text comes")
  func ends() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let limit = Int.random(in: 1...20, using: &random)
      let text = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        UInt8([0x20, 0x0A, 0x61, 0xC3].randomElement(using: &random) ?? 0)
      }
      var ends = TextEnds(upTo: limit)
      var rest = text[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...30, using: &random))
        rest = rest.dropFirst(piece.count)
        if piece.count == 1 {
          ends.append(piece[piece.startIndex])
        } else {
          Array(piece).withUnsafeBytes { ends.append(bytes: $0) }
        }
      }
      let isWhole = text.count <= 2 * limit
      #expect(ends.text == (isWhole ? text : text.prefix(limit) + text.suffix(limit)))
      #expect(ends.count == text.count)
      let trimmed = text.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }
      #expect(ends.trimmedCount == trimmed.count)
    }
  }

  /// A file with such a row, which is the second one.
  private func store(
    output: String, target: String, in folder: TemporaryFolder
  ) throws -> PredictionStore {
    let short = #"{"id":1,"output":"a","target":"a"}"# + "\n"
    let path = try folder.write(
      short + #"{"id":2,"output":"\#(output)","target":"\#(target)"}"# + "\n", to: "a.jsonl")
    let store = try PredictionStore.open([path], options: OpenOptions())
    store.waitUntilComplete()
    return store
  }

  private static let long = String(repeating: #"t\u00e4xt "#, count: DigestText.longestKept / 5)
  private static let end = String(repeating: ".", count: DigestText.longestKept / 2)
  private static let blanks = String(repeating: #"\n"#, count: DigestText.longestKept)

  @Test(
    "do not hide that an output is the target",
    arguments: [
      (long, long, true), (long + "x" + end, long + "y" + end, false), (long, "täxt", false),
      (blanks + "yes" + blanks, "yes", true),
    ])
  func comparison(output: String, target: String, isSame: Bool) throws {
    let folder = try TemporaryFolder()
    let store = try store(output: output, target: target, in: folder)
    let expected: AutomaticResult = isSame ? .correct : .incorrect
    #expect(store.snapshot[1].automatic == expected)
    #expect(store.prediction(at: 1, upTo: 10).automatic == expected)
  }

  @Test("show the signs of the whole output")
  func signs() {
    let reader = SignReader(extremeLength: 2_000, comparesScripts: true, isProse: true)
    let end = String(repeating: "again and ", count: 30)
    #expect(
      reader.signs(of: Array(end.utf8), length: 5_000, input: []) == [.looping, .extremeLength])
    #expect(!reader.signs(of: Array(end.utf8), input: []).contains(.extremeLength))
  }

  @Test("of a conversation are those of the whole of it, whatever is wanted")
  func conversations() throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<300 {
      let json = Self.conversation(using: &random)
      var scanner = JSONScanner()
      var tape = JSONTape()
      #expect(scanner.scan(Array(json.utf8), into: &tape) == nil)
      Array(json.utf8).withUnsafeBytes { bytes in
        for source in [RecognisedParts.TextSource.field([]), .turnsBeforeLast([]), .lastTurn([])] {
          let whole = ContentReader.content(source, at: 0, of: tape, in: bytes)
          let limit = Int.random(in: 0...120, using: &random)
          let part = ContentReader.content(source, at: 0, of: tape, in: bytes, upTo: limit)
          let expected = whole.map { $0.content.cut(to: limit) }
          #expect(part?.content == expected?.content, "\(source) up to \(limit) of \(json)")
          #expect(part?.isCut == expected?.isCut)
        }
      }
    }
  }

  private static func conversation(using random: inout SeededGenerator) -> String {
    func text() -> String {
      (0..<Int.random(in: 0...12, using: &random)).map { _ in
        ["ab ", "é", "漢", "😀", #"\n"#].randomElement(using: &random) ?? ""
      }.joined()
    }
    let messages = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      let content =
        switch Int.random(in: 0..<4, using: &random) {
        case 0: #"[{"type":"text","text":"\#(text())"},{"type":"image_url"}]"#
        case 1: #"[{"type":"tool_use","name":"f","input":{"a":"\#(text())"}}]"#
        case 2: "null"
        default: #""\#(text())""#
        }
      let calls =
        Bool.random(using: &random)
        ? #","tool_calls":[{"function":{"name":"g","arguments":"\#(text())"}}]"# : ""
      return
        #"{"role":"user","content":\#(content)\#(calls.isEmpty && content == "null" ? #","text":"t""# : calls)}"#
    }
    return "[" + messages.joined(separator: ",") + "]"
  }
}
