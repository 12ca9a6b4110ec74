/// The two runs of the assistant over the same week of matters.
enum ReplyRun {
  private static let matters = Matter.week(count: 470)
  private static let earlierCount = 340

  /// `support-replies-v7.jsonl`, with its repeats and its damage.
  static func newest() -> [UInt8] {
    var lines = matters.map { line(newReply(to: $0), version: 7, matter: $0) }
    lines += repeats()
    // Rows of the same customer stand apart, as they do in a real log.
    lines.swapAt(88, lines.count - 1)
    lines.swapAt(301, lines.count - 4)
    Damage.newest.forEach { $0.apply(to: &lines) }
    return lines.flatMap { $0 + [UInt8(ascii: "\n")] }
  }

  /// `support-replies-v6.jsonl`: fewer rows, written by another logger, cut off at its end.
  static func earlier() -> [UInt8] {
    let style = JSONText.Style(isSpaced: true, escapesBeyondASCII: true)
    var lines = matters.prefix(earlierCount).map {
      line(oldReply(to: $0), version: 6, matter: $0, style: style)
    }
    Damage.earlier.forEach { $0.apply(to: &lines) }
    let bytes = lines.flatMap { $0 + [UInt8(ascii: "\n")] }
    return Array(bytes.dropLast(73))
  }

  /// The whole rows of a version, in the order of the file: what a reviewer could have read.
  static func rows(ofVersion version: Int) -> [ReplyRow] {
    let damaged = version == 7 ? Damage.newest.map(\.line) : Damage.earlier.map(\.line)
    let count = version == 7 ? matters.count : earlierCount - 1
    return matters.prefix(count).filter { !damaged.contains($0.number) }.map {
      ReplyRow(
        version: version, matter: $0, reply: version == 7 ? newReply(to: $0) : oldReply(to: $0))
    }
  }

  private static func newReply(to matter: Matter) -> Reply {
    var dice = Dice("reply of version 7", matter.number)
    return Reply(
      to: matter.scenario, ask: matter.ask, slots: matter.slots, percentRight: 78, &dice)
  }

  /// More than half of the old replies are those of the new version, word for word.
  private static func oldReply(to matter: Matter) -> Reply {
    var dice = Dice("reply of version 6", matter.number)
    if dice.chance(percent: 56) { return newReply(to: matter) }
    return Reply(
      to: matter.scenario, ask: matter.ask, slots: matter.slots, percentRight: 58, &dice)
  }

  /// Three short questions that came in again and again, and two rows that were logged twice.
  private static func repeats() -> [[UInt8]] {
    let counts = [9, 6, 4]
    var lines: [[UInt8]] = []
    for (which, count) in counts.enumerated() {
      let plain = matters.filter { $0.channel == "app" && !$0.question.contains("\n") }
      let matter = plain[which * 11 + 3]
      let reply = newReply(to: matter)
      for copy in 0..<count {
        let id = "r-" + String(10_500 + which * 20 + copy).dropFirst()
        lines.append(line(reply, version: 7, matter: matter, id: id))
      }
    }
    for number in [57, 260] {
      lines.append(line(newReply(to: matters[number]), version: 7, matter: matters[number]))
    }
    return lines
  }

  private static func line(
    _ reply: Reply, version: Int, matter: Matter, id: String? = nil,
    style: JSONText.Style = JSONText.Style()
  ) -> [UInt8] {
    Array(ReplyRow(version: version, matter: matter, reply: reply).json(id: id).text(style).utf8)
  }
}
