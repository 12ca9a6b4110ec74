/// Takes what was learned from the rows, block after block in the order of the files.
protocol FactsTaker: Sendable {
  /// The rows that follow are the file's.
  mutating func begin(_ file: Int)
  /// Some more rows of the file.
  mutating func add(_ facts: BlockFacts)
  /// The file has no more rows; `notes` are what was found out on the way.
  mutating func end(notes: [String])
}
