import Predictions
import TestSupport
import Testing

@Suite("Rows of JSON documents")
struct DocumentRowsTests {
  @Test(
    "the list of rows is found by its place, its name, or its size",
    arguments: [
      ("[{\"id\":1},{\"id\":2}]", ["{\"id\":1}", "{\"id\":2}"]),
      ("[1,\"two\",null,[3]]", ["1", "\"two\"", "null", "[3]"]),
      ("{\"results\":[{\"r\":1}],\"samples\":[{\"s\":1}]}", ["{\"s\":1}"]),
      (
        "{\"results\":{\"version\":3,\"results\":[{\"r\":1}]},\"config\":[{\"big\":\"aaaaaaaaaaaaaaaa\"}]}",
        ["{\"r\":1}"]
      ),
      ("{\"samples\":[1,2],\"data\":{\"items\":[{\"i\":1}]}}", ["{\"i\":1}"]),
      ("{\"samples\":[],\"records\":[{\"r\":1}]}", ["{\"r\":1}"]),
      (
        "{\"a\":[{\"x\":1}],\"b\":{\"c\":{\"d\":[{\"y\":1},{\"y\":2}]}}}",
        ["{\"y\":1}", "{\"y\":2}"]
      ),
      (
        "{\"a\":{\"b\":{\"samples\":[{\"s\":1}]}},\"c\":[{\"x\":[{\"samples\":0}]}]}",
        ["{\"x\":[{\"samples\":0}]}"]
      ),
      ("{\"samples\":[{\"s\":1}],\"x\":{\"y\":[\"}\\\\\\\"]\",[]]}}\n ", ["{\"s\":1}"]),
      ("{\"a\":1,\"b\":[1,2,3]}", []), ("{}", []), ("[]", []), ("17", []), ("\"text\"", []),
    ] as [(String, [String])])
  func location(document: String, expected: [String]) throws {
    for blockSize in [16, 1 << 16] {
      let found = try FoundRows(document, name: "a.json", blockSize: blockSize)
      #expect(found.texts == expected)
      #expect(found.documentDamage == nil)
      #expect(found.format.name == "json")
    }
  }

  @Test(
    "a path names the list",
    arguments: [
      ("{\"a\":{\"b.c\":[{\"x\":1}]},\"samples\":[{\"s\":1}]}", "a.b.c", "{\"x\":1}"),
      ("{\"a\":[[],[{\"x\":2}]]}", "a[1]", "{\"x\":2}"),
      ("[{\"items\":[3]},{\"items\":[4]}]", "[1].items", "4"),
    ])
  func path(document: String, path: String, expected: String) throws {
    #expect(try FoundRows(document, name: "a.json", rows: path).texts == [expected])
  }

