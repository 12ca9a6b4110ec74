/// Finds out what the rows of blocks say; each thread has its own.
struct BlockAnalyst {
  private let files: [OpenedFile]
  private let needs: @Sendable (FileRules) -> IndexNeeds
  private var analyst: RowAnalyst?
  /// What the rows of the last block say.
  private(set) var facts = BlockFacts()

  init(
    _ files: [OpenedFile], worker: Int, needs: @escaping @Sendable (FileRules) -> IndexNeeds
  ) {
    self.files = files
    self.needs = needs
    facts.worker = worker
    facts.file = -1
  }

  /// Fills ``facts`` from the rows of a block of a file, up to which its stretch has so many lines.
  mutating func read(_ block: RowBlock, of file: Int, lines: Int) {
    facts.removeAll()
    if file != facts.file { begin(file) }
    (facts.positions, facts.lines, facts.end) = (block.rows, lines, block.end)
    // Taken out, so that it is changed in its place and not copied.
    guard var analyst = self.analyst.take() else { return }
    analyst.analyse(block, into: &facts)
    self.analyst = analyst
  }

  private mutating func begin(_ file: Int) {
    let rules = files[file].rules
    let isAlike = facts.file >= 0 && files[facts.file].isRead(like: files[file])
    facts.file = file
    // What was met in one shard mostly is met in the next one.
    guard !isAlike else { return }
    facts.vocabulary += 1
    // Ranges are known beforehand, so they stand in their order and not in that of the rows.
    facts.newValues = rules.parts.segments.map { rules.parts.bins[$0.name]?.labels ?? [] }
    analyst = RowAnalyst(rules: rules, decoder: files[file].decoder, needs: needs(rules))
  }
}
