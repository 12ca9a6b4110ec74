import Crypto

/// Reads what the index needs from one row after the other, without keeping any text.
struct RowAnalyst {
  private let rules: FileRules
  private var decoder: RowDecoder
  private var nodes: [Int]
  private var text = DigestText()
  private var scratch: [UInt8] = []

  init(rules: FileRules, decoder: RowDecoder) {
    self.rules = rules
    self.decoder = decoder
    nodes = Array(repeating: PathResolver.absent, count: rules.plan.resolver.slotCount)
  }

  /// Fills `facts` with what the row says; a row beyond all bounds comes without its bytes.
  mutating func analyse(
    _ row: UnsafeRawBufferPointer, at position: RowPosition, into facts: inout RowFacts
  ) {
    defer { if position.isTooLong { facts.fault = .tooLong } }
    // The parts of `self` are taken apart, since the decoder is busy while the row is looked at.
    var decoder = self.decoder
    self.decoder = RowDecoder(.lines)
    decoder.decode(row) { tape, bytes, fault in
      facts = RowFacts()
      facts.fault = fault
      facts.isNotAnObject = fault == nil && tape.kind != .object
      rules.plan.resolver.resolve(tape, in: bytes, into: &nodes)
      let view = RowView(plan: rules.plan, tape: tape, bytes: bytes, nodes: nodes)
      text.read(view)
      if rules.hasDigests { facts.digest = digest }
      facts.key = view.keyHash
      if fault == nil, !facts.isNotAnObject { rate(view, into: &facts) }
    }
    self.decoder = decoder
  }

  private mutating func rate(_ view: RowView, into facts: inout RowFacts) {
    let hasOutput = view.plan.parts.output != nil
    let input = text.hasInput ? text.input : []
    let signs = hasOutput ? rules.signs.signs(of: text.output, input: input) : []
    let rating = rules.rule.rate(view, signs: signs)
    facts.rank = rating.rank
    facts.value = Float(rating.value)
    facts.uncertainty = Float(rating.uncertainty)
    facts.confidence = view.anyConfidence.map { Float($0) } ?? .nan
    facts.signs = signs.count
    facts.automatic = view.automaticResult(output: text.output, scratch: &scratch)
    facts.isShielded = isShielded(view)
    facts.segments.reserveCapacity(view.plan.parts.segments.count)
    for segment in view.plan.parts.segments.indices {
      facts.segments.append(view.segment(segment))
    }
  }

  private func isShielded(_ view: RowView) -> Bool {
    if let shield = view.shield, shield >= rules.shieldThreshold { return true }
    guard !rules.shieldWords.isEmpty else { return false }
    var target: [UInt8] = []
    if let source = view.plan.parts.target, let node = view.node(.target) {
      ContentReader.append(source, at: node, of: view.tape, in: view.bytes, to: &target)
    }
    return rules.shieldWords.occur(in: text.input) || rules.shieldWords.occur(in: text.output)
      || rules.shieldWords.occur(in: target)
  }

  private var digest: DigestPrefix {
    var hash = SHA256()
    text.input.withUnsafeBytes { hash.update(bufferPointer: $0) }
    withUnsafeBytes(of: UInt8(0)) { hash.update(bufferPointer: $0) }
    text.output.withUnsafeBytes { hash.update(bufferPointer: $0) }
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

  /// FNV-1a of the id with its bits mixed; nothing where the row has no id.
  fileprivate var keyHash: UInt64? {
    guard let node = node(.id) else { return nil }
    let bytes = tape.raw(node, in: self.bytes)
    guard !bytes.isEmpty else { return nil }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash ^= hash >> 32
    hash = hash &* 0xd6e8_feb8_6659_fd93
    return hash ^ hash >> 32
  }
}
