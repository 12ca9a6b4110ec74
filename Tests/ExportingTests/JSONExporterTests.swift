import Exporting
import Predictions
import Testing

@Suite("JSON exports")
struct JSONExporterTests {
  @Test("say everything about a prediction and its reviews")
  func everything() throws {
    let line = try Sample.export([Sample.row()], as: .jsonl)
    #expect(
      line == """
        {"key":"r-0913","file":"intents-v7.csv","run":"v7","model":"intent-7","tier":"ambiguous",\
        "signal":"between fraud .54 and billing .41","automatic":"incorrect",\
        "segments":{"region":"EU","label":"x"},"input":"My card keeps getting declined",\
        "output":"fraud","target":"billing","copies":3,"content":"sha256:77ab",\
        "reviews":[{"by":"ada","at":"2026-11-23T12:04:05.123Z","verdict":"wrong",\
        "upsetting":{"categories":["harassment"],"severity":2},"badTarget":false,\
        "tags":["hallucination","tone"],"label":"billing","comment":"accuses the customer"}]}

        """)
  }

  @Test("write the wanted fields in the wanted order")
  func fields() throws {
    let line = try Sample.export([Sample.row()], as: .jsonl, fields: "verdict,region,key,by")
    #expect(
      line == """
        {"reviews":[{"verdict":"wrong","by":"ada"}],"segments":{"region":"EU"},"key":"r-0913"}

        """)
  }

  @Test("as one document carry the ledger's heads", arguments: [0, 1, 3])
  func document(count: Int) throws {
    let rows = (0..<count).map { Sample.row(key: "r-\($0)") }
    let text = try Sample.export(rows, as: .json, fields: "key", heads: ["sha256:0c1d"])
    let document = Parsed(text)
    #expect(document.isValid)
    #expect(document.texts(at: "heads") == ["sha256:0c1d"])
    #expect(document.count(at: "predictions") == count)
  }

  @Test("keep messages with roles and tool calls")
  func chat() throws {
    let chat = Content.chat([
      ChatMessage(role: "user", text: "hi"),
      ChatMessage(
        role: "assistant", text: "", toolCalls: [ToolCall(name: "find", arguments: "{}")]),
    ])
    let line = try Sample.export([Sample.row(input: chat)], as: .jsonl, fields: "input")
    #expect(
      line == """
        {"input":[{"role":"user","content":"hi"},{"role":"assistant","content":"",\
        "tool_calls":[{"name":"find","arguments":"{}"}]}]}

        """)
  }

  @Test("prefer a chat as the file wrote it")
  func original() throws {
    var row = Sample.row(input: .chat([ChatMessage(role: "user", text: "hi")]))
    row.originals[.input] = #"[{"content":"hi","name":"bo","role":"user"}]"#
    let line = try Sample.export([row], as: .jsonl, fields: "input")
    #expect(line == #"{"input":[{"content":"hi","name":"bo","role":"user"}]}"# + "\n")
  }

  @Test(
    "write other values as they are, and as text where strict readers would refuse them",
    arguments: [
      (#"{"a":1.50}"#, #"{"input":{"a":1.50}}"#), (#"["NaN"]"#, #"{"input":["NaN"]}"#),
      (#"[NaN,"x"]"#, #"{"input":"[NaN,\"x\"]"}"#),
      (#"["\\",Infinity]"#, #"{"input":"[\"\\\\\",Infinity]"}"#),
    ])
  func value(json: String, expected: String) throws {
    let line = try Sample.export([Sample.row(input: .json(json))], as: .jsonl, fields: "input")
    #expect(line == expected + "\n")
  }

  @Test("give back any text, on one line and without controls", arguments: HostileTexts.own)
  func roundTrip(text: String) throws {
    let row = Sample.row(key: text, output: .text(text), reviews: [Sample.review(comment: text)])
    let line = try Sample.export([row], as: .jsonl)
    #expect(line.utf8.count { $0 < 0x20 } == 1)
    #expect(!line.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
    let parsed = Parsed(line)
    #expect(parsed.isValid)
    for path in ["key", "output", "reviews[0].comment"] {
      #expect(parsed.text(at: path).map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test(
    "give back the shared hostile texts", .enabled(if: HostileTexts.areShared),
    arguments: HostileTexts.corpora)
  func sharedRoundTrip(corpus: String) throws {
    let texts = try HostileTexts.shared(corpus)
    #expect(texts.count > 20)
    for text in texts { try roundTrip(text: text) }
  }
}

/// JSON text read back by the program's own scanner.
struct Parsed {
  private let bytes: [UInt8]
  private var tape = JSONTape()
  let isValid: Bool

  init(_ text: String) {
    bytes = Array(text.utf8)
    var scanner = JSONScanner()
    var tape = JSONTape()
    isValid = bytes.withUnsafeBytes { scanner.scan($0, into: &tape) } == nil
    self.tape = tape
  }

  func text(at path: String) -> String? {
    bytes.withUnsafeBytes { bytes in
      tape.value(at: FieldPath(path), in: bytes).map { tape.text(of: $0, in: bytes) }
    }
  }

  func texts(at path: String) -> [String] {
    bytes.withUnsafeBytes { bytes in
      guard let list = tape.value(at: FieldPath(path), in: bytes) else { return [] }
      return tape.children(of: list).map { tape.text(of: $0, in: bytes) }
    }
  }

  func count(at path: String) -> Int { texts(at: path).count }
}
