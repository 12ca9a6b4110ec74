import TestSupport
import Testing

@testable import Predictions

@Suite("Documents whose rows are no list")
struct DocumentShapeTests {
  private static func notes(_ text: String) throws -> String {
    let folder = try TemporaryFolder()
    return try RowFile.open(try folder.write(text, to: "a.json")).notes.joined(separator: "\n")
  }

  @Test(
    "the shape is named with the command that makes rows of it",
    arguments: [
      (#"{"text":{"0":"a","1":"b"},"label":{"0":"x","1":"y"}}"#, #"orient="records""#),
      (#"{"columns":["text"],"index":[0],"data":[["a"]]}"#, #"orient="records""#),
      (#"{"text":["a","b"],"label":["x","y"]}"#, "object of columns"),
      (#"{"q1":{"text":"a","label":"x"},"q2":{"text":"b"}}"#, "{id: .key} + .value"),
      (#"{"0":{"text":"a","label":"x"},"1":{"text":"b"}}"#, "{id: .key} + .value"),
      (#"{"56be4db0":"Denver","56be4db1":"Paris"}"#, "{id: .key, output: .value}"),
      (#"{"prompt":"a","response":"b"}"#, "jq -c ."),
      (#"{"a":1,"b":{"c":2}}"#, "--rows a.b.c"), ("{}", "--rows a.b.c"),
    ])
  func shapes(_ text: String, _ hint: String) throws {
    #expect(try Self.notes(text).contains(hint))
  }

  @Test("a list inside of one of many alike objects is not passed off as the rows")
  func innerList() throws {
    let row = #"{"messages":[{"role":"user","content":"q"}],"label":"x"}"#
    let notes = try Self.notes(#"{"a":\#(row),"b":\#(row)}"#)
    #expect(notes.contains("rows are the list at a.messages"))
    #expect(notes.contains("{id: .key} + .value"))
    let inspect = #"{"eval":{"task":"t"},"results":{"items":[{"id":1}]}}"#
    #expect(try !Self.notes(inspect).contains("to_entries"))
  }
}
