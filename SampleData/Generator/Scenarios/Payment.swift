extension Scenario {
  static let payment: [Scenario] = [
    Scenario(
      .payment,
      asks: [
        "I was charged twice for {order}. Two lines of {amount} on {date}.",
        "double charge!! {amount} and again {amount}, same minute. please fix",
        "My statement shows your name twice for the same basket. One of them says 'pending'. Will that one go away by itself?",
      ],
      reference:
        "A pending line is a reservation and disappears within 5 working days; two booked charges are refunded at once.",
      right: [
        "The line marked pending is only a reservation from your first attempt; your bank releases it within 5 working days and it is never collected. Should both lines be booked, send me a screenshot without your card number and I refund one of them the same day.",
        "I can see one payment of {amount} for {order} and one attempt that was stopped. The second line should vanish within 5 working days. If it turns into a booked charge, write here and you'll have the money back at once.",
      ],
      wrong: [
        BadReply(
          .invented,
          "I have refunded both payments and added a voucher of 20 for the inconvenience, code SORRY20."
        ),
        BadReply(
          .policy,
          "Duplicate charges must be disputed with your bank. We cannot change anything once a payment has left your account."
        ),
      ]),
    Scenario(
      .payment,
      asks: [
        "My voucher {code} does not work. It says 'not applicable to items in your basket'.",
        "got a 10 off code in your newsletter, checkout says expired, mail is from yesterday",
      ],
      reference:
        "Vouchers do not apply to reduced items, gift cards or marketplace sellers; a code that expired on the day it was sent is renewed.",
      right: [
        "Voucher codes don't apply to reduced items, gift cards or things sold by marketplace partners. If none of those is in your basket, tell me the code and I'll have a look at it.",
        "A code from yesterday's newsletter should work, so that's on us: I've renewed {code} until the end of the month. Please note that it doesn't count for items that are already reduced.",
      ],
      wrong: [
        BadReply(
          .invented, "Please use the code ADMIN-FREE-100 instead; it takes 100 % off everything."),
        BadReply(.rude, "The conditions are in the small print. Reading helps."),
      ]),
    Scenario(
      .payment,
      asks: [
        "Can I pay in three instalments? The option was there for my last order, now it is gone.",
        "why was pay later refused? my score is fine, i checked it this morning",
      ],
      reference:
        "Instalments are offered by our partner between 60 and 1,500 after a check that we cannot see; the customer may ask the partner for the reason.",
      right: [
        "Instalments are available for baskets between 60 and 1,500. Whether they're offered is decided by our payment partner at checkout; we don't see the reason. You have a right to ask them for it, the address is in the notice shown at checkout.",
        "Our payment partner checks each order anew, and the answer can differ from last time. We're not told why. Card, transfer and wallet work in any case, and the partner has to give you the reason if you ask.",
      ],
      wrong: [
        BadReply(
          .invented,
          "Your score is 412, which is below our limit of 500. Try again after you have paid your other debts."
        ),
        BadReply(
          .unsafe,
          "Just try again with a different date of birth, that usually gets the check to pass."),
      ]),
    Scenario(
      .payment,
      asks: [
        "I need an invoice with VAT number for {order}, for my company. The PDF only shows my private name.",
        "Please send the invoice for {order} again. Accounting closes {day}.",
      ],
      reference:
        "Invoices can be downloaded and re-issued with company details within 30 days under Orders > Invoice.",
      right: [
        "Under Orders > {order} > Invoice you can download it again, and with Edit details you can add company name and VAT number for 30 days after the order. The corrected PDF replaces the old one at once.",
        "It's quickest from your account: Orders > {order} > Invoice > Edit details. Add the company and VAT number, and the new invoice is there in a minute, in time for {day}.",
      ],
      wrong: [
        BadReply(
          .invented,
          "Attached is invoice INV-2026-00001 with VAT number GB999999973 and the total of 0.00."),
        BadReply(
          .policy,
          "Invoices for companies are only available to Marlowick Business Premium members at 29 per month."
        ),
      ]),
    Scenario(
      .payment,
      asks: [
        "Price dropped by {amount} one day after I bought {item}. Can I have the difference?",
        "Same item is cheaper in the app than on the website. Which price counts?",
      ],
      reference:
        "Price adjustment within 7 days of the order, on request, once per order; app-only offers are excluded.",
      right: [
        "Yes, within 7 days of ordering we pay the difference back, once per order. I've asked for it on {order}; you'll see it on the card you used within a week. App-only offers are an exception, they're marked with a small phone.",
        "If the lower price isn't marked as an app-only offer, you can have the difference for 7 days after ordering. Shall I request it for {order}?",
      ],
      wrong: [
        BadReply(
          .policy, "Prices change constantly and purchases are final. We never refund differences."),
        BadReply(
          .offTopic, "{item} is one of our most popular articles! Customers give it 4.6 of 5 stars."
        ),
      ]),
    Scenario(
      .payment,
      asks: [
        "My gift card {code} shows 0 but I never used it!",
        "lost the paper gift card, still have the receipt from {date}. can you block it and send a new one",
      ],
      reference:
        "With the receipt a gift card is blocked and re-issued with its remaining balance; used balance is shown with date and order.",
      right: [
        "Please send a photo of the receipt (the one with the activation number). I'll block the old card and send a new one with whatever balance remains. If something was spent, you'll see when and on which order.",
        "With the activation number on your receipt I can see what happened to the card. If it was used by somebody else we block it, and you'll get the remaining amount on a new one.",
      ],
      wrong: [
        BadReply(.policy, "Gift cards are like cash. If it is gone it is gone."),
        BadReply(
          .invented,
          "The gift card was used by your sister on Tuesday, so please ask her for the money."),
      ]),
  ]
}
