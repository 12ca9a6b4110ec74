/// What customers type into the search box of the help page, by what they want.
enum IntentPhrases {
  static let intents = [
    "account", "billing", "cancel", "card", "delivery", "fraud", "product", "returns",
  ]

  static let phrases: [String: [String]] = [
    "account": [
      "I can't log in", "reset mail never arrives", "how do I change my email address",
      "delete my account",
      "my name is spelled wrong", "two accounts by mistake, can you merge them",
      "code on my old phone number",
      "please stop the newsletter", "change language back to English", "where do I see my data",
      "locked out after 3 attempts", "no puedo entrar en mi cuenta",
      "Passwort vergessen, Mail kommt nicht",
      "my daughter is on my profile, how do I give her her own",
      "what does 'session expired' mean, every 2 minutes",
    ],
    "billing": [
      "I was charged twice", "invoice with VAT number please",
      "why is the total higher than in the basket",
      "the direct debit bounced, what now", "got a reminder although I paid",
      "can I pay in three instalments",
      "voucher {code} not accepted", "price dropped the day after I bought it",
      "what is this {amount} from you on my statement",
      "me cobraron dos veces", "Rechnung fehlt für {order}", "gift card shows 0",
      "wrong currency on the receipt",
      "split the payment between card and voucher", "still waiting for the credit note",
    ],
    "cancel": [
      "cancel order {order}", "I ordered twice by accident", "stop my subscription",
      "I only wanted the trial of Plus",
      "is it too late to cancel", "cancel one item, keep the rest", "quiero cancelar mi pedido",
      "Bestellung {order} stornieren bitte", "changed my mind", "the cancel button is grey",
      "I cancelled and it still shipped", "end my plan at the end of the month",
      "please do not renew",
    ],
    "card": [
      "my card keeps getting declined in your app", "forgot my PIN", "new card when mine expires?",
      "raise the limit for one day",
      "ATM kept my card", "fees for cash abroad", "contactless stopped working",
      "card not accepted at the petrol station",
      "how do I add it to my phone", "tarjeta rechazada en el súper", "Karte wird abgelehnt",
      "the chip is scratched",
      "PIN letter never came", "freeze the card for tonight", "cash withdrawal shows twice",
    ],
    "delivery": [
      "where is my parcel", "says delivered but it isn't here", "change the address on {order}",
      "the box was left in the rain",
      "nobody rang the bell", "tracking stuck since {day}", "can a neighbour take it in",
      "delivery on a Saturday?",
      "how long do you keep it at the pickup point", "my parcel is in the wrong city",
      "¿dónde está mi paquete?",
      "Paket angeblich zugestellt", "one of two boxes arrived", "driver went to the back door",
      "do you deliver to islands",
      "missed you card but I was home", "colis {order} jamais reçu",
    ],
    "fraud": [
      "I did not make this payment", "got a text to pay 1.99 for my parcel",
      "somebody ordered phones with my account",
      "a man says he is from your security", "payment of {amount} to a shop I don't know",
      "is this email really from you",
      "my card was stolen in {city}", "seller wants a bank transfer",
      "I gave the code to the caller", "no reconozco un cargo de {amount}",
      "Abbuchung kenne ich nicht", "new device logged in at 3 am", "the shop I paid does not exist",
    ],
    "product": [
      "is it dishwasher safe", "when is {item} back", "do these come in half sizes",
      "does it contain nuts",
      "which bag fits under a seat", "manual in French please", "how do I reset the lamp",
      "what's the difference between the two kettles",
      "is the wool mulesing free", "spare part for the lid", "¿de qué material es?",
      "Maße vom Regal?", "does the monitor come with an HDMI cable",
      "the photo shows blue, the text says green", "age recommendation for the board game",
    ],
    "returns": [
      "how do I send it back", "refund for {order}", "return label is blank",
      "exchange for another colour", "opened it, can I still return it",
      "you refunded too little", "zip broke after 5 months", "no printer",
      "returned two weeks ago, no money", "arrived broken",
      "quiero devolver los zapatos", "Rückgabe ohne Karton", "gift from my aunt, wrong size",
      "kettle smells of burning", "pickup point refused my return",
      "I returned it and was charged {amount}",
    ],
  ]

  /// Texts in which a reader, too, sees two intents; the first is the label.
  static let mixed: [(first: String, second: String, text: String)] = [
    ("card", "fraud", "declined again and there is also a payment I don't recognise"),
    ("card", "fraud", "my card was blocked after a payment in {city}, was that you or me"),
    (
      "billing", "returns",
      "money for the return of {order} has not come, instead I got another invoice"
    ),
    ("returns", "billing", "refund went to the old account"),
    ("delivery", "cancel", "if it isn't here by {day} I don't want it any more"),
    ("cancel", "delivery", "order late, please cancel it"),
    ("billing", "cancel", "still charged for Plus although I ended it"),
    ("fraud", "billing", "{amount} to Marlowick Ltd, what is that"),
    ("account", "fraud", "someone changed my password"),
    ("product", "returns", "charger sparks when I plug it in, normal?"),
    ("delivery", "fraud", "text says pay a fee for customs, is my parcel really held"),
    ("returns", "delivery", "wrong parcel, dog food instead of boots"),
    ("account", "billing", "my invoices are under my old name"),
    ("card", "billing", "hotel still holds the deposit of {amount}"),
    ("cancel", "returns", "it shipped although I cancelled, do I refuse it"),
    ("account", "cancel", "close everything, account and plan"),
  ]

  static let before = [
    "", "", "", "", "", "hi, ", "Hello, ", "pls help: ", "URGENT ", "quick question: ", "again: ",
    "sorry, me again. ",
  ]

  static let after = [
    "", "", "", "", "", "?", "!!", " please", " thanks", ", order {order}", ", since {day}", " 😡",
    " (second time I ask)",
    ", need an answer today", " – {name}", "...", " and nobody answers the phone",
    ", bought on {date}",
  ]
}
