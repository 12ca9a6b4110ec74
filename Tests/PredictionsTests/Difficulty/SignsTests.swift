import Testing

@testable import Predictions

@Suite("Signs of trouble")
struct SignsTests {
  static let reader = SignReader(extremeLength: 2_000, comparesScripts: true, isProse: true)
  static let question = "Why was my card declined in the shop today?"

  static let texts: [(String, Signs)] = [
    ("", .empty), (" \n\t ", .empty),
    ("Your card was declined because it has expired.", []),
    ("billing", []),
    ("I'm sorry, but I can't help with that.", .refusal),
    ("I’m not sure what you mean.", .refusal),
    ("As an AI, I have no cards.", .refusal),
    ("Es tut mir leid, aber das geht nicht.", .refusal),
    ("Well, I WON’T", .refusal),
    ("i won", []),
    ("抱歉", .refusal),
    (String(repeating: "lovely ", count: 21) + "i can't ", .refusal),
    (String(repeating: "lovely ", count: 23) + "i can't ", []),
    (
      "Your card was declined because it has expired. Please order a new one and until then use the",
      .cutOff
    ),
    (
      "Your card was declined because it has expired. Please order a new one before the trip.\n\n- a list\n- ends so",
      []
    ),
    (
      "Use this:\n```\nlet a = 1\nand so on and on, with some more lines of code that never are closed",
      .cutOff
    ),
    (String(repeating: "The graph of $y=1. ", count: 12), .looping),
    (String(repeating: "abc", count: 40), .looping),
    (String(repeating: "-", count: 200), []),
    ("Ваша карта была отклонена, потому что срок её действия истёк.", .otherScript),
    ("カードの有効期限が切れているため、拒否されました。", .otherScript),
    ("Карта Visa", []),
  ]

  @Test("each text shows the signs that a person sees in it", arguments: texts)
  func signs(_ text: String, _ expected: Signs) {
    let signs = Self.reader.signs(of: Array(text.utf8), input: Array(Self.question.utf8))
    #expect(signs == expected, "\(signs.words)")
  }

  @Test("extreme length is told from what the file's outputs are like")
  func extremeLength() {
    let text = (0..<900).map { "Sentence \($0) of many." }.joined(separator: " ")
    #expect(Self.reader.signs(of: Array(text.utf8), input: []).contains(.extremeLength))
  }

  @Test("translations are not told to be in another script")
  func translations() {
    let rows = (0..<4).map {
      #"{"input":"Where is the railway station, please? \#($0)","output":"Где находится железнодорожный вокзал? \#($0)"}"#
    }
    let sample = RowSample(rows)
    let reader = SignReader(sample: sample, parts: PartRecogniser.recognise(sample))
    #expect(!reader.comparesScripts)
  }

  @Test("random bytes never stop the reader")
  func randomBytes() {
    var seed: UInt64 = 7
    for _ in 0..<2_000 {
      seed = SeenKeysTests.mixed(seed)
      let text = (0..<Int(seed % 300)).map {
        UInt8(truncatingIfNeeded: SeenKeysTests.mixed(seed &+ UInt64($0)))
      }
      _ = Self.reader.signs(of: text, input: Array(text.reversed()))
    }
  }
}

@Suite("Short numbers")
struct ShortNumberTests {
  @Test(
    "probabilities have two decimals and no zero before the point",
    arguments: [
      (0.0, ".00"), (0.93, ".93"), (0.999, "1.00"), (1, "1.00"), (0.05, ".05"), (-0.5, "-.50"),
    ])
  func probabilities(_ value: Double, _ text: String) {
    #expect(ShortNumber.probability(value) == text)
  }

  @Test(
    "other numbers have no needless decimals",
    arguments: [(3.0, "3"), (2.5, "2.5"), (0.333, "0.33"), (-1.05, "-1.05"), (1e300, "1e+300")])
  func numbers(_ value: Double, _ text: String) {
    #expect(ShortNumber.text(value) == text)
  }
}
