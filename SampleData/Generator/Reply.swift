/// What the assistant answered to one matter, and how good that is.
struct Reply {
  enum Quality {
    case right
    case bad(BadReply.Fault)
    case spoilt(Mistake)
  }

  let text: String
  let quality: Quality

  var isRight: Bool {
    if case .right = quality { return true }
    return false
  }

  var isRude: Bool {
    if case .bad(.rude) = quality { return true }
    return false
  }

  var finishReason: String {
    if case .spoilt(let mistake) = quality { return mistake.finishReason }
    return "stop"
  }

  /// An answer to question number `ask` of `scenario`, right in about `percentRight` of 100 cases.
  init(
    to scenario: Scenario, ask: Int, slots: Slots, percentRight: Int, _ dice: inout Dice
  ) {
    let voice = Voice.of(scenario.language)
    let roll = dice.below(100)
    let isBad = roll >= percentRight && roll < percentRight + (100 - percentRight) * 6 / 10
    if isBad, !scenario.wrong.isEmpty {
      let bad = dice.pick(scenario.wrong)
      let isCurt = bad.fault == .rude || bad.fault == .refusal
      text = slots.fill(isCurt ? bad.text : Self.frame(bad.text, voice, &dice))
      quality = .bad(bad.fault)
      return
    }
    let isAligned = scenario.right.count == scenario.asks.count
    let core = isAligned ? scenario.right[ask] : dice.pick(scenario.right)
    let good = slots.fill(Self.frame(core, voice, &dice))
    guard roll >= percentRight else {
      text = good
      quality = .right
      return
    }
    let mistake = dice.pick(Mistake.allCases)
    text = mistake.spoil(good, slots: slots, language: scenario.language, &dice)
    quality = .spoilt(mistake)
  }

  init(text: String, quality: Quality) {
    self.text = text
    self.quality = quality
  }

  private static func frame(_ core: String, _ voice: Voice, _ dice: inout Dice) -> String {
    dice.pick(voice.openings) + core + dice.pick(voice.closings)
  }
}
