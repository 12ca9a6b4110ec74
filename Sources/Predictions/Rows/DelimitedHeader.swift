/// The names of a table's columns, each different from the others.
package enum DelimitedHeader {
  /// What a column without a name is called.
  package static func name(ofColumn column: Int) -> String { "column \(column + 1)" }

  /// The names that a table's first row gives.
  ///
  /// An empty name becomes `column 3`; a name that was there before gets the next free number:
  /// `label`, `label 2`.
  package static func names(of row: UnsafeRawBufferPointer, layout: DelimitedLayout) -> [String] {
    var scanner = DelimitedScanner(layout: layout)
    var cells = DelimitedCells()
    _ = scanner.scan(row, into: &cells)
    var taken: Set<String> = []
    var numbers: [String: Int] = [:]
    return (0..<cells.count).map { column in
      let written = cells.text(of: column, in: row)
      let isBlank = written.utf8.allSatisfy(ByteSearch.isSpace)
      let wanted = isBlank ? self.name(ofColumn: column) : written
      var name = wanted
      while !taken.insert(name).inserted {
        let number = numbers[wanted, default: 1] + 1
        numbers[wanted] = number
        name = "\(wanted) \(number)"
      }
      return name
    }
  }
}
