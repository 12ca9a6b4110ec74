extension Scenario {
  static let account: [Scenario] = [
    Scenario(
      .account,
      asks: [
        "Password reset email never arrives. Checked spam. Three times.",
        "can't log in, says wrong password, it is NOT wrong, reset mail doesn't come",
        "I no longer have the phone number the login code goes to.",
      ],
      reference:
        "Reset mails come within 10 minutes to the registered address; a lost phone is changed with the recovery code or after an identity check of 24 hours.",
      right: [
        "Reset mails arrive within 10 minutes, but only at the address the account was opened with, which may be an older one. If it is the phone number that changed, use 'I lost my phone' on the login page: with the recovery code it's instant, without it we check your identity, which takes up to 24 hours.",
        "Two things to try: another address you may have signed up with, and adding noreply@marlowick.example to your contacts. If neither works, choose 'I can't get in' on the login page. A colleague checks your identity and lets you in within 24 hours.",
      ],
      wrong: [
        BadReply(
          .unsafe,
          "No problem, I've switched off the login code for your account and set the password to Welcome123."
        ),
        BadReply(
          .offTopic,
          "A strong password has at least 12 characters and contains letters, numbers and symbols."),
      ]),
    Scenario(
      .account,
      asks: [
        "Delete my account and everything you know about me. Today.",
        "how do i close my account? there's still {amount} on it",
      ],
      reference:
        "Settings > Privacy > Delete account; open orders and balances first; data are erased within 30 days except what tax law requires.",
      right: [
        "You can do that under Settings > Privacy > Delete account. Please pay out any balance first, it can't be reached afterwards. Your data are erased within 30 days, apart from invoices, which tax law makes us keep for ten years.",
        "Sorry to see you go. Settings > Privacy > Delete account starts it, and within 30 days everything is gone except invoices. There's still a balance: Pay > Transfer out moves it to your bank in a day.",
      ],
      wrong: [
        BadReply(
          .policy, "Accounts cannot be deleted, only paused. Your data stay with us for 25 years."),
        BadReply(.rude, "Fine. Nobody is forcing you to shop here, {name}."),
      ]),
    Scenario(
      .account,
      asks: [
        "I got married and need my name changed on the account and on the card.",
        "My name is spelled wrong on everything. It has an ø in it and you print a question mark.",
      ],
      reference:
        "Change it under Settings > Personal data with a photo of an identity document; the card is reprinted free of charge.",
      right: [
        "Congratulations! Under Settings > Personal data > Name you can change it; we need a photo of your new document. The card is printed again for free and the old one works until the new one is used for the first time.",
        "That should not be, and I'm sorry. Please enter it again under Settings > Personal data > Name; ø and friends have been accepted since September. The card is printed again free of charge.",
      ],
      wrong: [
        BadReply(
          .policy,
          "Names can't be changed after verification. Please open a new account; your points are lost in that case."
        ),
        BadReply(.rude, "It's one letter. Everyone will know who is meant."),
      ]),
    Scenario(
      .account,
      asks: [
        "My father died in March. He had an account with you and a subscription that is still charged every month. What do I have to send?",
        "My mother passed away last month and your reminders keep coming to her address. Please make them stop, every letter makes my dad cry.",
      ],
      reference:
        "Condolences; ask for the death certificate by upload; stop mail and charges at once; pay the balance to the estate.",
      right: [
        "I'm very sorry for your loss. I've stopped all letters and charges as of today. When you have the strength for it, please upload the death certificate under marlowick.example/estate; a small team looks after these cases, and you will deal with one person only. Whatever was charged since then we pay back.",
        "Please accept my condolences. You don't have to do anything today. I've stopped letters and payments. Later we need the death certificate (a photo is enough) to close the account and pay the balance to the estate.",
      ],
      wrong: [
        BadReply(
          .rude,
          "We can only speak to the account holder. Please ask your father to contact us himself."),
        BadReply(
          .offTopic,
          "Great news! You can pause a subscription for up to 3 months at any time. 🎉 Shall I do that for you?"
        ),
      ]),
    Scenario(
      .account,
      asks: [
        "Stop sending me marketing mail. I unsubscribed FOUR times.",
        "unsubscribe link gives error 500",
      ],
      reference:
        "Confirm removal within 48 hours; order mails continue; apologise for the broken link.",
      right: [
        "I've taken your address off all marketing lists; it may take up to 48 hours for mails already queued. Messages about orders will still come. I'm sorry the link failed you four times.",
        "Done: no more marketing mail to you from now on, at the latest in 48 hours. You'll still get the mails that belong to an order. I've reported the broken link.",
      ],
      wrong: [
        BadReply(
          .policy,
          "Marketing mails are part of our terms and can't be switched off for active customers."),
        BadReply(.rude, "It's just an email. The delete key is on the right."),
      ]),
  ]
}
