/// A chat that led up to the reply, with roles and sometimes a tool call.
enum Transcript {
  /// What the assistant was shown for `matter`: a plain text, or for some chats the whole transcript.
  static func prompt(of matter: Matter) -> JSONText {
    var dice = Dice("transcript", matter.number)
    guard matter.channel == "chat", !matter.question.contains("\n"), dice.chance(percent: 62) else {
      return .string(matter.question)
    }
    var turns = [message("system", system(&dice)), message("user", matter.question)]
    guard matter.scenario.language == .en else { return .array(turns) }
    if dice.chance(percent: 55) {
      turns.append(message("assistant", dice.pick(counterQuestions)))
      turns.append(message("user", matter.slots.fill(dice.pick(answers))))
    }
    if dice.chance(percent: 50) {
      turns += lookUp(matter, &dice)
    }
    if dice.chance(percent: 25) {
      turns.append(message("user", dice.pick(nudges)))
    }
    return .array(turns)
  }

  /// A reply that begins by running a tool, as the newest version may.
  static func response(_ reply: Reply, to matter: Matter) -> JSONText {
    var dice = Dice("refund", matter.number)
    let topics: [Scenario.Topic] = [.payment, .returns]
    guard topics.contains(matter.scenario.topic), matter.channel == "chat",
      reply.finishReason == "stop", dice.chance(percent: 22)
    else { return .string(reply.text) }
    let call = toolCall(
      "issue_refund", "{\"order\":\"\(matter.slots.order)\",\"amount\":\"\(matter.slots.amount)\"}",
      &dice)
    return .array([
      .object([
        ("role", .string("assistant")), ("content", .null), ("tool_calls", .array([call.json])),
      ]),
      message("assistant", reply.text),
    ])
  }

  private static func lookUp(_ matter: Matter, _ dice: inout Dice) -> [JSONText] {
    let (name, result) = dice.pick(lookups)
    let call = toolCall(name, "{\"order\":\"\(matter.slots.order)\"}", &dice)
    return [
      .object([
        ("role", .string("assistant")), ("content", .string("")),
        ("tool_calls", .array([call.json])),
      ]),
      .object([
        ("role", .string("tool")), ("tool_call_id", .string(call.id)),
        ("content", .string(matter.slots.fill(result))),
      ]),
    ]
  }

  private static func message(_ role: String, _ text: String) -> JSONText {
    .object([("role", .string(role)), ("content", .string(text))])
  }

  private static func toolCall(
    _ name: String, _ arguments: String, _ dice: inout Dice
  ) -> (id: String, json: JSONText) {
    let id = "call_" + String(dice.next() >> 16, radix: 36)
    return (
      id,
      .object([
        ("id", .string(id)), ("type", .string("function")),
        (
          "function",
          .object([("name", .string(name)), ("arguments", .string(arguments))])
        ),
      ])
    )
  }

  private static func system(_ dice: inout Dice) -> String {
    dice.pick([
      "You are Marlowick Assist, the support agent of a shop with its own parcel and payment service. Be brief, kind and exact. Never ask for card numbers or PINs. Hand over to a person on request.",
      "You are Marlowick Assist. Answer in the customer's language. Do not promise dates that no tool has confirmed.",
    ])
  }

  private static let counterQuestions = [
    "I can look into that. Could you give me the order number?",
    "Sorry to hear that! Which order is it about?",
    "Of course. May I have your order number, please?",
    "I'd like to help. Is it the order you placed last week, or an earlier one?",
  ]

  private static let answers = [
    "{order}", "it's {order}", "Sure: {order}, ordered under my maiden name though",
    "{order} i think, the mail is on my other phone",
    "the latest one. {order}", "{order}. and please hurry",
  ]

  private static let nudges = [
    "hello?", "are you still there", "??", "ok and?", "Take your time, I'm making tea.",
  ]

  private static let lookups = [
    (
      "lookup_order",
      "{\"order\":\"{order}\",\"status\":\"delivered\",\"scans\":[{\"at\":\"2026-11-06T07:58\",\"where\":\"{city} depot\"},{\"at\":\"2026-11-06T14:31\",\"where\":\"handed over\"}]}"
    ),
    (
      "lookup_order",
      "{\"order\":\"{order}\",\"status\":\"in_transit\",\"scans\":[{\"at\":\"2026-11-03T21:12\",\"where\":\"{city} depot\"}]}"
    ),
    ("lookup_order", "{\"error\":\"order not found\",\"order\":\"{order}\"}"),
    (
      "lookup_payment",
      "{\"order\":\"{order}\",\"payments\":[{\"amount\":\"{amount}\",\"state\":\"booked\"},{\"amount\":\"{amount}\",\"state\":\"pending\"}]}"
    ),
    ("customer_notes", "[\"asked for a call back twice\",\"prefers email\"]"),
  ]
}
