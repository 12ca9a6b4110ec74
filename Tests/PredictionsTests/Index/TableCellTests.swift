import Foundation
import TestSupport
import Testing

@testable import Predictions

@Suite("Cells that hold more than text")
struct TableCellTests {
  private static func open(
    _ text: String
  ) throws -> (report: FileReport, predictions: [Prediction]) {
    let folder = try TemporaryFolder()
    let (store, snapshot) = try PredictionStoreTests.store(folder, ["a.csv": text])
    return (snapshot.files[0], (0..<snapshot.rowCount).map { store.prediction(at: $0) })
  }

  @Test("columns of JSON are read as such: a chat, an object with the answer, a list of targets")
  func json() throws {
    let (report, predictions) = try Self.open(
      """
      id,input,output,expected
      1,"[{""role"":""user"",""content"":""hi""}]","{""answer"":""b""}","[""a"",""b""]"
      2,"[{""role"":""user"",""content"":""ho""}]","{""answer"":""c""}","[ ""a"" , ""b"" ]"

      """)
    #expect(report.damaged == 0)
    #expect(report.recognised[.output]?.first?.path == "output.answer")
    #expect(predictions[0].input == .chat([ChatMessage(role: "user", text: "hi")]))
    #expect(predictions[0].output == .text("b"))
    #expect(predictions[1].target == .json(#"["a","b"]"#))
    #expect(predictions.map(\.automatic) == [.correct, .incorrect])
  }

  @Test("the digest is that of the same row as JSON Lines")
  func digest() throws {
    let folder = try TemporaryFolder()
    let (store, _) = try PredictionStoreTests.store(
      folder,
      [
        "a.csv": "input,output\n\"{\"\"b\"\": 1, \"\"a\"\": [2]}\",x\n",
        "b.jsonl": #"{"input":{"a":[2],"b":1},"output":"x"}"#,
      ])
    #expect(store.prediction(at: 0).contentDigest == store.prediction(at: 1).contentDigest)
  }

  @Test("lists as Python prints them are lists", arguments: [#"['a', "it's"]"#, #"['it\'s']"#])
  func python(_ list: String) throws {
    let cell = list.replacingOccurrences(of: "\"", with: "\"\"")
    let (_, predictions) = try Self.open("question,prediction,references\nq,it's,\"\(cell)\"\n")
    #expect(predictions[0].automatic == .correct)
  }

  @Test(
    "Python's literals become JSON, and what is none stays text",
    arguments: [
      (#"['a', None, True, False, nan]"#, #"["a", null, true, false, NaN]"#),
      (#"{'a': [1, 2.5], "b": 'x"y'}"#, #"{"a": [1, 2.5], "b": "x\"y"}"#),
      (#"['\n\\ \x41 \u00e9']"#, #"["\n\\ A é"]"#), ("['a', b]", nil), ("['a'", nil),
      ("[array([1])]", nil), ("[1, 2]", "[1, 2]"), (" {} ", "{}"), ("[]]", nil), ("[1],[2]", nil),
      ("text", nil), ("", nil), ("['\\", nil), ("['\\']", nil),
      ("[0.25 0.75]", "[0.25,0.75]"), ("[[1. 2.]\n [3e-2 4]]", "[[1.0,2.0],[3e-2,4]]"),
    ])
  func literals(_ cell: String, _ json: String?) {
    var scanner = CellScanner()
    let value = CellValue.json(of: cell.utf8, scanner: &scanner)
    #expect(value.map { String(decoding: $0, as: UTF8.self) } == json)
  }

  @Test("a column of text in which some cells look like lists stays text")
  func someLists() throws {
    let (_, predictions) = try Self.open("input,output\nq,[1]\nq,no\nq,[2]\n")
    #expect(predictions[0].output == .text("[1]"))
  }

  @Test("a cell beyond the nesting of a row stays text, and its row is not damaged")
  func deep() throws {
    let cells = [512, 511, 1].map {
      String(repeating: "[", count: $0) + String(repeating: "]", count: $0)
    }
    let rows = (0..<40).map { "q\($0),\(cells[min($0, 2)])\n" }.joined()
    let (report, predictions) = try Self.open("input,output\n\(rows)")
    #expect(report.damaged == 0)
    #expect(predictions[0].output == .text(cells[0]))
    #expect(predictions[1].output == .json(cells[1]))
  }
}
