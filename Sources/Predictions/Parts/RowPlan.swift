/// Which slots of a ``PathResolver`` hold which part of a file's rows.
///
/// A class, so that a row's view costs nothing to make: there are millions of them.
final class RowPlan: Sendable {
  /// The slots of the parts that are one field.
  enum Slot: Int, CaseIterable {
    case id, input, output, target, automatic, confidence, difficulty, variability, shield
    case model, run, time
  }

  let parts: RecognisedParts
  let resolver: PathResolver
  /// The automatic result is output against target, and both are plain fields.
  let comparesTexts: Bool
  /// The field of the confidence is a probability, as it mostly is.
  let hasProbability: Bool
  /// The slot of the first segment; those of the others follow.
  let firstSegment: Int

  init(_ parts: RecognisedParts) {
    self.parts = parts
    hasProbability = parts.confidence?.meaning == .probability
    firstSegment = Slot.allCases.count + parts.judges.count
    comparesTexts =
      parts.automatic == .comparison && parts.output?.isField == true
      && parts.target?.isField == true
    let automatic: RecognisedParts.Place? =
      switch parts.automatic {
      case .verdict(let place), .grade(let place): place
      case .comparison, nil: nil
      }
    let single: [(RecognisedParts.Place?, Bool)] = Slot.allCases.map { slot in
      switch slot {
      case .id: (parts.id, false)
      case .input: (parts.input?.place, true)
      case .output: (parts.output?.place, true)
      case .target: (parts.target?.place, true)
      case .automatic: (automatic, false)
      case .confidence: (parts.confidence?.place, false)
      case .difficulty: (parts.difficulty, false)
      case .variability: (parts.variability, false)
      case .shield: (parts.shield, false)
      case .model: (parts.model, false)
      case .run: (parts.run, false)
      case .time: (parts.time, false)
      }
    }
    let several = parts.judges.map { ($0.place, false) } + parts.segments.map { ($0.place, false) }
    resolver = PathResolver(single.map { ($0.0 ?? [], $0.1) } + several)
  }

  var segmentCount: Int { parts.segments.count }
  var hasShield: Bool { parts.shield != nil }

  func judgeSlot(_ judge: Int) -> Int { Slot.allCases.count + judge }
  func segmentSlot(_ segment: Int) -> Int { firstSegment + segment }
}
