import Predictions
import Testing

@Suite("Rows of tables")
struct TableRowsTests {
  @Test(
    "cells may hold commas, line breaks and quotes, between returns or without",
    arguments: ["\n", "\r\n"])
  func quoting(end: String) throws {
    let content = [
      "id,text", "1,\"a, b\"", "2,\"x\(end)y\"", "3,\"say \"\"hi\"\"\"", "4,plain \"word\"", "",
      "5,",
    ]
    .joined(separator: end)
    for blockSize in [16, 1 << 16] {
      let found = try FoundRows(content, name: "a.csv", blockSize: blockSize)
      #expect(found.format.header == ["id", "text"])
      #expect(found.accepted == 5)
      #expect(found.positions.map(\.line) == [2, 3, 5, 6, 8])
      #expect(found.texts[1] == "2,\"x\(end)y\"")
    }
  }

  @Test("cells are decoded and can be shown as an object")
  func cells() {
    let row = Array("1,\"say \"\"hi\"\"\",\"\",x\"y,\"é\n\"".utf8)
    var scanner = DelimitedScanner(layout: .commas)
    var cells = DelimitedCells()
    let texts = row.withUnsafeBytes { row in
      #expect(scanner.scan(row, into: &cells) == nil)
      return (0..<cells.count).map { cells.text(of: $0, in: row) }
    }
    #expect(texts == ["1", "say \"hi\"", "", "x\"y", "é\n"])
    var json: [UInt8] = []
    row.withUnsafeBytes { cells.appendJSON(of: $0, header: ["a", "b"], to: &json) }
    #expect(
      String(decoding: json, as: UTF8.self)
        == #"{"a":"1","b":"say \"hi\"","column 3":"","column 4":"x\"y","column 5":"é\n"}"#)
  }

  @Test("columns without a name and repeated names get names of their own")
  func header() throws {
    let found = try FoundRows("id,,label,label,\"label 2\", \n1,2,3,4,5,6\n", name: "a.csv")
    #expect(found.format.header == ["id", "column 2", "label", "label 2", "label 2 2", "column 6"])
    #expect(found.accepted == 1)
    #expect(try FoundRows("id,text\n", name: "a.csv").texts == [])
    #expect(try FoundRows("id,text", name: "a.csv").texts == [])
  }

  @Test("a row whose cells or quotes do not add up is damaged and hides no other")
  func damage() throws {
    let found = try FoundRows(
      "id,a\n1,x\n2\n3,x,y\n4,\"open\n5,x\n6,\"a\"b\n7,\"z\"\n8,\"never closed\n9,x\n",
      name: "a.csv")
    #expect(
      found.faults == [
        nil, .wrongNumberOfCells(found: 1, expected: 2), .wrongNumberOfCells(found: 3, expected: 2),
        .quoteNotClosed, nil, .textAfterQuote, nil, .quoteNotClosed, nil,
      ])
    #expect(found.texts[3] == "4,\"open")
    #expect(found.positions.map(\.line) == Array(2...10))
  }

  @Test("what is not UTF-8 is damage of its row alone")
  func badUTF8() throws {
    let content = Array("id,a\n1,caf".utf8) + [0xE9] + Array("\n2,x\n".utf8)
    let found = try FoundRows(content, name: "a.csv")
    #expect(found.faults == [.badUTF8, nil])
    #expect(found.texts[0] == "1,caf\u{FFFD}")
  }

  @Test("in a table with tabs a quote is only text")
  func tabs() throws {
    let found = try FoundRows("id\ta\n1\t\"open\n2\tx\n", name: "a.tsv")
    #expect(found.format.name == "tsv")
    #expect(found.faults == [nil, nil])
  }

  @Test("semicolons and tabs are recognised and noted")
  func delimiters() throws {
    let semicolons = try FoundRows("id;a\n1;0,5\n", name: "a.csv")
    #expect(semicolons.notes == ["cells are separated by semicolons"])
    #expect(semicolons.accepted == 1)
    let commas = try FoundRows("id,\"a;b\"\n1,x\n", name: "a.csv")
    #expect(commas.format.header == ["id", "a;b"])
    let tabs = try FoundRows("id\t\"a\nb\"\n1\t\"x\ty\"\n", name: "a.csv")
    #expect(tabs.format.header == ["id", "a\nb"])
    #expect(tabs.accepted == 1)
    #expect(try FoundRows("id\ta\n1\tx\n", name: "a.txt").format.name == "tsv")
    #expect(try FoundRows("id;a\n1;x\n", name: "a.txt").format.name == "csv")
  }

  @Test(
    "rows that end in carriage returns alone are rows, at any block size",
    arguments: [16, 1 << 20])
  func carriageReturns(blockSize: Int) throws {
    let found = try FoundRows(
      "id,a\r1,\"x\ny\"\r2,\"say \"\"hi\"\"\"\r\r3,z", name: "a.csv", blockSize: blockSize)
    #expect(found.format.header == ["id", "a"])
    #expect(found.notes == ["lines end in carriage returns alone"])
    #expect(found.faults == [nil, nil, nil])
    #expect(found.texts == ["1,\"x\ny\"", "2,\"say \"\"hi\"\"\"", "3,z"])
    #expect(found.positions.map(\.line) == [2, 3, 5])
  }

  @Test(
    "a carriage return among line feeds is text or belongs to the line break",
    arguments: ["id,a\r\n1,x\r\n2,y\r\n", "id,a\n1,x\r\n2,y\r\n", "id,\"a\r\"\n1,x\n2,y\n"])
  func lineFeeds(text: String) throws {
    let found = try FoundRows(text, name: "a.csv")
    #expect(found.texts == ["1,x", "2,y"])
    #expect(found.notes.isEmpty)
  }

  @Test("tables of tabs, and of an unknown name, may end their rows so too")
  func otherCarriageReturns() throws {
    #expect(try FoundRows("id\ta\r1\t\"\r2\tx\r", name: "a.tsv").texts == ["1\t\"", "2\tx"])
    #expect(try FoundRows("id;a\r1;x\r2;y\r", name: "a.csv").texts == ["1;x", "2;y"])
    #expect(try FoundRows("id,a\r1,x\r2,y\r", name: "a.txt").texts == ["1,x", "2,y"])
  }
}
