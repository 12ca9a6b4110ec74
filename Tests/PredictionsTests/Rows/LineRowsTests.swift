import Predictions
import TestSupport
import Testing

@Suite("Rows of JSON Lines")
struct LineRowsTests {
  @Test(
    "blank lines, returns and a missing last line break change nothing", arguments: [16, 1 << 16])
  func lines(blockSize: Int) throws {
    let found = try FoundRows(
      "\n{\"id\":1}\r\n   \n\r\n{\"id\":2}\n\n{\"id\":3}", name: "a.jsonl", blockSize: blockSize)
    #expect(found.format == .lines)
    #expect(found.texts == ["{\"id\":1}", "{\"id\":2}", "{\"id\":3}"])
    #expect(found.positions.map(\.line) == [2, 5, 7])
    #expect(found.positions.map(\.offset) == [1, 17, 27])
  }

  @Test("a byte order mark is skipped and noted")
  func mark() throws {
    let found = try FoundRows("\u{FEFF}{\"id\":1}\n", name: "a.jsonl")
    #expect(found.accepted == 1)
    #expect(found.positions[0].offset == 3)
    #expect(found.notes == ["begins with a byte order mark, which was skipped"])
  }

  @Test("line separators of other kinds end no row")
  func separators() throws {
    let found = try FoundRows(
      "{\"a\":\"x\u{2028}\u{85}y\"}\n{\"b\":\"\\u000b\"}\n", name: "a.jsonl")
    #expect(found.faults == [nil, nil])
  }

  @Test("a damaged row hides none of the later ones")
  func damage() throws {
    let found = try FoundRows(
      "{\"id\":1,\"a\":\"x\ny\"}\n// note\n{'id':2}\n\0\0\0\0\n{\"id\":3}\n{\"id\":4,\"a",
      name: "a.jsonl")
    #expect(
      found.faults == [
        .stringNotClosed, .badLiteral, .unexpectedByte, .unexpectedByte, .unexpectedByte, nil,
        .stringNotClosed,
      ])
  }

  @Test("a row longer than a block is read whole and the block shrinks again")
  func longRow() throws {
    let long = "{\"a\":\"" + String(repeating: "x", count: 100_000) + "\"}"
    let found = try FoundRows("{\"id\":1}\n\(long)\n{\"id\":2}\n", name: "a.jsonl", blockSize: 64)
    #expect(found.texts == ["{\"id\":1}", long, "{\"id\":2}"])
    #expect(found.accepted == 3)
  }

  @Test("a source goes on where it stopped, also as a copy")
  func resumable() throws {
    let content = (0..<50).map { "{\"id\":\($0)}\n" }.joined()
    let folder = try TemporaryFolder()
    let file = try RowFile.open(try folder.write(content, to: "a.jsonl"), blockSize: 64)
    var source = file.rows()
    var block = RowBlock()
    #expect(try source.next(into: &block))
    let first = block.rows
    var copy = source
    #expect(try source.next(into: &block))
    let second = block.rows
    #expect(try copy.next(into: &block))
    #expect(block.rows == second)
    #expect(second[0].offset > first[first.count - 1].offset)
    let again = try file.bytes(of: second[0])
    #expect(again == block.withRow(0) { Array($1) })
  }

  @Test("a file that was cut short after its rows were found is an error with its place")
  func cutShort() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("{\"id\":1}\n{\"id\":2}\n", to: "a.jsonl")
    let file = try RowFile.open(path)
    try folder.write("{\"id\":1}\n", to: "a.jsonl")
    #expect(throws: ReadError.endsEarly(path: path, offset: 9)) {
      try file.read(offset: 9, length: 8)
    }
  }
}
