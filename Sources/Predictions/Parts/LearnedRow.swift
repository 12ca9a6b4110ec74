/// What is known of a file's rows from one of them: how it is laid out and where its parts lie.
///
/// Rows of a file are mostly laid out alike, and then every part is the same node as it was in the row
/// before, so nothing has to be looked for. This holds because ``PathResolver`` asks for keys and
/// containers alone, and never for what a value is.
struct LearnedRow: Sendable {
  /// So many rows in a row are learned although none is like another.
  private static let patience = 64
  /// Then only each so manieth is, since learning takes as long as walking.
  private static let interval = 16

  private var template = RowTemplate()
  private var nodes: [Int] = []
  /// The nodes in use are those of the row that was learned.
  private var isRecalled = false
  /// Rows since the last one that was like the one that was learned.
  private var misses = 0
  /// The nodes in use are those of a table's columns.
  private(set) var areColumns = false

  /// Fills `tape` where the row is laid out like the one that was learned; see ``RowTemplate``.
  @inline(__always)
  func fill(_ tape: inout JSONTape, from row: UnsafeRawBufferPointer, behind: Int) -> Bool {
    template.fill(&tape, from: row, behind: behind)
  }

  /// Gives the nodes of the parts of a row that was filled.
  @inline(__always)
  mutating func recall(into current: inout [Int]) {
    guard !isRecalled else { return }
    current = nodes
    (isRecalled, misses) = (true, 0)
  }

  /// Takes note of a row that was read and whose parts were found.
  mutating func note(
    _ layout: RowDecoder.Layout, of tape: JSONTape, in bytes: UnsafeRawBufferPointer, nodes: [Int]
  ) {
    areColumns = layout == .columns
    isRecalled = false
    guard layout == .json else { return }
    misses += 1
    guard misses < Self.patience || misses % Self.interval == 0 else { return }
    template.learn(tape, of: bytes)
    self.nodes = nodes
  }
}
