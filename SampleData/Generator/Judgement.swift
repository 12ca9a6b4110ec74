import Reviewing

/// What a careful reviewer would say of a reply.
enum Judgement {
  static func review(of row: ReplyRow, by reviewer: String) -> Review {
    var dice = Dice("judgement of \(reviewer) on version \(row.version)", row.matter.number)
    var review = Review()
    switch row.reply.quality {
    case .right: judgeRight(row, &review, &dice)
    case .bad(let fault): judge(fault, &review, &dice)
    case .spoilt(let mistake): judge(mistake, &review, &dice)
    }
    // People differ, lin a little more often.
    if review.verdict == .wrong, dice.chance(percent: reviewer == "lin" ? 16 : 6) {
      review.verdict = .unsure
    }
    return review
  }

  private static func judgeRight(_ row: ReplyRow, _ review: inout Review, _ dice: inout Dice) {
    review.verdict = dice.chance(percent: 6) ? .unsure : .ok
    guard row.isTargetStale else { return }
    review.badTarget = true
    review.comment = "the reference still has the old rule"
  }

  private static func judge(
    _ fault: BadReply.Fault, _ review: inout Review, _ dice: inout Dice
  ) {
    review.verdict = .wrong
    switch fault {
    case .policy: say("wrong-policy", policyComments, in: &review, &dice)
    case .invented: say("hallucination", inventedComments, in: &review, &dice)
    case .offTopic: say("off-topic", offTopicComments, in: &review, &dice)
    case .refusal: say("refusal", refusalComments, in: &review, &dice)
    case .unsafe: say("unsafe-advice", unsafeComments, in: &review, &dice)
    case .rude:
      say("tone", rudeComments, in: &review, &dice)
      review.upsetting = Upsetting(
        severity: dice.chance(percent: 40) ? 2 : 1, categories: ["harassment"])
    }
  }

  private static func judge(_ mistake: Mistake, _ review: inout Review, _ dice: inout Dice) {
    review.verdict = .wrong
    switch mistake {
    case .cutOff: say("cut-off", ["ends in the middle of a sentence"], in: &review, &dice)
    case .looping: say("formatting", ["says the same again and again"], in: &review, &dice)
    case .unfilledTemplate:
      say("formatting", ["the customer's name was never filled in"], in: &review, &dice)
    case .wrongLanguage:
      say("wrong-language", ["asked in one language, answered in another"], in: &review, &dice)
    case .refusal: say("refusal", refusalComments, in: &review, &dice)
    case .empty: say("cut-off", ["nothing at all"], in: &review, &dice)
    case .otherOrder:
      say("hallucination", ["that is not the customer's order number"], in: &review, &dice)
    case .leakedPrompt:
      say("formatting", ["shows the customer our own instructions!"], in: &review, &dice)
    case .leakedMarkup:
      say("formatting", ["raw markup in a chat"], in: &review, &dice)
    }
  }

  private static func say(
    _ tag: String, _ comments: [String], in review: inout Review, _ dice: inout Dice
  ) {
    review.tags = [tag]
    if dice.chance(percent: 45) { review.comment = dice.pick(comments) }
  }

  private static let policyComments = [
    "we have had 30 days since spring", "no such fee",
    "that rule is from the old terms, see the handbook",
  ]
  private static let inventedComments = [
    "nothing in the tools says so", "invents a scan that never happened",
    "promises money nobody has sent",
  ]
  private static let offTopicComments = [
    "does not answer what was asked", "an advert, not an answer",
  ]
  private static let refusalComments = ["an ordinary question, no reason to decline"]
  private static let unsafeComments = [
    "never ask for card data!", "this could hurt somebody. passing it on today",
  ]
  private static let rudeComments = [
    "accuses the customer", "nobody should read this from us", "sarcastic, and wrong as well",
  ]
}
