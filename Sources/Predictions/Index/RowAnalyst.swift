/// Reads what the index needs from one row after the other, without keeping any text.
struct RowAnalyst {
  private let rules: FileRules
  // Kept beside the rules, of which there are too many to be handed around for every row.
  private let plan: RowPlan
  private let rule: SignalRule
  private let canBeShielded: Bool
  private let needs: IndexNeeds
  private var reader: RowReader
  private var text: DigestText
  private var scratch: [UInt8] = []
  private var difficulties = DifficultyCodes()
  private var vocabularies: [Vocabulary]
  /// Of each segment, the ranges of its numbers; empty where no segment has any.
  private let bins: [SegmentBins?]

  init(rules: FileRules, decoder: RowDecoder, needs: IndexNeeds) {
    self.rules = rules
    plan = rules.plan
    rule = rules.rule
    canBeShielded = rules.plan.hasShield || !rules.shieldWords.isEmpty
    self.needs = needs
    reader = RowReader(rules.plan, decoder)
    text = DigestText(keepsAll: !rules.shieldWords.isEmpty)
    vocabularies = Array(repeating: Vocabulary(), count: rules.plan.segmentCount)
    let parts = rules.parts
    bins = parts.bins.isEmpty ? [] : parts.segments.map { parts.bins[$0.name] }
  }

  /// Sets `facts` to what the rows of a block say.
  mutating func analyse(_ block: RowBlock, into facts: inout BlockFacts) {
    let (count, width) = (block.rows.count, vocabularies.count)
    // Room that is written once: an array that grows would be asked for room by every row.
    var rows: [RowFacts] = []
    let segments = [UInt16](unsafeUninitializedCapacity: count * width) { codes, codeCount in
      rows = [RowFacts](unsafeUninitializedCapacity: count) { room, rowCount in
        block.forEachRow { position, bytes, behind in
          let own = codeCount..<codeCount &+ width
          room.initializeElement(
            at: rowCount,
            to: analyse(
              bytes, behind, position, at: rowCount,
              segments: UnsafeMutableBufferPointer(rebasing: codes[own]), &facts))
          (rowCount, codeCount) = (rowCount &+ 1, own.upperBound)
        }
      }
    }
    (facts.rows, facts.segments) = (rows, segments)
  }

  /// What a row says; one beyond all bounds comes without its bytes.
  ///
  /// - Parameters:
  ///   - place: which row of the block it is.
  ///   - segments: the room for the codes of its segments.
  ///   - facts: told of what is rare: damage, and values that were not met before.
  @inline(__always)
  private mutating func analyse(
    _ row: UnsafeRawBufferPointer, _ behind: Int, _ position: RowPosition, at place: Int,
    segments: UnsafeMutableBufferPointer<UInt16>, _ facts: inout BlockFacts
  ) -> RowFacts {
    let found = reader.read(row, behind: behind)
    let fault = position.isTooLong ? .tooLong : found
    var fact = RowFacts()
    if needs.isAboutContent { readContent(into: &fact) }
    if fault == nil, reader.view.tape.kind == .object {
      rate(into: &fact, &facts)
      readSegments(into: segments, &facts)
    } else {
      fact.flags = fault == nil ? .notAnObject : .damaged
      if let fault { note(fault, at: place, &facts) }
      segments.initialize(repeating: 0)
    }
    return fact
  }

  // What is rare, or long anyway, is a call, since the compiler inlines nothing into what is too large;
  // and it is mutating even where it only looks, since what is not is handed a copy of all this.

  @inline(never)
  private mutating func note(_ fault: RowFault, at place: Int, _ facts: inout BlockFacts) {
    facts.faults.append((place, fault))
  }

  @inline(never)
  private mutating func readContent(into fact: inout RowFacts) {
    if needs.contains(.texts) { text.read(reader.view) }
    if needs.contains(.digests) { fact.digest = digest() }
    if needs.contains(.keys) { fact.key = reader.view.keyHash }
  }

  @inline(__always)
  private mutating func rate(into fact: inout RowFacts, _ facts: inout BlockFacts) {
    let signs = needs.contains(.signs) ? signs() : []
    fact.signs = UInt8(clamping: signs.count)
    // By itself, as by far the most frequent signal.
    let rating =
      rule.kind == .confidence
      ? rule.code(confidence: reader.view.confidence) : otherRating(signs, &facts)
    fact.tier = rating.tier.rawValue
    fact.value = Float(rating.value)
    fact.uncertainty = Float(rating.uncertainty)
    if needs.contains(.confidence) { readConfidence(into: &fact) }
    setAutomaticResult(of: &fact)
    if canBeShielded, isShielded() { fact.flags.insert(.shielded) }
  }

  @inline(never)
  private mutating func otherRating(_ signs: Signs, _ facts: inout BlockFacts) -> CodedRating {
    rule.kind == .difficulty
      ? difficulties.rating(of: reader.view, by: rule, newTiers: &facts.newTiers)
      : rule.code(reader.view, signs: signs)
  }

