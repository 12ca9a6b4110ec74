/// The facts of one customer's matter, put in place of `{order}`, `{item}` and the like.
struct Slots {
  let order: String
  let name: String
  let region: String
  let amount: String
  private let values: [(slot: String, text: String)]

  init(_ dice: inout Dice, language: Language) {
    let voice = Voice.of(language)
    order = "MW-\(dice.between(10_240...98_760))-\(dice.below(10))"
    name = dice.pick(voice.names)
    region = dice.pick(voice.regions)
    amount = Self.amount(&dice, region: region, language: language)
    values = [
      ("{order}", order), ("{name}", name), ("{amount}", amount),
      ("{item}", dice.pick(Self.items)), ("{city}", dice.pick(voice.cities)),
      ("{day}", dice.pick(Self.days)), ("{date}", Self.date(&dice, language: language)),
      ("{time}", "\(dice.between(9...19)):\(dice.pick(["02", "17", "31", "48"]))"),
      (
        "{code}",
        "\(dice.pick(["FROST", "SPRING", "HELLO", "PLUS"]))\(dice.pick(["5", "10", "15"]))"
      ),
      ("{last4}", "\(dice.between(1000...9998))"),
    ]
  }

  func fill(_ text: String) -> String {
    values.reduce(text) { text, value in
      var parts: [Substring] = []
      var rest = text[...]
      while let range = rest.firstRange(of: value.slot) {
        parts.append(rest[..<range.lowerBound])
        rest = rest[range.upperBound...]
      }
      return parts.isEmpty ? text : (parts + [rest]).joined(separator: value.text)
    }
  }

  private static func amount(
    _ dice: inout Dice, region: String, language: Language
  ) -> String {
    let whole = dice.between(6...189)
    let cents = dice.pick(["00", "49", "90", "95", "99"])
    switch (region, language) {
    case ("APAC", .ja): return "\(whole * 100 + 80)円"
    case ("APAC", .zh): return "\(whole * 7)元"
    case ("APAC", .hi): return "₹\(whole * 60 + 9)"
    case ("APAC", .ko): return "\(whole),000원"
    case ("UK", _): return "£\(whole).\(cents)"
    case ("US", _), ("LATAM", _): return "$\(whole).\(cents)"
    case ("EU", .en): return "€\(whole).\(cents)"
    case ("EU", _): return "\(whole),\(cents) €"
    default: return "\(whole).\(cents)"
    }
  }

  private static func date(_ dice: inout Dice, language: Language) -> String {
    let day = dice.between(1...29)
    switch language {
    case .de: return "\(day). Oktober"
    case .es: return "\(day) de octubre"
    case .fr: return "\(day) octobre"
    case .en: return dice.chance(percent: 70) ? "\(day) October" : "October \(day)"
    default: return "\(day).10."
    }
  }

  private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  private static let items = [
    "the wool coat", "a pair of hiking boots", "the espresso machine", "a set of six wine glasses",
    "the noise-cancelling headphones", "a linen duvet cover", "the folding bike helmet",
    "a toddler car seat", "the cast-iron pan", "a bookshelf in oak", "the rain jacket (green)",
    "an e-reader case", "the 32-inch monitor", "a watercolour set", "the electric toothbrush",
    "a bag of dog food, 12 kg", "the LED desk lamp", "a garden hose reel", "the board game",
    "two yoga blocks", "the sewing machine", "a ceramic teapot",
  ]
}
