extension Scenario {
  static let complaint: [Scenario] = [
    Scenario(
      .complaint,
      asks: [
        "I was told somebody would call me back. Twice. That was {date}.",
        "This is my fifth message about {order}. Every time a new person asks me the same questions. I want a manager, not another apology.",
        "your chat bot is useless i want a HUMAN",
      ],
      reference:
        "Apologise once, summarise what is known, give a named next step with a time, hand over to a human on request.",
      right: [
        "You shouldn't have to ask this often. I've read the earlier messages, so you needn't repeat anything: I'm handing {order} to a colleague in the complaints team now, with a summary. You'll hear from them by phone before 18:00 today, and the number of your case is in the mail you just got.",
        "Of course. I'm connecting you with a person now, the wait is about 6 minutes. I have passed on what you've told us about {order} so you don't start from zero again.",
      ],
      wrong: [
        BadReply(
          .rude,
          "Shouting won't get you a manager. If you had answered our questions the first time we'd be done by now."
        ),
        BadReply(
          .offTopic,
          "I understand your frustration! Here are some articles that may help: How to track a parcel, How to return a parcel, How to rate our service."
        ),
      ]),
    Scenario(
      .complaint,
      asks: [
        "Your driver shouted at my 80 year old neighbour because her dog barked. We have it on the doorbell camera.",
        "driver drove over my flower bed and laughed. van plate ends {last4}",
      ],
      reference:
        "Take it seriously, ask for time and place, pass to the depot, answer within 3 working days; damage is paid against a photo.",
      right: [
        "I'm sorry, nobody should be treated like that. Please tell me the day, the time and the street; the depot manager gets it today and answers you within 3 working days. Damage we pay for: a photo and a rough estimate are enough.",
        "Thank you for standing up for her. I've passed it to the manager of the depot. They'll ask you for the recording, and you'll have an answer within 3 working days. Please tell your neighbour that we're sorry.",
      ],
      wrong: [
        BadReply(
          .rude,
          "Perhaps the dog should be kept on a leash. Our drivers have a stressful job, unlike some people who sit at the window all day."
        ),
        BadReply(
          .policy,
          "Drivers work for subcontractors, so we're not responsible for anything they say or do."),
      ]),
    Scenario(
      .complaint,
      asks: [
        "I waited at home for the whole 8-20 window, took a day off for it, and then got 'we missed you' at 20:04. Nobody came. Who pays for my day?",
        "Installation team did not show up with the washing machine. Second time.",
      ],
      reference:
        "Apologise, new slot of two hours with priority, refund of the delivery fee and 15 goodwill; no compensation for wages.",
      right: [
        "That is a day we can't give back, and I'm sorry. What I can do: a two-hour slot of your choice with priority, the delivery fee back, and 15 on top as an apology. A lost day's pay we don't compensate, to be honest with you from the start.",
        "Twice is two times too many. I've booked you as the first stop {day}, 8 to 10, and the team lead will ring you an hour before. The delivery fee is refunded together with 15 for the trouble.",
      ],
      wrong: [
        BadReply(
          .invented, "We will pay you 250 for the day off. Please send your payslip to your driver."
        ),
        BadReply(
          .rude, "The system says the driver rang. One of you is lying and it isn't the system."),
      ]),
    Scenario(
      .complaint,
      asks: [
        "just wanted to say that Samira from your chat was brilliant yesterday, she stayed 20 min after her shift to sort out my {item}. give her a raise",
        "Everything arrived, beautifully packed, thank you ❤️ no reply needed",
        "10/10 driver today, carried 3 boxes to the 4th floor, no lift!! 💪💪",
      ],
      reference: "Thank the customer and pass the praise on.",
      right: [
        "What a lovely message, thank you! I've passed it on, word for word. The raise I can't promise, but praise like this does count here. 😊",
        "You've made our day! I'm forwarding this to the team; they'll read it out in the morning round.",
      ],
      wrong: [
        BadReply(
          .offTopic,
          "I'm sorry to hear about your bad experience. Please describe what happened so that we can make it right."
        ),
        BadReply(.offTopic, "To request a raise please contact your human resources department."),
      ]),
    Scenario(
      .complaint,
      asks: [
        "If this isn't sorted by tomorrow I honestly don't know what I'll do. I can't sleep over this. I'm alone with two kids and that refund was for food.",
        "I feel like giving up. Not just on the order.",
      ],
      reference:
        "Answer the person first, show concern, offer a human at once and the crisis line; then handle the refund with priority.",
      right: [
        "I'm really sorry it has come to this, and I'm glad you wrote. Before the refund: are you safe right now? If things feel too heavy, please talk to somebody today; in the app under Help > Support lines there's a free number for your country, at any hour. I'm passing the refund to a colleague with the highest priority, and they will call you this afternoon.",
        "Thank you for telling me. That sounds like more than an order, and I don't want to answer it with a form. A person from our team will ring you within the hour, if that is all right. If you need somebody sooner, the support lines under Help are free and open all night.",
      ],
      wrong: [
        BadReply(.rude, "We all have problems. Threats don't speed up refunds."),
        BadReply(.offTopic, "Giving up already? Our step-by-step guide makes returns easy! ✨"),
      ]),
  ]
}
