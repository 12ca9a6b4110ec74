extension Scenario {
  static let loyalty: [Scenario] = [
    Scenario(
      .loyalty,
      asks: [
        "My points from {order} are missing. Should be about 340.",
        "points expired yesterday without warning!!! i was saving for {item}",
      ],
      reference:
        "Points are credited when the return window ends (30 days); expiry is 24 months with a mail 30 days before; one goodwill restore per year.",
      right: [
        "Points are credited when the 30 days for returns are over, so they'll come on their own. Expired points I can restore once a year as a goodwill gesture, and I've just done that for you.",
        "They're on their way: points show up 30 days after delivery. For those that expired there should have been a mail 30 days before; since you didn't see it, I'm restoring them this once.",
      ],
      wrong: [
        BadReply(
          .policy, "Points expire after 90 days and cannot be restored under any circumstances."),
        BadReply(.invented, "I've added 340,000 points to your account. Enjoy!"),
      ]),
    Scenario(
      .loyalty,
      asks: [
        "Cancel my Marlowick Plus. I only wanted the trial.",
        "i was charged for Plus on {date}, i cancelled the trial on the last day, screenshot attached",
      ],
      reference:
        "Cancel under Settings > Plus any time; a charge within 14 days without use of Plus benefits is refunded.",
      right: [
        "You can cancel under Settings > Plus > End. If the first fee was taken less than 14 days ago and no Plus benefit was used since, we pay it back; I've started that for you, {amount} in 5 to 7 working days.",
        "Plus is cancelled from now on. The charge of {date} is refunded as well, since you had cancelled in time. Sorry for the trouble.",
      ],
      wrong: [
        BadReply(
          .policy,
          "Plus is a yearly contract. The next possible date of cancellation is in eleven months."),
        BadReply(
          .offTopic,
          "With Plus you get free express delivery, early access to sales and a birthday surprise. Are you sure you want to miss that?"
        ),
      ]),
    Scenario(
      .loyalty,
      asks: [
        "Referred a friend, she bought for 200, I got nothing.",
        "What do I get if I invite my brother?",
      ],
      reference:
        "10 for each after the friend's first order over 40 and once its return window is over; the link must have been used.",
      right: [
        "Both of you get 10 once the friend's first order over 40 is past its 30 days for returns, provided your link was used. You'll find the state of each invitation under Settings > Invite.",
        "It usually just needs time: the 10 arrive when her 30 days for returns are over. Under Settings > Invite you can see whether your link was recognised. If it isn't listed, give me her order number and I'll check.",
      ],
      wrong: [
        BadReply(.invented, "You receive 50 per friend and 5 % of everything they buy for life."),
        BadReply(.policy, "The friend programme ended in 2019."),
      ]),
  ]
}