  @Test("a path that names no list is an error that says so")
  func badPath() throws {
    let error = #expect(throws: OpenError.self) {
      try FoundRows("{\"a\":{\"b\":1}}", name: "a.json", rows: "a.b")
    }
    #expect(error?.sentence.contains("has no list at a.b: give --rows") == true)
  }

  @Test("a list over many lines knows the line of each row")
  func pretty() throws {
    let document =
      "{\n \"version\": 1,\n \"samples\": [\n  {\n   \"id\": 1\n  },\n  {\"id\": 2}\n ]\n}\n"
    let found = try FoundRows(document, name: "a.json", blockSize: 16)
    #expect(found.positions.map(\.line) == [4, 7])
    #expect(found.accepted == 2)
    #expect(found.notes == ["rows are the list at samples"])
  }

  @Test(
    "a damaged element keeps its place and hides none behind it",
    arguments: [
      "{\"id\":01,\"x\":[{\"id\":9}]}", "{\"id\":1,\"x\":tru}", "{\"id\":1,}", "{'id':1}",
      "{\"id\":1,\"x\":[1,2}",
      "{\"id\":1,\"x\":{\"y\":2}", "{\"id\":1,\"x\":\"abc}", "{\"id\":1,\"x\":abc\"}",
      "{\"id\":1 \"x\":2}",
      "{\"id\":1,\"x\":\"a\nb\"}", "{\"id\":1,\"x\":\"\\q\"}", "junk", "{\"id\":1", "{\"id\"", "-",
    ])
  func damage(element: String) throws {
    for separator in [",", ",\n", "\n  , "] {
      let document =
        "[{\"id\":0,\"t\":\"a\"}\(separator)\(element)\(separator){\"id\":2,\"t\":\"b\"}\(separator){\"id\":3}]"
      for blockSize in [16, 1 << 16] {
        let found = try FoundRows(document, name: "a.json", blockSize: blockSize)
        #expect(found.texts.count == 4, "\(element) in \(blockSize): \(found.texts)")
        #expect(found.texts.last == "{\"id\":3}")
        #expect(found.faults.map { $0 == nil } == [true, false, true, true])
      }
    }
  }

  @Test(
    "a document that was cut keeps its rows and reports the damage",
    arguments: [
      ("[{\"id\":1},{\"id\":2}", 2, RowDamage.Reason.arrayNotClosed),
      ("[{\"id\":1},{\"id\":2},", 2, .arrayNotClosed),
      ("[{\"id\":1},{\"id\":2,\"x\":\"ab", 2, .arrayNotClosed),
      ("{\"samples\":[{\"id\":1},{\"id\":2},{\"id\":3", 3, .arrayNotClosed),
      ("{\"samples\":[{\"id\":1}],\"model\":\"m", 1, .objectNotClosed),
      ("{\"run\":{\"samples\":[{\"id\":1}]}", 1, .objectNotClosed),
      ("{\"samples\":[\n{\"id\":1}\n]}\n{\"samples\":[{\"id\":2}]}", 1, .textAfterValue),
      ("{\"run\":{\"samples\":[{\"id\":1}],\"at\":\"}}\"}} and more", 1, .textAfterValue),
      ("{\"samples\":[{\"id\":1}]}}", 1, .textAfterValue),
      ("[{\"id\":1}] [", 1, .textAfterValue), ("[{\"id\":1},,{\"id\":2}]", 2, .unexpectedByte),
      ("[{\"id\":1},]", 1, .unexpectedByte),
      ("[{\"id\":1}}{\"id\":2}]", 2, .unexpectedByte),
      ("[{\"id\":1} {\"id\":2}]", 2, .unexpectedByte),
    ])
  func cut(document: String, rows: Int, reason: RowDamage.Reason) throws {
    let found = try FoundRows(document, name: "a.json", blockSize: 16)
    #expect(found.texts.count == rows)
    #expect(found.documentDamage?.reason == reason)
  }

  @Test("an element nested a million deep is refused and the next one read")
  func deep() throws {
    let deep = String(repeating: "[", count: 1_000_000) + String(repeating: "]", count: 1_000_000)
    let found = try FoundRows("[\(deep),{\"id\":2}]", name: "a.json")
    #expect(found.faults == [.nestedTooDeep, nil])
  }

  @Test(
    "the elements of a list are rows also with their commas on lines of their own",
    arguments: [
      "[\n{\"id\":1}\n,\n{\"id\":2}\n,\n{\"id\":3}\n]\n",
      "[{\"id\":1}\n,\n{\"id\":2}\n,\n{\"id\":3}]",
      "{\"samples\":[{\"id\":1}\n,\n{\"id\":2}\n,\n{\"id\":3}]}",
      "{\"run\":{\"samples\":[{\"id\":1}\n,\r\n{\"id\":2}\n,\n{\"id\":3}]}}\n",
    ])
  func commasOnLines(document: String) throws {
    for name in ["a.json", "a.txt"] {
      let found = try FoundRows(document, name: name)
      #expect(found.format.name == "json")
      #expect(found.texts == (1...3).map { "{\"id\":\($0)}" })
      #expect(found.documentDamage == nil)
    }
  }

  @Test("what follows a document is told with its place and what to do")
  func behindTheDocument() throws {
    let folder = try TemporaryFolder()
    let document = "{\"samples\":[{\"id\":1}]\n}\n{\"samples\":[{\"id\":2}]}\n"
    let path = try folder.write(document, to: "a.json")
    let store = try PredictionStore.open([path], options: OpenOptions())
    #expect(
      store.waitUntilComplete().files[0].notes.contains(
        "more follows the document at line 3, byte 24 and was not read: "
          + "put it into a file of its own"))
  }

  @Test(
    "several values in a document are rows",
    arguments: [
      ("{\"id\":1}\n{\"id\":2}\n", "jsonl", 2), ("{\"id\":1}{\"id\":2}", "json", 2),
      ("1\n2\n", "jsonl", 2),
      ("{\n \"id\": 1\n}\n{\n \"id\": 2\n}\n", "json", 2), ("[1]\n[2]\n", "jsonl", 2),
      ("{\"id\":1,\"x\":\"cut\n{\"id\":2}\n{\"id\":3}\n", "jsonl", 3),
      ("{\n \"id\": 1,\n \"x\": [{\"y\": 1}]\n}\n{\n \"id\": 2,\n \"x\": []\n}\n", "json", 2),
      ("{\n \"id\": 1,\n \"x\": oops\n}\n{\n \"id\": 2\n}\n", "json", 2),
    ])
  func several(document: String, format: String, rows: Int) throws {
    let found = try FoundRows(document, name: "a.json", blockSize: 16)
    #expect(found.format.name == format)
    #expect(found.texts.count == rows)
    #expect(found.faults.last == .some(nil))
  }

  @Test(
    "a list in a file that is named for lines is read as a list",
    arguments: [
      ("[{\"id\":1},{\"id\":2}]", "json", 2), ("[\n {\"id\":1},\n {\"id\":2}\n]\n", "json", 2),
      ("[{\"id\":1},\n{\"id\":2}]\n", "json", 2), ("[{\"id\":1}\n,{\"id\":2}\n]\n", "json", 2),
      ("[1]\n[2]\n", "jsonl", 2), ("[1,2\n{\"id\":1}\n", "jsonl", 2), ("[]\n1\n", "jsonl", 2),
      ("[[[[[\n{\"id\":1}\n{\"id\":2}\n", "jsonl", 3),
      (String(repeating: "[", count: 9_999) + "\n{\"id\":1}\n", "jsonl", 2),
      ("{\n\"samples\":[{\"id\":1}]}", "json", 1),
    ])
  func listAmongLines(content: String, format: String, rows: Int) throws {
    let found = try FoundRows(content, name: "a.jsonl")
    #expect(found.format.name == format)
    #expect(found.texts.count == rows)
  }
}
