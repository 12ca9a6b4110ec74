import Screen
import TestSupport
import Testing

@testable import Interface

@Suite("The screen at its sizes")
struct LayoutTests {
  static let sizes = [
    Size(columns: 40, rows: 12), Size(columns: 50, rows: 15), Size(columns: 80, rows: 24),
    Size(columns: 100, rows: 30), Size(columns: 120, rows: 36), Size(columns: 200, rows: 50),
  ]

  @Test("the review screen is as it was", arguments: sizes)
  func golden(size: Size) throws {
    let screen = try ScreenHarness(SampleRows.intents, size: size)
    try screen.type("w")
    Golden.expect(screen.text, named: "review-\(size.columns)x\(size.rows).txt")
  }

  @Test("help is as it was", arguments: [sizes[2], sizes[4]])
  func help(size: Size) throws {
    let screen = try ScreenHarness(SampleRows.intents, size: size)
    try screen.type("?")
    Golden.expect(screen.text, named: "help-\(size.columns)x\(size.rows).txt")
  }

  @Test("a second column of help begins in one place, at every width", arguments: 108...140)
  func helpColumns(columns: Int) throws {
    let screen = try ScreenHarness(SampleRows.intents, size: Size(columns: columns, rows: 50))
    try screen.type("?")
    let starts = ["full screen", "find text in every row", "draw the screen anew"].map { words in
      screen.lines.compactMap { line in
        line.firstRange(of: words).map { line.distance(from: line.startIndex, to: $0.lowerBound) }
      }
    }
    #expect(Set(starts).count == 1)
    #expect(starts[0].count == 1)
    #expect(!screen.text.contains("…"))
  }

  @Test("below the smallest size it says so")
  func tooSmall() throws {
    let screen = try ScreenHarness(SampleRows.intents, size: Size(columns: 39, rows: 11))
    #expect(screen.text.contains("spotcheck needs 40x12"))
  }

  @Test("every size from nothing to huge can be drawn, in every view")
  func everySize() throws {
    let views = ["", "?", "r", "a", "d", "t", "s", "c", "/", "&", "U", "<Enter>", "P"]
    for view in views {
      let screen = try ScreenHarness(SampleRows.intents)
      try screen.type(view)
      for columns in [0, 1, 2, 10, 39, 40, 41, 79, 92, 500] {
        for rows in [0, 1, 2, 11, 12, 13, 40, 200] {
          screen.send(.resized(Size(columns: columns, rows: rows)))
          let grid = screen.state.draw()
          #expect(grid.size == Size(columns: columns, rows: rows))
        }
      }
    }
  }

  @Test("the hint line never ends in half a word and begins with the verdicts")
  func hints() throws {
    for columns in 40...160 {
      let screen = try ScreenHarness(SampleRows.intents, size: Size(columns: columns, rows: 24))
      let line = try #require(screen.lines.last)
      #expect(
        line.hasPrefix(" o ok  w wrong  i \(columns < 42 ? "unsure" : "can't tell")  u upsetting"))
      #expect(!line.contains("…"))
    }
  }
}

@Suite("The welcome card")
struct WelcomeCardTests {
  @Test("shows who, where and the keys at every size", arguments: LayoutTests.sizes)
  func essentials(size: Size) throws {
    let screen = try ScreenHarness(SampleRows.shielded, size: size) { $0.showsFirstCard = true }
    for words in ["you are", "saved in", "the output is ok", "everything else"] {
      #expect(screen.text.contains(words))
    }
    #expect(screen.state.firstCard.lines.count <= max(7, size.rows - 4))
  }

  @Test("says what was read as what in a terminal of the usual size, with covered rows too")
  func parts() throws {
    let size = Size(columns: 80, rows: 24)
    let screen = try ScreenHarness(SampleRows.shielded, size: size) { $0.showsFirstCard = true }
    for words in ["input       input", "target      target", "tiers from", "upsetting"] {
      #expect(screen.text.contains(words))
    }
  }
}
