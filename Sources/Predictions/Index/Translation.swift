/// Turns the codes of each thread's vocabularies into those that all threads share.
struct Translation {
  private struct Codes {
    var vocabulary = -1
    var tiers: [Int] = []
    var values: [[Int]] = []
  }

  private var workers: [Codes] = []

  /// Learns what the block adds to the vocabularies of its thread.
  ///
  /// `places` says for each of the file's segments its place among all, where it has one.
  mutating func learn(
    _ facts: BlockFacts, places: [Int?], tiers: inout TierTable, segments: inout SegmentTable
  ) {
    while workers.count <= facts.worker { workers.append(Codes()) }
    if workers[facts.worker].vocabulary != facts.vocabulary {
      workers[facts.worker] = Codes(
        vocabulary: facts.vocabulary, tiers: CodedRating.tiers.map { tiers.code(of: $0) },
        values: places.map { _ in [0] })
    }
    for tier in facts.newTiers { workers[facts.worker].tiers.append(tiers.code(of: tier)) }
    for (segment, values) in facts.newValues.enumerated() {
      guard let place = places[segment] else { continue }
      for value in values {
        workers[facts.worker].values[segment].append(segments.code(of: value, in: place))
      }
    }
  }

  /// The shared code of each code for a tier.
  func tiers(of worker: Int) -> [Int] { workers[worker].tiers }

  /// The shared code of each code for a value of a segment.
  func values(of segment: Int, by worker: Int) -> [Int] { workers[worker].values[segment] }

  func tier(_ code: UInt8, by worker: Int) -> Int { workers[worker].tiers[Int(code)] }

  func value(_ code: UInt16, segment: Int, by worker: Int) -> Int {
    code == Vocabulary.remainder
      ? SegmentTable.remainderCode : workers[worker].values[segment][Int(code)]
  }
}
