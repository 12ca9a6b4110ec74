import Foundation
import Predictions
import TestSupport
import Testing

@Suite("Hostile rows and texts")
struct HostileRowsTests {
  @Test("a hostile row is damaged or not as the table says", arguments: HostileInputs.rows)
  func rows(row: HostileInputs.Row) {
    #expect((Scanned(row.bytes).fault != nil) == row.isDamaged)
  }

  @Test("hostile rows together hide nothing of each other")
  func together() throws {
    let content = HostileInputs.rows.map { $0.bytes + [0x0A] }.joined()
    for blockSize in [64, 1 << 20] {
      let found = try FoundRows(content, name: "a.jsonl", blockSize: blockSize)
      #expect(found.faults.map { $0 != nil } == HostileInputs.rows.map(\.isDamaged))
    }
  }

  @Test("hostile rows as elements of a list keep their places")
  func elements() throws {
    let bytes = HostileInputs.rows.filter { $0.name != "two values" && $0.name != "comment" }
    let content =
      Array("[{\"id\":0}".utf8) + bytes.flatMap { [0x2C] + $0.bytes } + Array(",{\"id\":9}]".utf8)
    let found = try FoundRows(content, name: "a.json")
    #expect(found.texts.last == "{\"id\":9}")
    #expect(found.texts.count > 2 * bytes.count / 3)
  }

  @Test("a hostile text comes back from JSON and from a table", arguments: HostileInputs.texts)
  func texts(text: HostileInputs.Text) throws {
    var json: [UInt8] = []
    JSONText.appendString(text.text.utf8, to: &json)
    let scanned = Scanned(json)
    #expect(scanned.fault == nil)
    #expect(scanned.text.map { Array($0.utf8) } == Array(text.text.utf8))
    let cell = "\"" + text.text.replacing("\"", with: "\"\"") + "\""
    let found = try FoundRows("id,text\n1,\(cell)\n2,x\n", name: "a.csv")
    #expect(found.faults == [nil, nil])
    #expect(
      try ConformanceTests.objects(found)[0]["text"].map { Array($0.utf8) } == Array(text.text.utf8)
    )
  }
}
