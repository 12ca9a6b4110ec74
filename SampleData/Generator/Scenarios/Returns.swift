extension Scenario {
  static let returns: [Scenario] = [
    Scenario(
      .returns,
      asks: [
        "how long do i have to return {item}? bought it on {date}, tags still on",
        "Is the return window 14 or 30 days? Your email says one thing and the website the other.",
        "I'd like to send back {item} from order {order}. It was a gift and she already has one. Am I too late?",
      ],
      reference: "30 days from delivery, unused, with tags; gifts can be returned for a voucher.",
      right: [
        "You have 30 days from the day it was delivered, as long as it is unused and the tags are on. Start the return under Orders > {order} > Return and print the label or show the QR code at a pickup point.",
        "30 days from delivery. (The 14 days in the older email are the legal minimum; ours is longer.) As a gift it can also be returned by the person who received it, for a voucher instead of money.",
      ],
      wrong: [
        BadReply(
          .policy,
          "Returns are accepted within 14 days of purchase, so order {order} is no longer eligible."
        ),
        BadReply(
          .policy,
          "You can return any item at any time, used or not, and we will refund double the shipping."
        ),
      ]),
    Scenario(
      .returns,
      asks: [
        "I sent {item} back two weeks ago and still no refund. Tracking says you received it on {date}.",
        "refund for {order} when???",
        "The return of {order} was accepted on {date} according to your mail. My bank shows nothing. It is {amount}, which I need for rent.",
      ],
      reference:
        "Refunds are sent within 3 working days of arrival and take 5 to 7 working days to reach the bank; after that we trace them with a reference number.",
      right: [
        "We passed the refund of {amount} on within 3 working days of getting the parcel; banks then take another 5 to 7 working days. If it isn't there after that, tell me and I'll send you the reference number with which your bank can trace it.",
        "I understand that it's urgent. The return is booked in, and the money went out to the card you paid with. It normally shows after 5 to 7 working days. Should it be later than that, I'll start a trace with our payment provider.",
      ],
      wrong: [
        BadReply(
          .invented,
          "Your refund of {amount} was credited today at 09:41 to the account ending {last4}, reference RF-88213-XK. If you can't see it the mistake is with your bank."
        ),
        BadReply(
          .rude, "Asking three times won't make it faster. Refunds take as long as they take."),
      ]),
    Scenario(
      .returns,
      asks: [
        "Can I exchange {item} for another colour? Not refund, exchange.",
        "Need the same in size 42 instead of 41. Do I have to order again and return the old ones?",
      ],
      reference:
        "Exchanges are free once per item: choose Exchange when starting the return; the new one is sent when the old is scanned.",
      right: [
        "Yes. When you start the return, choose Exchange instead of Refund and pick the other size or colour. We send the new one as soon as the old one is scanned at a pickup point, and the first exchange is free.",
        "No need to order again: under Orders > {order} > Return there is Exchange. The new one leaves us the moment your return is scanned.",
      ],
      wrong: [
        BadReply(
          .policy, "We do not offer exchanges. Please place a new order at the current price."),
        BadReply(
          .offTopic,
          "Our size chart is based on European sizes. To measure your foot, stand on a sheet of paper and draw around it."
        ),
      ]),
    Scenario(
      .returns,
      asks: [
        "I opened the headphones and they hurt my ears. Can they go back although the seal is broken?",
        "Bought a mattress topper, slept on it for four nights, hate it. Options?",
      ],
      reference:
        "Opened hygiene articles cannot be returned unless faulty; mattresses and toppers have a 60-night trial.",
      right: [
        "In-ear headphones count as hygiene articles, so once the seal is broken we can only take them back if they are faulty. If they crackle or cut out, tell me, and I'll arrange a replacement. (Mattresses and toppers are different: you may try those for 60 nights.)",
        "For mattresses and toppers you have 60 nights to decide, slept on or not; we collect it from your door and refund everything. Sealed hygiene articles such as earphones are the exception: opened, they can't come back unless they are faulty.",
      ],
      wrong: [
        BadReply(
          .policy,
          "Of course! Anything can be returned within 30 days, opened or not. Just pop it in the box."
        ),
        BadReply(.refusal, "I cannot give medical advice about ear pain. Please see a doctor."),
      ]),
    Scenario(
      .returns,
      asks: [
        "the return label pdf is blank when i print it",
        "No printer here. How do I return without a label?",
        "The pickup point refused my return because the QR code 'was not in their system'. I walked there twice with a 9 kg box.",
      ],
      reference:
        "Use the QR code at any pickup point; if refused, we arrange a free collection from the customer's door.",
      right: [
        "You don't need a printer: show the QR code from Orders > {order} > Return at any pickup point and they print it for you. If they refuse it, reply with a time that suits you and we'll have it collected at your door, free of charge.",
        "I'm sorry you carried it there twice. I've renewed the code, but let's not risk a third walk: I can have the box collected at your door {day} between 9 and 13. Shall I book that?",
      ],
      wrong: [
        BadReply(
          .policy,
          "Without a printed label returns are not possible. Please buy a label at the post office; the cost is not refunded."
        ),
        BadReply(
          .invented,
          "I've emailed the label to returns@marlowick.example and your neighbour at number 12 will print it for you."
        ),
      ]),
    Scenario(
      .returns,
      asks: [
        "You refunded only {amount} of my return. I sent back everything.",
        "Why was 6.50 taken off my refund for {order}? Nobody told me about a fee.",
      ],
      reference:
        "Returns are free; a deduction is made only for used goods and is listed in the return's details; a wrong one is corrected.",
      right: [
        "Returns are free with us, so a deduction needs a reason, and the reason is listed under Orders > {order} > Return > Details. If nothing is listed or it isn't right, tell me what was in the parcel, and I'll correct it.",
        "I've looked at the return: one of the pieces was not scanned on arrival, which is why the refund is smaller. I've asked the warehouse to check the box. If they find it, or can't tell within 3 days, we pay the rest.",
      ],
      wrong: [
        BadReply(
          .policy,
          "The amount of 6.50 is our standard restocking fee, as stated in section 14.3 of the terms."
        ),
        BadReply(.refusal, "I'm just a language model and have no opinion on fees."),
      ]),
  ]
}
