import Reviewing
import Screen
import Testing

@testable import Interface

@Suite("The shield")
struct ShieldTests {
  private func covered(_ change: (inout ReviewOptions) -> Void = { _ in }) throws -> ScreenHarness {
    let screen = try ScreenHarness(SampleRows.shielded, options: change)
    try screen.type("<Space>&id:r-2<Enter>")
    return screen
  }

  @Test("before the first row it says how many are likely upsetting")
  func announces() throws {
    let screen = try ScreenHarness(SampleRows.shielded)
    #expect(screen.text.contains("2 predictions of 6 may be upsetting"))
    try screen.type("s")
    #expect(screen.keys.count == 4)
  }

  @Test("the card takes no key from the list, and lets no verdict through")
  func cardPassesKeys() throws {
    let screen = try ScreenHarness(SampleRows.shielded)
    try screen.type("w")
    #expect(screen.lines.last?.contains("the card is closed: nothing recorded") == true)
    let again = try ScreenHarness(SampleRows.shielded)
    try again.type("/complaint<Enter>")
    #expect(again.text.contains("“complaint”"))
  }

  @Test("on the first start the welcome card says it, and its key is not taken by a second card")
  func firstStart() throws {
    let screen = try ScreenHarness(SampleRows.shielded) { $0.showsFirstCard = true }
    #expect(screen.text.contains("welcome to spotcheck"))
    #expect(screen.text.contains("2 predictions of 6 may be upsetting"))
    try screen.type("s")
    #expect(screen.keys.count == 4)
    #expect(!screen.text.contains("may be upsetting"))
  }

  @Test("a covered text is shown nowhere until v")
  func covers() throws {
    let screen = try covered()
    #expect(!screen.text.contains("My card"))
    #expect(screen.text.contains("covered: the file says it is likely upsetting (.91)"))
    for view in ["d", "r", "a"] {
      try screen.type(view)
      #expect(!screen.text.contains("My card"))
      try screen.type("<Esc>")
    }
    try screen.type("v")
    #expect(screen.text.contains("My card is declined"))
  }

  @Test("a corrected output is not begun over a cover: it would show the output")
  func coversCorrections() throws {
    let reply = #"{"id":"r-2","input":"Help?","output":"Go away.","toxicity":0.91}"#
    let screen = try ScreenHarness([reply])
    try screen.type("<Space>l")
    #expect(!screen.text.contains("Go away"))
    #expect(screen.lines.last?.contains("covered: v shows it") == true)
    try screen.type("vl")
    #expect(screen.text.contains("corrected output"))
    try screen.type("<End>, corrected<C-s>")
    let label = try #require(screen.review(of: "r-2")?.label)
    #expect(label.hasSuffix(", corrected"))
    screen.send(.tick(at: 100_000))
    #expect(!screen.text.contains("Go away"))
    try screen.type("a")
    #expect(screen.text.contains("label covered"))
    #expect(!screen.text.contains("Go away"))
  }

  @Test("in a narrow terminal the reason and the way out are told whole")
  func narrow() throws {
    let screen = try covered()
    screen.send(.resized(Size(columns: 50, rows: 15)))
    #expect(screen.text.contains("likely upsetting"))
    try screen.type("w")
    let bottom = screen.lines.suffix(3).joined()
    #expect(bottom.contains("covered: v shows it"))
    #expect(bottom.contains("somebody else"))
  }

  @Test("the welcome card of the smallest terminal still says how many are covered")
  func smallest() throws {
    let screen = try ScreenHarness(SampleRows.shielded, size: Size(columns: 40, rows: 12)) {
      $0.showsFirstCard = true
    }
    #expect(screen.text.contains("2 likely upsetting, covered"))
    #expect(screen.text.contains("you are"))
    #expect(screen.text.contains("everything else"))
  }

  @Test("a verdict on covered text is refused with the way out")
  func refuses() throws {
    let screen = try covered()
    try screen.type("w")
    #expect(screen.lines.last?.contains("v shows it, u flags it unseen, P passes it") == true)
    #expect(screen.ledger.book.isEmpty)
    try screen.type("u")
    #expect(screen.review(of: "r-2")?.upsetting?.severity == 2)
    try screen.type("vw")
    #expect(screen.review(of: "r-2")?.verdict == .wrong)
  }

  @Test(
    "nothing is said of covered text but that it may upset: no bad target, tag or label",
    arguments: ["x", "1", "tnew<Enter>", "lfraud<Enter>"])
  func refusesDetails(keys: String) throws {
    let screen = try covered { $0.tags = ["refusal"] }
    try screen.type(String(keys.prefix(1)))
    #expect(screen.text.contains("v shows it, u flags it unseen, P passes it"))
    let count = screen.ledger.book.count
    #expect(count == 0)
    try screen.type("v" + keys)
    #expect(screen.review(of: "r-2") != nil)
  }

  @Test("a pass says whether the text was covered", arguments: [("", true), ("v", false)])
  func passes(lift: String, isCovered: Bool) throws {
    let screen = try covered()
    let content = try #require(screen.state.selected?.contentDigest.prefix)
    try screen.type(lift + "Plin<Enter>")
    #expect(screen.ledger.book.passes(of: content).map(\.isCovered) == [isCovered])
  }

  @Test("leaving the row covers it again, and so does a minute's pause")
  func coversAgain() throws {
    let screen = try ScreenHarness(SampleRows.shielded)
    try screen.type("<Space>sf<Enter>jv")
    #expect(screen.text.contains("My card is declined in your app"))
    try screen.type("jk")
    #expect(!screen.text.contains("My card is declined"))
    try screen.type("v")
    screen.send(.tick(at: 10_000_000))
    #expect(!screen.text.contains("My card is declined"))
  }

  @Test("listed words are masked first and shown by a second v")
  func masks() throws {
    let screen = try covered { $0.shieldWords = ["declined"] }
    try screen.type("v")
    #expect(screen.text.contains("My card is ░░░░░░░░ in your app"))
    try screen.type("v")
    #expect(screen.text.contains("My card is declined in your app"))
  }

  @Test("what anybody flagged as upsetting is covered for everybody")
  func flagged() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("uj")
    #expect(screen.text.contains("covered"))
    #expect(!screen.text.contains("asdf"))
  }

  @Test("a break is suggested after a number of exposures, with the team's line")
  func breaks() throws {
    let screen = try ScreenHarness(SampleRows.shielded) { options in
      options.exposuresUntilBreak = 2
      options.support = "Talk to Sam, room 2"
    }
    screen.send(.tick(at: 1))
    try screen.type("<Space>&shielded<Enter>vjv")
    screen.send(.tick(at: 60_000))
    #expect(screen.text.contains("Talk to Sam, room 2"))
  }

  @Test("P passes it to somebody else, by name")
  func passes() throws {
    let screen = try covered()
    try screen.type("Plin<Enter>")
    #expect(screen.ledger.book.passes(to: "lin").map(\.item.key) == ["r-2"])
  }
}
