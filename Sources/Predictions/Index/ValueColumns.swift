/// The columns of a table whose cells hold lists or objects rather than text.
enum ValueColumns {
  /// Of each of the sampled rows' columns that has any cells, whether nearly all hold a value.
  static func find(in sample: RowSample, columns: Int) -> Set<Int> {
    var filled = [Int](repeating: 0, count: columns)
    var values = filled
    var scanner = CellScanner()
    sample.forEach { tape, bytes in
      let nodes = Array(tape.children(of: 0))
      for column in 0..<min(columns, nodes.count / 2) {
        let cell = tape.decoded(nodes[column * 2 + 1], in: bytes)
        guard cell.contains(where: { !ByteSearch.isSpace($0) }) else { continue }
        filled[column] += 1
        // Most columns are given up at their first cell.
        guard values[column] * 20 >= (filled[column] - 1) * 19 - 20 else { continue }
        if CellValue.json(of: cell, scanner: &scanner) != nil { values[column] += 1 }
      }
    }
    return Set((0..<columns).filter { values[$0] > 0 && values[$0] * 20 >= filled[$0] * 19 })
  }
}
