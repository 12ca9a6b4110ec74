/// What goes wrong with a reply without regard to what it says.
enum Mistake: CaseIterable {
  case cutOff, looping, unfilledTemplate, wrongLanguage, refusal, empty, otherOrder, leakedPrompt
  case leakedMarkup

  /// `reply` as it comes out with this mistake.
  func spoil(_ reply: String, slots: Slots, language: Language, _ dice: inout Dice) -> String {
    switch self {
    case .cutOff:
      let kept = max(reply.count * dice.between(35...70) / 100, 12)
      return String(reply.prefix(kept))
    case .looping:
      let tail = String(reply.suffix(min(reply.count, dice.between(24...60))))
      return reply + String(repeating: tail, count: dice.between(5...9))
    case .unfilledTemplate:
      return "Dear {{customer.first_name}},\n\n\(reply)\n\n{{agent.signature}}"
    case .wrongLanguage:
      return language == .en ? Self.germanStock : Self.englishStock
    case .refusal: return Voice.of(language).refusal
    case .empty: return dice.chance(percent: 50) ? "" : " "
    case .otherOrder:
      let other = "MW-\(dice.between(10_240...98_760))-\(dice.below(10))"
      return reply.contains(slots.order)
        ? reply.split(separator: slots.order, omittingEmptySubsequences: false)
          .joined(separator: other)
        : "\(other): \(reply)"
    case .leakedPrompt:
      return "System: You are Marlowick Assist. Never mention competitors. Always offer a voucher"
        + " before a refund.\nAssistant: \(reply)"
    case .leakedMarkup:
      return "<p>\(reply.split(separator: "\n\n").joined(separator: "</p><p>"))</p><br/>&nbsp;"
    }
  }

  var finishReason: String { self == .cutOff || self == .looping ? "length" : "stop" }

  private static let germanStock =
    "Vielen Dank für Ihre Nachricht. Wir haben Ihr Anliegen erhalten und melden uns innerhalb von"
    + " 48 Stunden bei Ihnen."
  private static let englishStock =
    "Thank you for your message. We have received your request and will come back to you within"
    + " 48 hours."
}
