/// Finds the first row with the same content: a hash table of row numbers, four bytes a slot.
///
/// Digests are not kept here but compared where they lie, in the rows. That is a look into memory
/// far away, so a slot holds eight bits of the digest beside the row: of the rows that are passed on
/// the way to a free slot nearly all are told to differ without it. The 24 bits that are left for
/// the row do for sixteen million of them; those behind get a table of their own.
struct ItemTable {
  private var tables: [ItemSlots] = []
  private let expectedRows: Int

  /// - Parameter expectedRows: about how many rows will come, as far as anybody knows.
  init(expectedRows: Int = 0) { self.expectedRows = expectedRows }

  /// The table of rows that are known to differ: `digests` gives them twice, first to count.
  init(distinct digests: ((Int, DigestPrefix) -> Void) -> Void) {
    expectedRows = 0
    var counts: [[Int]] = []
    digests { row, digest in
      while counts.count <= row / ItemSlots.rowLimit { counts.append(ItemSlots.noCounts) }
      counts[row / ItemSlots.rowLimit][ItemSlots.part(of: digest)] += 1
    }
    tables = counts.map(ItemSlots.init(counts:))
    digests { row, digest in
      tables[row / ItemSlots.rowLimit].add(row % ItemSlots.rowLimit, digest)
    }
  }

  /// The first row whose digest is `digest`, or nothing, and then `row` is it from now on.
  ///
  /// Rows come in their order. Constant time on average for each sixteen million rows before.
  /// `digestOf` gives the digest of a row that was added before.
  mutating func firstRow(
    of digest: DigestPrefix, adding row: Int, digestOf: (Int) -> DigestPrefix
  ) -> Int? {
    let own = row / ItemSlots.rowLimit
    while tables.count <= own {
      let left = expectedRows - tables.count * ItemSlots.rowLimit
      tables.append(ItemSlots(expectedRows: min(max(0, left), ItemSlots.rowLimit)))
    }
    for table in 0..<own {
      let base = table * ItemSlots.rowLimit
      if let known = tables[table].row(of: digest, digestOf: { digestOf(base + $0) }) {
        return base + known
      }
    }
    let base = own * ItemSlots.rowLimit
    return tables[own].firstRow(of: digest, adding: row - base) { digestOf(base + $0) }
      .map { base + $0 }
  }

  /// Reads what ``firstRow(of:adding:digestOf:)`` will need for these digests.
  ///
  /// Each look waits for memory. Those of many digests wait together here, since none needs another.
  func prepare(for rows: ArraySlice<RowFacts>) -> UInt32 {
    tables.reduce(0) { $0 ^ $1.touched(by: rows) }
  }
}
