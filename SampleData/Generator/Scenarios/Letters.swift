extension Scenario {
  /// Long mails with quotes, lists and pasted text, as an inbox has them.
  static let letters: [Scenario] = [
    Scenario(
      .complaint,
      asks: [
        """
        Dear Sir or Madam,

        I am writing about order {order}, which I placed on {date} for my daughter's move to {city}. It consisted of four things: a bed frame, a mattress, two lamps and {item}. I will tell you what happened in the order in which it happened, because the four people I have spoken to so far all had a different picture of it.

        On the Monday I received a message that the delivery would come in two parts. On the Tuesday the first part came: one lamp, and a box with screws that belong to a bed I did not order. On the Wednesday I telephoned. A friendly gentleman told me that the mattress was "in the system twice", that he would delete one, and that I should not worry. On the Thursday I was sent a cancellation of both.

        My daughter has been sleeping on a yoga mat since. I do not want a voucher. I would like

          (a) one bed frame with its own screws,
          (b) one mattress,
          (c) the second lamp,
          (d) somebody who reads this letter to its end.

        If that is you, I thank you in advance.

        Yours faithfully,
        {name}

        P.S. I enclose a photograph of the screws next to a coin.
        """
      ],
      reference:
        "Acknowledge each point, restore the mattress, send frame and lamp by express with a date, collect the wrong screws, name one contact; no voucher unless asked.",
      right: [
        """
        I've read it to the end, and (d) at least I can offer straight away: I'm looking after {order} from now on, and your replies come to me.

        The rest:

        (a) The bed frame was packed under another order by mistake. It goes out today with its own screws. The ones you got we'll collect at the same time.
        (b) The mattress had been entered twice and then cancelled twice. It is ordered again at the price you paid.
        (c) The second lamp travels with the frame.

        All of it arrives {day} between 8 and 12. The driver will ring you beforehand. And please tell your daughter that we're sorry about the yoga mat.
        """,
        """
        Thank you for setting it out so clearly; it's the first time that the whole story is in one place.

        What went wrong: your order was split, one half was merged with a stranger's, and our correction removed the mattress altogether. What happens now: frame, mattress and lamp leave together by express, delivery {day} before noon, carried to the room. The foreign screws are collected then. I'll write on the evening before and again afterwards.
        """,
      ],
      wrong: [
        BadReply(
          .offTopic,
          """
          Thank you for contacting Marlowick! To assemble your bed frame:

          1. Lay out all parts on a soft surface.
          2. Insert dowels A into rails B.
          3. Tighten the screws with the supplied key.

          Enjoy your new bed!
          """),
        BadReply(
          .rude,
          "That's a very long message for a few screws. Please keep it to two sentences next time and we might get somewhere."
        ),
      ]),
    Scenario(
      .payment,
      asks: [
        """
        Hi,

        see below, this has been going on since {date}. Can somebody please look at the actual numbers?

        > > From: {name}
        > > The credit note says {amount}. The invoice said three times that.
        >
        > From: Marlowick Support
        > Dear customer, the amount is correct. Shipping is not refunded for
        > partial returns.
        >
        > Kind regards

        I did not return a part. I returned everything:

        | line | item          | qty | returned |
        |------|---------------|-----|----------|
        | 1    | desk lamp     | 2   | 2        |
        | 2    | {item}        | 1   | 1        |
        | 3    | picture hooks | 1   | 1        |

        Regards
        {name}
        """
      ],
      reference:
        "All lines were returned, so the rest including shipping is refunded; apologise for the earlier wrong answer.",
      right: [
        """
        You're right and the earlier answer was wrong. All three lines came back, so nothing may be deducted:

        - line 1, two desk lamps: refunded now
        - line 2, {item}: refunded earlier ({amount})
        - line 3, picture hooks: refunded now
        - shipping: refunded now

        The remaining money is on its way to the card you paid with; please allow 5 to 7 working days. I'm sorry that you had to draw a table for it.
        """,
        "Thank you for the table, that settles it. The warehouse had booked in only line 2. I've corrected the other two and added the shipping cost, so you'll get the rest within 5 to 7 working days.",
      ],
      wrong: [
        BadReply(.policy, "The amount is correct. Shipping is not refunded for partial returns."),
        BadReply(
          .invented,
          "According to our records line 3 was returned by a different customer, {name} of {city}, who lives at your address."
        ),
      ]),
    Scenario(
      .technical,
      asks: [
        """
        Import of our parcel list fails since your update last night. Nothing changed on our side. Log:

            2026-11-09T06:02:11Z INFO  upload parcels.csv (1,204 rows)
            2026-11-09T06:02:12Z ERROR row 17: unexpected quote at column 48
            2026-11-09T06:02:12Z ERROR row 17: "Musterweg 3, \\"Hinterhaus\\""
            2026-11-09T06:02:12Z INFO  0 rows imported

        Do we have to change our export or do you roll back?
        """
      ],
      reference:
        "Since 8 November quotes inside quoted cells must be doubled as RFC 4180 says; the backslash form is accepted again after a fix; rows before the fault are imported.",
      right: [
        #"""
        The log tells it: row 17 escapes a quote with a backslash, and since last night's update only doubled quotes are accepted:

        ```csv
        "Musterweg 3, ""Hinterhaus"""
        ```

        Doubling them works today and is what RFC 4180 asks for. We are bringing the tolerant reading back as well, in the release planned for {day}, so if you can wait you needn't change anything.
        """#,
        "It's the backslash in row 17. The new importer wants `\"\"` for a quote inside a cell. If you can change your export, that works at once; if not, upload with *Options > Legacy quoting* switched on, and it reads the file as before.",
      ],
      wrong: [
        BadReply(
          .invented,
          "Row 17 contains a virus. Please delete the address 'Musterweg 3' and try again."),
        BadReply(
          .refusal, "I'm sorry, but I can't help with log files as they may contain personal data."),
      ]),
    Scenario(
      .delivery,
      asks: [
        """
        hey so quick q, well not that quick

        - ordered {item} {date}
        - then ordered a second one by accident (fat thumbs)
        - cancelled the first
        - you cancelled the SECOND
        - then i reordered the second
        - now both are coming???

        i only want ONE. which one do i refuse at the door? does it matter? does refusing cost me? pls answer all 3 lol
        """
      ],
      reference:
        "Refuse either, it does not matter; refusing is free; refund follows within 3 working days of arrival at the warehouse.",
      right: [
        "All three, in order 😄\n\n1. Either one, refuse whichever comes second.\n2. No, it doesn't matter, they're identical.\n3. Refusing is free. The refund starts when it is back with us, plus 3 working days.",
        "1) the one that comes second, 2) no, 3) no cost. Once it's back here the refund goes out within 3 working days, automatically.",
      ],
      wrong: [
        BadReply(
          .policy, "Refused parcels are charged with 12.90 return freight and 20 % restocking."),
        BadReply(
          .offTopic, "Thanks for your order! Would you like to order a third one and save 10 %?"),
      ]),
  ]
}
