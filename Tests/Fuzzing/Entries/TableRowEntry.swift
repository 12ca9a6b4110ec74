@testable import Predictions

/// One row of a table; the first byte says how cells are told apart.
enum TableRowEntry: FuzzEntry {
  static let seeds = [
    ",a,b,\"c\"\"d\",", ";1,5;\"x;y\";", "\ta\t\"b\t", ",\"a\nb\",\"",
    ",['a', \"b's\", None],\"[0.25 0.75]\"",
    ",\"{\"\"a\"\": 1}\",é漢字", ",\"a\"b,c", ",",
  ]
  static let words = [
    "\"\"", "\",\"", "None", "True", "nan", "\\x41", "\\U0001f600", "[0.", "\r\n", "{'a': ",
  ]

  private static let layouts: [UInt8: DelimitedLayout] = [
    UInt8(ascii: ","): .commas, UInt8(ascii: ";"): .semicolons, UInt8(ascii: "\t"): .tabs,
  ]

  static func take(_ bytes: UnsafeRawBufferPointer) {
    guard let first = bytes.first else { return }
    let layout = layouts[first] ?? .commas
    let row = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
    var scanner = DelimitedScanner(layout: layout)
    var cells = DelimitedCells()
    let fault = scanner.scan(row, into: &cells)
    let texts = (0..<cells.count).map { cells.text(of: $0, in: row) }
    for cell in cells.cells {
      hold(0 <= cell.start && cell.start <= cell.end && cell.end <= row.count, "outside of the row")
    }
    checkPlain(row, layout, cells, fault)
    checkJSON(row, cells)
    if fault == nil, layout.hasQuotes { checkAgain(texts, layout) }
    hold(Set(DelimitedHeader.names(of: row, layout: layout)).count == cells.count, "a name twice")
  }

  /// The quick way finds the same cells or gives up.
  private static func checkPlain(
    _ row: UnsafeRawBufferPointer, _ layout: DelimitedLayout, _ cells: DelimitedCells,
    _ fault: RowFault?
  ) {
    var spans: [Range<Int>] = []
    let isPlain = PlainCells.split(row, layout, columns: cells.count) { column, start, end in
      hold(column == spans.count, "a column out of turn")
      spans.append(start..<end)
    }
    guard isPlain else { return }
    hold(fault == nil, "the quick way accepts what the careful one does not")
    hold(spans == cells.cells.map { $0.start..<$0.end }, "the ways see different cells")
  }

  /// Whatever the cells hold, the row is one sound object.
  private static func checkJSON(_ row: UnsafeRawBufferPointer, _ cells: DelimitedCells) {
    var json: [UInt8] = []
    var scanner = CellScanner()
    cells.appendJSON(of: row, header: ["a"], to: &json) { _, text in
      CellValue.json(of: text.utf8, scanner: &scanner)
    }
    var rows = JSONScanner()
    var tape = JSONTape()
    hold(rows.scan(json, into: &tape) == nil, "a row became damaged JSON")
    hold(tape.kind == .object, "a row became something else")
  }

  /// The texts written as cells are the same texts.
  private static func checkAgain(_ texts: [String], _ layout: DelimitedLayout) {
    let line = texts.map { text in
      let doubled = text.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
      return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
    }.joined(separator: String(Unicode.Scalar(layout.delimiter)))
    var scanner = DelimitedScanner(layout: layout, columns: texts.count)
    var cells = DelimitedCells()
    var bytes = line
    bytes.withUTF8 { utf8 in
      let row = UnsafeRawBufferPointer(utf8)
      hold(scanner.scan(row, into: &cells) == nil, "a written row is damaged")
      let again = (0..<cells.count).map { cells.text(of: $0, in: row) }
      hold(again.elementsEqual(texts) { $0.utf8.elementsEqual($1.utf8) }, "a cell changed")
    }
  }
}
