import TestSupport
import Testing

@testable import Predictions

/// Where the first line decides what a file is, what follows it is not read for that.
@Suite("Files that the first line decides")
struct FirstLineTests {
  private static let rest = String(
    repeating: #"{"id":2,"input":"q","output":"a"}"# + "\n", count: 900)
  private static let filler = String(repeating: "x", count: 40_000)

  @Test(
    "are what they are when more of them is read",
    arguments: [
      ("a.jsonl", #"{"id":1,"input":"q","output":"a"}"# + "\n" + rest, "jsonl"),
      ("a.json", #"{"id":1,"input":"q","output":"a"}"# + "\n" + rest, "jsonl"),
      ("a.jsonl", #"{"id":1,"input":"\#(filler)","output":"a"}"# + "\n" + rest, "jsonl"),
      ("a.jsonl", "{\n\"samples\":[{\"id\":1,\"output\":\"\(filler)\"}]}", "json"),
      ("a.json", "[\n{\"id\":1,\"output\":\"\(filler)\"}]", "json"),
      ("a.json", "[1]\n[2]\n" + rest, "jsonl"),
      ("a", "\n\n \n[{\"id\":1,\"output\":\"\(filler)\"}]", "json"),
      ("a.csv", "id,input,output\n1,\(filler),a\n", "csv"),
      ("a.csv", "id;input;output\n1;\(filler);a\n", "csv"),
      ("a.tsv", "id\tinput\toutput\n1\t\(filler)\ta\n", "tsv"),
    ])
  func formats(name: String, text: String, format: String) throws {
    let folder = try TemporaryFolder()
    #expect(try RowFile.open(folder.write(text, to: name)).format.name == format)
  }

  @Test("a table's first row may go on behind what is read first")
  func longHeader() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("id,\"\(Self.filler)\nb\",output\n1,2,3\n", to: "a.csv")
    let file = try RowFile.open(path)
    #expect(file.format.header?.count == 3)
    #expect(file.format.header?[1] == Self.filler + "\nb")
  }
}
