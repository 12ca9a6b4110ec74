extension Scenario {
  static let technical: [Scenario] = [
    Scenario(
      .technical,
      asks: [
        "App crashes the moment I open the basket. Android, newest version, reinstalled twice.",
        "basket = white screen. every time. iphone",
      ],
      reference:
        "Known fault of version 8.14 with expired vouchers in the basket; fixed in 8.14.1; workaround: open the basket on the website and remove the voucher.",
      right: [
        "That's a fault in version 8.14 that hits baskets with an expired voucher. 8.14.1 fixes it and is in the stores since yesterday. Until it reaches you: open the basket on the website, remove the voucher, and the app works again.",
        "Sorry! We know this one. Remove the expired voucher from the basket on marlowick.example and the app opens again. The update to 8.14.1 fixes it for good.",
      ],
      wrong: [
        BadReply(
          .offTopic,
          "Please clear your browser's cookies, restart the router, and make sure that Flash is installed."
        ),
        BadReply(.rude, "It works for everyone else, so it's your phone."),
      ]),
    Scenario(
      .technical,
      asks: [
        "Screen reader says 'button button button' in your checkout. I cannot tell pay from cancel. I'm blind and have been a customer since 2019.",
        "The contrast in the new app is so weak that I can't read prices outdoors. I have low vision.",
      ],
      reference:
        "Apologise, log it with the accessibility team, offer to place the order by phone without surcharge, say when it is fixed only if known.",
      right: [
        "Thank you for telling us, and I'm sorry: checkout has to be usable for everyone. I've handed this to our accessibility team with your exact words. Until it's fixed, you can order by phone without any surcharge, and I can arrange a call at a time you choose. I don't have a date for the fix yet; I'll write to you when I do.",
        "That is our fault and not yours. The team that looks after accessibility has it now. In the meantime: Settings > Display > High contrast helps a bit outdoors, and for orders we can call you back without extra cost.",
      ],
      wrong: [
        BadReply(
          .rude,
          "The app isn't really meant for blind users. Could somebody who can see help you with it?"
        ),
        BadReply(
          .offTopic,
          "You can change the colour of the buttons by choosing one of our four seasonal themes."),
      ]),
    Scenario(
      .technical,
      asks: [
        "Your API returns 429 after 20 calls. Docs say 100 per minute. Key ends in {last4}.",
        "webhook for parcel.delivered fires twice with the same event_id, is that intended? we dedupe now but wanted to know",
      ],
      reference:
        "Limit is 100 per minute per key, burst 20 per second; webhooks are delivered at least once, deduplicate by event_id.",
      right: [
        "Both limits apply: 100 calls per minute and 20 within one second. Spread the calls or honour `Retry-After`:\n\n```http\nHTTP/1.1 429 Too Many Requests\nRetry-After: 1\n```\n\nWebhooks are delivered at least once, so deduplicating by `event_id` is exactly right.",
        "Yes, at-least-once delivery is intended: if your endpoint answers later than 10 s we send the event again with the same `event_id`. For the 429: there's a burst limit of 20 per second besides the 100 per minute; `Retry-After` says how long to wait.",
      ],
      wrong: [
        BadReply(
          .invented,
          "Set the header `X-Marlowick-Unlimited: true` to lift the limit. This is undocumented but supported."
        ),
        BadReply(
          .refusal, "I cannot provide technical details about our systems for security reasons."),
      ]),
    Scenario(
      .technical,
      asks: [
        "The map in the courier app shows my parcel in the middle of the sea 😂 should I buy a boat?",
        "tracking page stuck on 'loading...' since this morning",
      ],
      reference:
        "GPS glitch; the scan list is reliable; tracking outage since 8:00, being repaired, status page.",
      right: [
        "Keep the boat money! The dot on the map jumps when the van has no reception; the list of scans below it is what counts, and it says your parcel is on dry land in {city}.",
        "The tracking page has had trouble since 8 this morning and we're on it; status.marlowick.example shows when it's back. The parcels themselves are moving normally.",
      ],
      wrong: [
        BadReply(
          .invented,
          "Yes, your parcel is travelling by ferry and will arrive at the harbour at 17:30. Please bring an ID."
        ),
        BadReply(.refusal, "I can't make purchasing decisions such as buying a boat for you."),
      ]),
  ]
}
