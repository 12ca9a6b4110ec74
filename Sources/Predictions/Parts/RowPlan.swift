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

  init(_ parts: RecognisedParts) {
    self.parts = parts
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
  func segmentSlot(_ segment: Int) -> Int { Slot.allCases.count + parts.judges.count + segment }
}

/// One row that was scanned, with its parts found; its room is used again from row to row.
struct RowView {
  let plan: RowPlan
  private(set) var tape = JSONTape()
  /// The bytes that the tape describes; valid until the decoder reads the next row.
  private(set) var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
  private(set) var nodes: [Int]
  private var layout = RowLayout()

  init(_ plan: RowPlan) {
    self.plan = plan
    nodes = Array(repeating: PathResolver.absent, count: plan.resolver.slotCount)
  }

  /// Looks at another row, and says what is wrong with it.
  mutating func read(_ row: UnsafeRawBufferPointer, with decoder: inout RowDecoder) -> RowFault? {
    let (read, fault) = decoder.read(row, into: &tape)
    bytes = read
    if !layout.isLayout(of: tape, in: bytes) {
      plan.resolver.resolve(tape, in: bytes, into: &nodes)
      layout.learn(tape, in: bytes)
    }
    return fault
  }

  /// The node of a part, or nothing where the row does not have it or has null.
  func node(_ slot: RowPlan.Slot) -> Int? { node(at: slot.rawValue) }

  func node(at slot: Int) -> Int? {
    let node = nodes[slot]
    return node == PathResolver.absent || tape[node].kind == .null ? nil : node
  }

  /// A part's number, also where it is written as text.
  func number(_ slot: RowPlan.Slot) -> Double? {
    node(slot).flatMap { tape.lenientNumber(of: $0, in: bytes) }
  }

  /// A part's text; nothing where it is blank.
  func text(_ slot: RowPlan.Slot) -> String? {
    guard let node = node(slot), tape[node].kind.isScalar else { return nil }
    let text = tape.text(of: node, in: bytes)
    return text.trimmed.isEmpty ? nil : text
  }
}
