import Crypto

/// Reads what the index needs from one row after the other, without keeping any text.
struct RowAnalyst {
  private let rules: FileRules
  // Kept beside the rules, of which there are too many to be handed around for every row.
  private let plan: RowPlan
  private let rule: SignalRule
  private let canBeShielded: Bool
  private let needs: IndexNeeds
  private var reader: RowReader
  private var text = DigestText()
  private var scratch: [UInt8] = []
  private var digested: [UInt8] = []
  private var difficulties = DifficultyCodes()
  private var vocabularies: [Vocabulary]

  init(rules: FileRules, decoder: RowDecoder, needs: IndexNeeds) {
    self.rules = rules
    plan = rules.plan
    rule = rules.rule
    canBeShielded = rules.plan.hasShield || !rules.shieldWords.isEmpty
    self.needs = needs
    reader = RowReader(rules.plan, decoder)
    vocabularies = Array(repeating: Vocabulary(), count: rules.plan.segmentCount)
  }

  /// Adds what the row says to `facts`; a row beyond all bounds comes without its bytes.
  mutating func analyse(
    _ row: UnsafeRawBufferPointer, isTooLong: Bool, into facts: inout BlockFacts
  ) {
    let found = reader.read(row)
    let fault = isTooLong ? .tooLong : found
    var fact = RowFacts()
    let isObject = reader.view.tape.kind == .object
    if let fault {
      fact.flags.insert(.damaged)
      facts.faults.append((facts.rows.count, fault))
    } else if !isObject {
      fact.flags.insert(.notAnObject)
    }
    if needs.contains(.texts) { text.read(reader.view) }
    if needs.contains(.digests) { fact.digest = digest() }
    if needs.contains(.keys) { fact.key = reader.view.keyHash }
    if fault == nil, isObject {
      rate(into: &fact, &facts)
      appendSegments(to: &facts)
    } else {
      for _ in vocabularies { facts.segments.append(0) }
    }
    facts.rows.append(fact)
  }

  private mutating func rate(into fact: inout RowFacts, _ facts: inout BlockFacts) {
    let signs = needs.contains(.signs) ? self.signs : []
    let rating =
      rule.kind == .difficulty
      ? difficulties.rating(of: reader.view, by: rule, newTiers: &facts.newTiers)
      : CodedRating(rule.rate(reader.view, signs: signs))
    fact.tier = rating.tier
    fact.value = Float(rating.value)
    fact.uncertainty = Float(rating.uncertainty)
    if needs.contains(.confidence) {
      fact.confidence = reader.view.anyConfidence.map { Float($0) } ?? .nan
    }
    fact.signs = UInt8(clamping: signs.count)
    setAutomaticResult(of: &fact)
    if canBeShielded, isShielded { fact.flags.insert(.shielded) }
  }

  private mutating func setAutomaticResult(of fact: inout RowFacts) {
    if let isSame = reader.view.isSameAsWritten {
      fact.flags.insert(isSame ? .correct : .incorrect)
      return
    }
    if !needs.contains(.texts), case .comparison? = reader.view.plan.parts.automatic {
      text.readOutput(of: reader.view)
    }
    switch reader.view.automaticResult(output: text.output, scratch: &scratch) {
    case .correct: fact.flags.insert(.correct)
    case .incorrect: fact.flags.insert(.incorrect)
    case .score(let score):
      fact.flags.insert(.score)
      fact.score = Float(score)
    case nil: break
    }
  }

  private mutating func appendSegments(to facts: inout BlockFacts) {
    let first = plan.segmentSlot(0)
    for segment in vocabularies.indices {
      guard let node = reader.view.node(at: first &+ segment), !reader.view.tape[node].isEmpty
      else {
        facts.segments.append(0)
        continue
      }
      let (start, end) = (reader.view.tape[node].start, reader.view.tape[node].end)
      let (code, isNew) = vocabularies[segment].code(ofPart: start, end, of: reader.view.bytes)
      if isNew {
        facts.newValues[segment].append(reader.view.tape.text(of: node, in: reader.view.bytes))
      }
      facts.segments.append(code)
    }
  }

  private var signs: Signs {
    guard reader.view.plan.parts.output != nil else { return [] }
    return rules.signs.signs(of: text.output, input: text.hasInput ? text.input : [])
  }

  private var isShielded: Bool {
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
    digested.removeAll(keepingCapacity: true)
    digested.append(contentsOf: text.input)
    digested.append(0)
    digested.append(contentsOf: text.output)
    // In one piece: the library copies what is left of a block from call to call.
    var hash = SHA256()
    digested.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hash.finalize().withUnsafeBytes { bytes in
      DigestPrefix(
        high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
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
