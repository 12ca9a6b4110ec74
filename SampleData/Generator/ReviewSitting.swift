import Predictions
import Reviewing

/// One evening on which a reviewer looked at some replies: one process, one writer of the ledger.
struct ReviewSitting {
  let reviewer: String
  let writer: String
  /// Milliseconds since 1970.
  let start: Int64
  let version: Int
  /// Whether the reviewer works on this tier, and how many of it are judged.
  let plan: [(tier: Tier, skip: Int, count: Int)]

  /// The ledger files that the sittings leave behind.
  static func ledgers() -> [(reviewer: String, bytes: [UInt8])] {
    var pen = LedgerPen()
    for sitting in sittings { sitting.write(with: &pen) }
    return ["ada", "lin"].map { ($0, pen.bytes(of: $0)) }
  }

  /// In the order in which they took place, so that `seq` grows over both files.
  private static let sittings = [
    ReviewSitting(
      reviewer: "ada", writer: "k3v9q2", start: 1_792_429_500_000, version: 6,
      plan: [(.ambiguous, 0, 12), (.easy, 3, 3)]),
    ReviewSitting(
      reviewer: "lin", writer: "t81mzd", start: 1_792_519_200_000, version: 6,
      plan: [(.hard, 0, 5), (.ambiguous, 4, 4)]),
    ReviewSitting(
      reviewer: "ada", writer: "f0x6ra", start: 1_794_852_000_000, version: 7,
      plan: [(.ambiguous, 0, 16), (.hard, 0, 6)]),
    ReviewSitting(
      reviewer: "lin", writer: "9bn2wc", start: 1_794_938_700_000, version: 7,
      plan: [(.ambiguous, 0, 9), (.easy, 10, 6)]),
    ReviewSitting(
      reviewer: "ada", writer: "p4h7ye", start: 1_795_028_400_000, version: 7,
      plan: [(.easy, 0, 4)]),
  ]

  private func write(with pen: inout LedgerPen) {
    var dice = Dice("sitting \(writer)")
    var time = start
    for row in rows() {
      time += Int64(dice.between(6_000...41_000))
      let body = LedgerBody.review(Judgement.review(of: row, by: reviewer))
      let id = pen.write(draft(row, body), at: Timestamp(milliseconds: time), by: self, &dice)
      guard dice.chance(percent: 4) else { continue }
      // A slip of the finger: undone, and judged again.
      time += 2_300
      let undo = LedgerDraft(body: .withdraw(of: id))
      _ = pen.write(undo, at: Timestamp(milliseconds: time), by: self, &dice)
      time += 3_100
      _ = pen.write(draft(row, body), at: Timestamp(milliseconds: time), by: self, &dice)
    }
    if version == 7, let rude = rows().first(where: \.reply.isRude) {
      let pass = LedgerBody.pass(to: reviewer == "ada" ? "lin" : "ada")
      _ = pen.write(
        draft(rude, pass), at: Timestamp(milliseconds: time + 9_000), by: self, &dice)
    }
  }

  /// Least sure first within a tier, as the screen lists them.
  private func rows() -> [ReplyRow] {
    let all = ReplyRun.rows(ofVersion: version)
    return plan.flatMap { part in
      all.filter { $0.tier == part.tier }
        .sorted { ($0.confidence, $0.matter.number) < ($1.confidence, $1.matter.number) }
        .dropFirst(part.skip).prefix(part.count)
    }
  }

  private func draft(_ row: ReplyRow, _ body: LedgerBody) -> LedgerDraft {
    LedgerDraft(
      item: row.item,
      context: ReviewContext(
        automatic: row.passed ? "correct" : "incorrect", signal: "confidence \(row.signal)",
        tier: row.tier.name),
      body: body)
  }
}

extension ReplyRow {
  var tier: Tier { confidence >= 900 ? .easy : confidence >= 500 ? .ambiguous : .hard }

  /// The confidence as the screen prints it: `.54`.
  fileprivate var signal: String { "." + String((confidence + 5) / 10 + 100).dropFirst() }

  fileprivate var item: ReviewedItem {
    let input = Array(prompt.canonical.utf8)
    return ReviewedItem(
      content: ContentDigest(of: input + [0] + Array(response.canonical.utf8)),
      input: ContentDigest(of: input), key: matter.id, run: "v\(version)",
      file: "support-replies-v\(version).jsonl")
  }
}

extension JSONText {
  /// What digests are made of: a text itself, other values as canonical JSON.
  fileprivate var canonical: String {
    if case .string(let text) = self { return text }
    var scanner = JSONScanner()
    var tape = JSONTape()
    return Array(text().utf8).withUnsafeBytes { bytes in
      scanner.scan(bytes, into: &tape) == nil ? tape.canonicalJSON(of: 0, in: bytes) : ""
    }
  }
}
