/// All that was decided about one file from its first rows: how to read and rate each of them.
struct FileRules: Sendable {
  let plan: RowPlan
  let choice: SignalChoice
  let rule: SignalRule
  let signs: SignReader
  let shieldThreshold: Double
  let shieldWords: ShieldWords
  let hasDigests: Bool
  /// The tiers that the sampled rows name, for signals that bring their own.
  let knownTiers: [String]

  /// - Parameters:
  ///   - otherSegments: the segments of other files that are read with this one.
  ///   - otherBins: the ranges of their numbers.
  init(
    sample: RowSample, options: OpenOptions, otherSegments: [String] = [],
    otherBins: [String: SegmentBins] = [:]
  ) {
    let parts = PartRecogniser.recognise(
      sample, chosen: options.fields, otherSegments: otherSegments, otherBins: otherBins)
    plan = RowPlan(parts)
    signs = SignReader(sample: sample, parts: parts)
    choice = SignalChoice(parts: parts, isProse: signs.isProse, asked: options.signal)
    rule = SignalRule(kind: choice.kind, cuts: options.cuts)
    shieldThreshold = options.shieldThreshold
    shieldWords = ShieldWords(options.shieldWords)
    hasDigests = options.digests
    let words = parts.difficulty.map { sample.texts(at: $0) } ?? []
    knownTiers = choice.kind == .difficulty ? Self.tiers(words) : []
  }

  private static func tiers(_ words: [String?]) -> [String] {
    let names = words.compactMap { $0?.trimmed }.filter { !DifficultyWord.isUnrated($0) }
    return Set(names.map(DifficultyWord.tierName)).sorted()
  }

  var parts: RecognisedParts { plan.parts }

  /// The file's value is the probability of the output, so it needs no column of its own.
  var meaning: IndexSnapshot.ValueMeaning {
    [.scores, .confidence, .dynamics].contains(choice.kind) ? .confidence : .other
  }

  /// The columns that this file's rows need.
  var columns: RowChunk.Columns {
    var columns: RowChunk.Columns = []
    if choice.kind != .confidence, choice.kind != .none, choice.kind != .difficulty {
      columns.insert(.uncertainty)
    }
    if meaning == .other, parts.confidence != nil || parts.scores != nil {
      columns.insert(.confidence)
    }
    // Verdicts can hold a grade between right and wrong as well.
    if case .comparison? = parts.automatic { return columns }
    if parts.automatic != nil { columns.insert(.score) }
    return columns
  }
}