  @inline(never)
  private mutating func readConfidence(into fact: inout RowFacts) {
    fact.confidence = reader.view.anyConfidence.map { Float($0) } ?? .nan
  }

  @inline(__always)
  private mutating func setAutomaticResult(of fact: inout RowFacts) {
    if let isSame = reader.view.isSameAsWritten {
      fact.flags.insert(isSame ? .correct : .incorrect)
    } else {
      readAutomaticResult(of: &fact)
    }
  }

  @inline(never)
  private mutating func readAutomaticResult(of fact: inout RowFacts) {
    if !needs.contains(.texts), case .comparison? = reader.view.plan.parts.automatic {
      text.readOutput(of: reader.view)
    }
    switch reader.view.automaticResult(text, scratch: &scratch) {
    case .correct: fact.flags.insert(.correct)
    case .incorrect: fact.flags.insert(.incorrect)
    case .score(let score):
      fact.flags.insert(.score)
      fact.score = Float(score)
    case nil: break
    }
  }

  /// Sets the code of each segment's value, 0 where the row has none.
  @inline(__always)
  private mutating func readSegments(
    into codes: UnsafeMutableBufferPointer<UInt16>, _ facts: inout BlockFacts
  ) {
    for segment in vocabularies.indices {
      guard let node = reader.view.node(at: plan.firstSegment &+ segment),
        !reader.view.tape[node].isEmpty
      else {
        codes.initializeElement(at: segment, to: 0)
        continue
      }
      if !bins.isEmpty, let code = binCode(of: segment, at: node) {
        codes.initializeElement(at: segment, to: code)
        continue
      }
      let (start, end) = (reader.view.tape[node].start, reader.view.tape[node].end)
      let (code, isNew) = vocabularies[segment].code(ofPart: start, end, of: reader.view.bytes)
      if isNew { noteValue(of: segment, at: node, &facts) }
      codes.initializeElement(at: segment, to: code)
    }
  }

  @inline(never)
  private mutating func noteValue(of segment: Int, at node: Int, _ facts: inout BlockFacts) {
    facts.newValues[segment].append(reader.view.tape.text(of: node, in: reader.view.bytes))
  }

  /// The code of a number's range, 0 where the value is no number; nothing where the segment has no
  /// ranges.
  @inline(never)
  private mutating func binCode(of segment: Int, at node: Int) -> UInt16? {
    guard let bins = bins[segment] else { return nil }
    let number = reader.view.tape.lenientNumber(of: node, in: reader.view.bytes)
    return number.map { UInt16(bins.place(of: $0) &+ 1) } ?? 0
  }

  @inline(never)
  private mutating func signs() -> Signs {
    guard reader.view.plan.parts.output != nil else { return [] }
    return rules.signs.signs(of: text)
  }

  @inline(never)
  private mutating func isShielded() -> Bool {
    if plan.hasShield, let shield = reader.view.shield, shield >= rules.shieldThreshold {
      return true
    }
    guard !rules.shieldWords.isEmpty else { return false }
    var target: [UInt8] = []
    if let source = reader.view.plan.parts.target, let node = reader.view.node(.target) {
      ContentReader.append(
        source, at: node, of: reader.view.tape, in: reader.view.bytes, to: &target)
    }
    return rules.shieldWords.occur(in: text.input) || rules.shieldWords.occur(in: text.output)
      || rules.shieldWords.occur(in: target)
  }

  private mutating func digest() -> DigestPrefix {
    guard reader.view.bytes.count <= DigestText.longestKept else {
      return RowDigests(of: reader.view).content.prefix
    }
    var hash = SHA256()
    text.input.withUnsafeBytes { hash.update($0) }
    withUnsafeBytes(of: 0 as UInt8) { hash.update($0) }
    text.output.withUnsafeBytes { hash.update($0) }
    return hash.digest.prefix
  }
}

extension RowFault {
  static let tooLong = RowFault(reason: .tooLong, offset: JSONTape.maximumRowLength)
}

extension RowView {
  /// A segment's value as text; nothing where the row has none.
  func segment(_ segment: Int) -> String? {
    guard let node = node(at: plan.segmentSlot(segment)) else { return nil }
    let text = tape.text(of: node, in: bytes)
    return text.isEmpty ? nil : text
  }

  /// The model's confidence: the field, else the probability of the top label.
  @inline(never)
  var anyConfidence: Double? {
    if let confidence { return confidence }
    guard let scores = plan.parts.scores else { return nil }
    let top = TopScores(scores, self)
    return top.count > 0 ? top.first : nil
  }

  /// A hash of the id; 0 where the row has none.
  fileprivate var keyHash: UInt64 {
    guard let node = node(.id) else { return 0 }
    let bytes = tape.raw(node, in: self.bytes)
    return bytes.isEmpty ? 0 : max(1, Vocabulary.hash(bytes))
  }
}
