import Predictions
import Reviewing
import Screen
import Testing

@testable import Interface

@Suite("Blind review")
struct BlindTests {
  /// Blind, in file order, with r-6 selected: hard, confidence .31, automatically incorrect.
  private func screen(_ blindness: ReviewOptions.Blindness) throws -> ScreenHarness {
    let screen = try ScreenHarness(SampleRows.intents) { $0.blindness = blindness }
    try screen.type("sf<Enter>G")
    return screen
  }

  @Test("the order gives nothing away")
  func order() throws {
    let screen = try ScreenHarness(SampleRows.intents) { $0.blindness = .on }
    #expect(screen.text.contains("random order"))
  }

  @Test("metric, confidence and tier are hidden until the verdict, and the echo reveals them")
  func hides() throws {
    let screen = try screen(.on)
    #expect(!screen.text.contains("automatic"))
    #expect(!screen.text.contains(".31"))
    #expect(screen.text.contains("blind: metric and tier show after your verdict"))
    try screen.type("W")
    #expect(screen.lines[0].contains("automatic: incorrect · k goes back"))
    #expect(screen.text.contains(".31"))
  }

  @Test("without blindness somebody else's verdict shows under their name, not as mine")
  func others() throws {
    let first = try ScreenHarness(SampleRows.intents)
    let shared = try ScreenHarness.memoryLedger(reviewer: "lin")
    let prediction = try #require(first.state.selected)
    _ = shared.append(
      LedgerDraft(
        item: ReviewedItem(
          content: prediction.contentDigest, input: prediction.inputDigest, key: prediction.key,
          run: nil, file: prediction.file), body: .review(Review(verdict: .wrong))))
    let screen = try ScreenHarness(SampleRows.intents, ledger: shared)
    #expect(screen.text.contains("r-6  ✗ lin"))
    let blind = try ScreenHarness(SampleRows.intents, ledger: shared) { $0.blindness = .on }
    #expect(!blind.text.contains("lin "))
  }

  @Test("the raw row names what is hidden without showing it", arguments: [false, true])
  func rawRow(hidesTarget: Bool) throws {
    let screen = try screen(hidesTarget ? .target : .on)
    try screen.type("r")
    #expect(screen.text.contains("confidence      hidden until your verdict"))
    #expect(!screen.text.contains("0.31"))
    #expect(screen.text.contains("target          \(hidesTarget ? "hidden until" : "other")"))
    try screen.type("qWr")
    #expect(screen.text.contains("0.31"))
    #expect(screen.text.contains("other"))
  }

  @Test("a row of which nothing was recognised shows whole, without what is hidden")
  func wholeRow() throws {
    let rows = (1...9).map { #"{"what":"w\#($0)","nested":{"confidence":0.\#($0)31}}"# }
    let screen = try ScreenHarness(rows) { $0.blindness = .on }
    #expect(screen.text.contains("confidence      hidden until your verdict"))
    // With its point, since the folder's name on the screen is made of any digits.
    #expect(!screen.text.contains(#/\.\d31/#))
  }

  @Test("a change after the reveal is marked")
  func marks() throws {
    let screen = try screen(.on)
    try screen.type("WO")
    let review = try #require(screen.currentReview(of: "r-6"))
    #expect(review.context.blind == true)
    #expect(review.context.afterReveal == true)
  }

  @Test("blind to the target hides it too")
  func target() throws {
    let screen = try screen(.target)
    #expect(!screen.text.contains("other"))
    try screen.type("d")
    #expect(screen.lines.last?.contains("the target is shown once your verdict is in") == true)
    try screen.type("W")
    #expect(screen.text.contains("other"))
  }
}
