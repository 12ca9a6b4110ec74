/// `intents-v7.csv`: which of eight intents a small classifier saw in short questions.
enum IntentRun {
  private struct Row {
    let text: String
    let label: String
    let second: String
    let region: String
    let channel: String
  }

  static func csv() -> [UInt8] {
    let columns = ["id", "text", "region", "channel", "label", "prediction"]
    let header = columns + IntentPhrases.intents.map { "proba_\($0)" }
    let lines = [header] + (0..<1_204).map(cells)
    return Array(lines.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  private static func cells(_ number: Int) -> [String] {
    var dice = Dice("intent", number)
    let row = row(&dice, number)
    let probabilities = probabilities(for: row, &dice)
    let best = IntentPhrases.intents.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
    let id = "q-" + String(number + 10_001).dropFirst()
    return [id, row.text, row.region, row.channel, row.label, IntentPhrases.intents[best]]
      + probabilities.map(JSONText.decimal)
  }

  private static func row(_ dice: inout Dice, _ number: Int) -> Row {
    let slots = Slots(&dice, language: .en)
    let channel = dice.pick(["search", "search", "chat", "app"])
    if dice.chance(percent: 14) {
      let mixed = dice.pick(IntentPhrases.mixed)
      return Row(
        text: slots.fill(dice.pick(IntentPhrases.before) + mixed.text), label: mixed.first,
        second: mixed.second, region: slots.region, channel: channel)
    }
    let label = dice.pick(IntentPhrases.intents)
    let phrase = dice.pick(IntentPhrases.phrases[label] ?? [])
    let text = slots.fill(dice.pick(IntentPhrases.before) + phrase + dice.pick(IntentPhrases.after))
    let region = phrase.contains(where: { "áéíóúñ¿".contains($0) }) ? "LATAM" : slots.region
    return Row(
      text: text, label: isMislabelled(number) ? "product" : label,
      second: dice.pick(IntentPhrases.intents), region: region, channel: channel)
  }

  /// A slip of the people who labelled, for every hundredth row.
  private static func isMislabelled(_ number: Int) -> Bool { number % 101 == 40 }

  /// Thousandths that add up to 1,000.
  private static func probabilities(for row: Row, _ dice: inout Dice) -> [Int] {
    let isForeign = row.region == "LATAM" || row.region == "APAC"
    let roll = dice.below(100)
    let top: Int
    let second: Int
    if roll < (isForeign ? 48 : 70) {
      top = dice.between(900...988)
      second = (1_000 - top) * dice.between(40...80) / 100
    } else if roll < 88 {
      top = dice.between(430...820)
      second = min(1_000 - top, top - 1, dice.between(790...960) - min(top, 700))
    } else {
      top = dice.between(290...520)
      second = dice.between(120...210)
    }
    let isMissed = dice.chance(percent: top >= 900 ? 3 : top > 600 ? 18 : 40)
    let winner = isMissed ? row.second : row.label
    let runnerUp = isMissed ? row.label : row.second
    return spread(top: top, winner, second: max(second, 0), runnerUp, &dice)
  }

  private static func spread(
    top: Int, _ winner: String, second: Int, _ runnerUp: String, _ dice: inout Dice
  ) -> [Int] {
    let intents = IntentPhrases.intents
    var result = [Int](repeating: 0, count: intents.count)
    var rest = 1_000 - top
    let first = intents.firstIndex(of: winner) ?? 0
    result[first] = top
    if let next = intents.firstIndex(of: runnerUp), next != first {
      result[next] = min(second, rest)
      rest -= result[next]
    }
    for index in dice.shuffled(Array(intents.indices)) where index != first {
      let share = dice.below(max(rest, 1) / 2 + 1)
      result[index] += share
      rest -= share
    }
    result[first] += rest
    return result
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",\"\n".contains($0) }) else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
