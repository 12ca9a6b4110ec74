import Predictions

/// What was recognised in some files and why: what `fields` prints.
struct FieldsReport {
  /// One file with the items of each tier that it holds.
  struct File {
    let report: FileReport
    let tiers: [(tier: Tier, count: Int)]
  }

  let files: [File]
  /// How many items the query matches, where one was asked.
  let matching: Int?

  init(_ snapshot: IndexSnapshot, matching: Int?) {
    files = snapshot.files.indices.map { place in
      File(report: snapshot.files[place], tiers: Self.tiers(ofFile: place, in: snapshot))
    }
    self.matching = matching
  }

  /// Items are counted where they first occur, as the tiers of the whole index are.
  private static func tiers(
    ofFile place: Int, in snapshot: IndexSnapshot
  ) -> [(tier: Tier, count: Int)] {
    guard snapshot.files.count > 1 else { return snapshot.tiers.map { ($0.tier, $0.count) } }
    let file = snapshot.files[place]
    var counts = [Int](repeating: 0, count: snapshot.tiers.count)
    for row in file.firstRow..<(file.firstRow + file.rows) {
      let entry = snapshot[row]
      if entry.firstRow == row { counts[entry.tier] += 1 }
    }
    return zip(snapshot.tiers, counts).filter { $0.1 > 0 }.map { ($0.0.tier, $0.1) }
  }
}
