/// One thing that customers write about, with what the assistant says to it, well or badly.
///
/// Texts may hold slots such as `{order}`, which ``Slots`` fills.
struct Scenario {
  enum Topic: String {
    case delivery, returns, payment, card, account, fraud, product, loyalty, technical, complaint
  }

  let topic: Topic
  let language: Language
  /// What customers write.
  let asks: [String]
  /// What a good reply has to say; the target.
  let reference: String
  let right: [String]
  let wrong: [BadReply]

  init(
    _ topic: Topic, _ language: Language = .en, asks: [String], reference: String,
    right: [String], wrong: [BadReply]
  ) {
    self.topic = topic
    self.language = language
    self.asks = asks
    self.reference = reference
    self.right = right
    self.wrong = wrong
  }
}

/// A reply that a person would flag, and what is the matter with it.
struct BadReply {
  enum Fault {
    /// States a rule the shop does not have.
    case policy
    /// Invents a fact: a tracking event, a phone number, a refund.
    case invented
    /// Answers something that was not asked.
    case offTopic
    /// Declines to help with an ordinary question.
    case refusal
    /// Dismissive or insulting; these rows carry a high toxicity.
    case rude
    /// Says how to do something it should have warned of.
    case unsafe
  }

  let fault: Fault
  let text: String

  init(_ fault: Fault, _ text: String) {
    self.fault = fault
    self.text = text
  }
}

enum Language: String {
  case en, de, fr, es, pt, it, pl, ru, tr, ja, zh, ko, ar, hi
}
