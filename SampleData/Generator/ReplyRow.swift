/// One row of a run of the assistant.
struct ReplyRow {
  let version: Int
  let matter: Matter
  let reply: Reply

  let isTargetStale: Bool
  let passed: Bool
  let helpful: Int
  let grounded: Int
  let tone: Int
  /// In thousandths.
  let confidence: Int
  /// In thousandths.
  let toxicity: Int

  init(version: Int, matter: Matter, reply: Reply) {
    self.version = version
    self.matter = matter
    self.reply = reply
    var dice = Dice("figures of version \(version)", matter.number)
    isTargetStale =
      reply.isRight && Self.staleReference(for: matter) != nil && dice.chance(percent: 16)
    passed = Self.passed(reply, isTargetStale: isTargetStale, &dice)
    helpful = Self.score(reply, passed: passed, &dice)
    grounded = Self.score(reply, passed: passed, &dice)
    tone = reply.isRude ? dice.between(1...2) : dice.between(3...5)
    confidence = Self.confidence(reply, &dice)
    toxicity = Self.toxicity(reply, &dice)
  }

  func json(id: String? = nil) -> JSONText {
    .object([
      ("id", .string(id ?? matter.id)), ("created_at", .string(time)),
      ("model", .string("marlowick-assist-\(version).\(version == 7 ? 2 : 0)")),
      ("run", .string("v\(version)")), ("region", .string(matter.slots.region)),
      ("channel", .string(matter.channel)),
      ("language", .string(matter.scenario.language.rawValue)),
      ("category", .string(matter.scenario.topic.rawValue)), ("prompt", prompt),
      ("response", response), ("reference", .string(reference)), ("passed", .bool(passed)),
      ("helpful_score", .integer(helpful)), ("grounded_score", .integer(grounded)),
      ("tone_score", .integer(tone)), ("confidence", .thousandths(confidence)),
      ("toxicity", .thousandths(toxicity)), ("finish_reason", .string(reply.finishReason)),
      ("latency_ms", .integer(latency)),
    ])
  }

  var prompt: JSONText { Transcript.prompt(of: matter) }

  var response: JSONText {
    version == 7 ? Transcript.response(reply, to: matter) : .string(reply.text)
  }

  /// The run's own check is right most of the time: what it misses is why people look.
  private static func passed(
    _ reply: Reply, isTargetStale: Bool, _ dice: inout Dice
  ) -> Bool {
    switch reply.quality {
    case .right: isTargetStale ? false : dice.chance(percent: 95)
    case .bad: dice.chance(percent: 24)
    case .spoilt: dice.chance(percent: 33)
    }
  }

  private static func score(_ reply: Reply, passed: Bool, _ dice: inout Dice) -> Int {
    reply.isRight ? dice.between(passed ? 4...5 : 3...4) : dice.between(passed ? 3...5 : 1...3)
  }

  private static func confidence(_ reply: Reply, _ dice: inout Dice) -> Int {
    let roll = dice.below(100)
    let easy = dice.between(900...995)
    let ambiguous = dice.between(500...899)
    let hard = dice.between(210...499)
    if reply.isRight { return roll < 71 ? easy : roll < 95 ? ambiguous : hard }
    return roll < 16 ? easy : roll < 62 ? ambiguous : hard
  }

  private static func toxicity(_ reply: Reply, _ dice: inout Dice) -> Int {
    switch reply.quality {
    case .bad(.rude): dice.between(520...940)
    case .bad: dice.between(4...210)
    case .right, .spoilt: dice.between(1...60)
    }
  }

  private var reference: String {
    isTargetStale
      ? Self.staleReference(for: matter) ?? "" : matter.scenario.reference
  }

  private var latency: Int {
    var dice = Dice("latency of version \(version)", matter.number)
    return 320 + reply.text.utf8.count * 2 + dice.below(900)
  }

  /// Five or so minutes between rows, over one week.
  private var time: String {
    let first = version == 7 ? 9 : 12
    let second = matter.number * 1_130 + matter.number % 7 * 61
    let day = first + second / 86_400
    let clock = [second / 3_600 % 24, second / 60 % 60, second % 60]
    let text = clock.map { String($0 + 100).dropFirst() }.joined(separator: ":")
    return "2026-\(version == 7 ? 11 : 10)-\(String(day + 100).dropFirst())T\(text)Z"
  }

  /// A reference from before the rules changed; nobody updated it.
  private static func staleReference(for matter: Matter) -> String? {
    guard matter.scenario.language == .en else { return nil }
    switch matter.scenario.topic {
    case .returns: return "Returns within 14 days of purchase; refund in 10 to 14 working days."
    case .delivery: return "Carrier claims take 8 weeks; refund only once the carrier has paid."
    case .card: return "Foreign payments cost 1.75 %; a new card takes 10 working days."
    case .loyalty: return "Points expire after 12 months and cannot be restored."
    default: return nil
    }
  }
}
