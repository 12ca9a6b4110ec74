/// One customer's matter: what both runs of the assistant were asked.
struct Matter {
  let number: Int
  let scenario: Scenario
  let ask: Int
  let slots: Slots
  let question: String
  let channel: String

  var id: String { "r-" + String(number + 10_001).dropFirst() }

  /// The matters of a week, in the order in which they came in; the same on every call.
  static func week(count: Int) -> [Matter] {
    var order = Dice("order of scenarios")
    var scenarios: [Scenario] = []
    while scenarios.count < count {
      scenarios += order.shuffled(
        Scenario.everyday + Scenario.letters.prefix(2 + scenarios.count % 3))
    }
    return (0..<count).map { Matter(number: $0, scenario: scenarios[$0]) }
  }

  private init(number: Int, scenario: Scenario) {
    var dice = Dice("matter", number)
    self.number = number
    self.scenario = scenario
    slots = Slots(&dice, language: scenario.language)
    ask = dice.below(scenario.asks.count)
    let core = slots.fill(scenario.asks[ask])
    let isLetter = core.contains("\n")
    channel = isLetter ? "email" : dice.pick(["chat", "chat", "app", "email", "social"])
    let voice = Voice.of(scenario.language)
    var text = core
    if !isLetter {
      let greeting = dice.pick(voice.greetings)
      text = greeting + (greeting.hasSuffix(". ") ? text : Self.continued(text, after: greeting))
      if dice.chance(percent: 40) { text += " " + dice.pick(voice.asides) }
      if channel == "email" { text += "\n\n" + slots.name }
    }
    question = text
  }

  /// `text` with a small letter, where it goes on behind a greeting and is not a name or an `I`.
  private static func continued(_ text: String, after greeting: String) -> String {
    guard !greeting.isEmpty, !greeting.hasSuffix("! "), let second = text.dropFirst().first,
      second.isLowercase, !text.hasPrefix("Marlowick")
    else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
