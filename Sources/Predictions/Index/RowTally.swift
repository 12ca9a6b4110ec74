/// Counts rows by tier, segment value and automatic result.
struct RowTally: FactsTaker {
  private let files: [OpenedFile]
  private var reports: [FileReport]
  private var tiers = TierTable()
  private var segments = SegmentTable()
  /// Of each file's segments, their places among all.
  private var segmentPlaces: [[Int?]] = []
  private var translation = Translation()
  private var file = 0
  private var byTier: [ResultCounts] = []
  /// Of each segment, what its values' codes count.
  private var byValue: [[ResultCounts]] = []

  init(_ files: [OpenedFile]) {
    self.files = files
    reports = files.map(\.report)
    for file in files {
      tiers.expect(file.rules)
      segmentPlaces.append(segments.add(file.rules.parts.segments.map(\.name)))
    }
    byValue = Array(repeating: [], count: segments.names.count)
  }

  mutating func begin(_ file: Int) { self.file = file }

  mutating func end(notes: [String]) {
    reports[file].notes += notes
    reports[file].interruption = files[file].file.growth?.interruption
  }

  mutating func add(_ facts: BlockFacts) {
    let places = segmentPlaces[facts.file]
    translation.learn(facts, places: places, tiers: &tiers, segments: &segments)
    makeRoom()
    let tierCodes = translation.tiers(of: facts.worker)
    for fact in facts.rows { byTier[tierCodes[Int(fact.tier)]].add(fact) }
    for (segment, place) in places.enumerated() {
      if let place { count(facts, segment, of: places.count, into: &byValue[place]) }
    }
    addDamage(facts)
  }

  private func count(
    _ facts: BlockFacts, _ segment: Int, of segmentCount: Int, into results: inout [ResultCounts]
  ) {
    let codes = translation.values(of: segment, by: facts.worker)
    var at = segment
    for fact in facts.rows {
      let code = facts.segments[at]
      let value = code == Vocabulary.remainder ? SegmentTable.remainderCode : codes[Int(code)]
      results[value].add(fact)
      at += segmentCount
    }
  }

  private mutating func makeRoom() {
    while byTier.count < tiers.codeCount { byTier.append(ResultCounts()) }
    for segment in byValue.indices {
      let missing = segments.texts[segment].count - byValue[segment].count
      if missing > 0 { byValue[segment] += Array(repeating: ResultCounts(), count: missing) }
    }
  }

  private mutating func addDamage(_ facts: BlockFacts) {
    reports[file].rows += facts.rows.count
    reports[file].damaged += facts.faults.count
    let first = reports[file].rows - facts.rows.count
    for (place, fault) in facts.faults {
      guard reports[file].damage.count < FileReport.damageLimit else { return }
      let position = facts.position(place)
      let damage = fault.damage(rowAt: position.offset, line: position.line)
      reports[file].damage.append(.init(row: first + place, damage: damage))
    }
  }

  private func results(of tier: Int) -> ResultCounts {
    byTier.indices.contains(tier) ? byTier[tier] : ResultCounts()
  }

  /// What was counted so far.
  var counts: RunCounts {
    let all = byTier.reduce(into: ResultCounts()) { $0.add($1) }
    return RunCounts(
      all: all, damaged: reports.reduce(0) { $0 + $1.damaged },
      tiers: tiers.shownCodes { results(of: $0).rows > 0 }.map {
        (tiers.tier(of: $0), results(of: $0))
      },
      segments: RunCounts.slices(names: segments.names, texts: segments.texts, byValue),
      files: reports)
  }
}

extension ResultCounts {
  @inline(__always)
  fileprivate mutating func add(_ fact: RowFacts) { add(fact.flags, score: fact.score) }

  /// Adds a row by its flags; `score` counts where they say that there is one.
  @inline(__always)
  mutating func add(_ flags: PackedRow.Flags, score: Float) {
    rows &+= 1
    if flags.isSuperset(of: .score) {
      graded &+= 1
      gradeSum += Double(score)
    } else {
      // Whether a row is right is as good as random, so there is no branch on it.
      correct &+= flags.contains(.correct) ? 1 : 0
      incorrect &+= flags.contains(.incorrect) ? 1 : 0
    }
  }

  mutating func add(_ result: AutomaticResult?) {
    switch result {
    case .correct: add(.correct, score: .nan)
    case .incorrect: add(.incorrect, score: .nan)
    case .score(let score): add(.score, score: Float(score))
    case nil: add([], score: .nan)
    }
  }

  mutating func add(_ other: ResultCounts) {
    rows += other.rows
    correct += other.correct
    incorrect += other.incorrect
    graded += other.graded
    gradeSum += other.gradeSum
  }
}
