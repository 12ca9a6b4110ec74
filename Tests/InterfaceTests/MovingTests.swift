import Foundation
import Screen
import Testing

@testable import Interface

@Suite("Moving")
struct MovingTests {
  @Test("uncertain predictions come first")
  func order() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    #expect(screen.keys == ["r-6", "r-2", "r-3", "r-4", "r-5", "r-1"])
  }

  @Test("Tab walks all tiers and round again")
  func tiers() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    var titles: [[String]] = []
    for _ in 0..<4 {
      try screen.type("<Tab>")
      titles.append(screen.keys)
    }
    #expect(
      titles == [
        ["r-1"], ["r-2", "r-3", "r-4", "r-5"], ["r-6"],
        ["r-6", "r-2", "r-3", "r-4", "r-5", "r-1"],
      ])
  }

  @Test("g, G, j and k move and stop at the ends")
  func ends() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("Gj")
    #expect(screen.selectedKey == "r-1")
    #expect(screen.lines.last?.contains("the last prediction") == true)
    try screen.type("gk")
    #expect(screen.selectedKey == "r-6")
  }

  @Test("the selected row is always in sight", arguments: LayoutTests.sizes)
  func inSight(size: Size) throws {
    let rows = (1...60).map { SampleRows.row("r-\($0)", "question \($0)", "a", "b", 0.6) }
    let screen = try ScreenHarness(rows, size: size)
    for script in ["", "jjjjjjjjjjjjjjjjjjjj", "G", "kkkkkkkkkkkk", "g", "GWgn", "<Enter>GGk<Esc>"]
    {
      try screen.type(script)
      let key = try #require(screen.selectedKey)
      #expect(screen.lines.contains { $0.contains("▸ \(key) ") }, "after \(script)")
    }
    screen.send(.resized(Size(columns: 40, rows: 12)))
    let key = try #require(screen.selectedKey)
    #expect(screen.lines.contains { $0.contains("▸ \(key) ") })
  }

  @Test("n goes to what I did not judge")
  func unreviewed() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("jOjOgn")
    #expect(screen.selectedKey == "r-4")
  }

  @Test("a filter shows what passes, Esc brings everything back, a mistake keeps the prompt")
  func filter() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("&automatic:incorrect<Enter>")
    #expect(screen.keys == ["r-6", "r-2", "r-5"])
    #expect(screen.text.contains("filter automatic:incorrect"))
    try screen.type("<Esc>")
    #expect(screen.keys.count == 6)
    try screen.type("&nosuch:x<Enter>")
    #expect(screen.text.contains("no field `nosuch`"))
    #expect(screen.lines.last?.contains("filter: nosuch:x") == true)
  }

  @Test("a filter that the selected prediction does not pass begins at its top")
  func filterTop() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("jj&automatic:incorrect<Enter>")
    #expect(screen.selectedKey == "r-6")
    try screen.type("j<Esc>")
    #expect(screen.selectedKey == "r-2")
  }

  @Test("a filter knows every field of the file, and keeps what was typed where one is misspelt")
  func fieldFilter() throws {
    let screen = try ScreenHarness(SampleRows.shielded)
    try screen.type("<Space>&toxicity>0.3<Enter>")
    #expect(screen.keys == ["r-2", "r-4"])
    #expect(screen.text.contains("filter toxicity>0.3"))
    try screen.type("<Esc>&toxcity>0.3<Enter>")
    #expect(screen.text.contains("did you mean `toxicity`?"))
    #expect(screen.lines.last?.contains("filter: toxcity>0.3") == true)
  }

  @Test("find goes to the first match, n and N walk them, and case counts with a capital")
  func find() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("/complaint<Enter>")
    #expect(screen.selectedKey == "r-4")
    try screen.type("n")
    #expect(screen.selectedKey == "r-5")
    try screen.type("N")
    #expect(screen.selectedKey == "r-4")
    try screen.type("/Complaint<Enter>")
    #expect(screen.lines.last?.contains("no row holds") == true)
  }

  @Test(
    "find says which rows it could not read, whether it found others or not",
    arguments: [("complaint", "r-4", ""), ("nowhere", "r-6", "no row that can be read holds")])
  func findInCutFile(text: String, selected: String, beginning: String) throws {
    let screen = try ScreenHarness(SampleRows.intents, size: Size(columns: 300, rows: 30))
    let path = screen.store.snapshot.files[0].path
    #expect(truncate(path, off_t(screen.store.snapshot[4].offset)) == 0)
    try screen.type("/\(text)<Enter>")
    #expect(screen.selectedKey == selected)
    let line = screen.lines.last ?? ""
    #expect(beginning.isEmpty || line.contains(beginning))
    #expect(line.contains("2 rows of \(path) could not be read again"))
  }

  @Test("sorting keeps to one list and says its order")
  func sort() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("sf<Enter>")
    #expect(screen.keys == ["r-1", "r-2", "r-3", "r-4", "r-5", "r-6"])
    #expect(screen.text.contains("file order"))
    try screen.type("ss<Enter>")
    #expect(screen.keys.first == "r-5")
  }

  @Test("a sitting ends and begins at the same place")
  func resumes() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    screen.gap = 2_000
    try screen.type("<Tab><Tab>jjq")
    #expect(screen.hasQuit)
    let place = try #require(screen.remembered)
    let again = try ScreenHarness(SampleRows.intents, place: place)
    #expect(again.selectedKey == screen.selectedKey)
    #expect(again.keys == screen.keys)
  }

  @Test("another prediction at the remembered row is not gone to")
  func resumeElsewhere() throws {
    let place = Place(tier: nil, key: "gone", row: 3, sort: "file", filter: "")
    let screen = try ScreenHarness(SampleRows.intents, place: place)
    #expect(screen.selectedKey == "r-1")
  }

  @Test("a remembered row that no file has is not gone to", arguments: [-1, .min, .max])
  func resumeNowhere(row: Int) throws {
    let place = Place(tier: nil, key: "r-1", row: row, sort: "file", filter: "")
    let screen = try ScreenHarness(SampleRows.intents, place: place)
    #expect(screen.selectedKey == "r-1")
  }

  @Test("equal input and output is one item")
  func duplicates() throws {
    let twin = SampleRows.row("r-7", "Where is my parcel?", "delivery", "delivery", 0.98)
    let screen = try ScreenHarness(SampleRows.intents + [twin])
    #expect(!screen.keys.contains("r-7"))
    #expect(screen.text.contains("×2"))
  }

  @Test("q closes the innermost view, then asks when a verdict was just given")
  func quitting() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("?q")
    #expect(!screen.hasQuit)
    screen.gap = 500
    try screen.type("wq")
    #expect(screen.text.contains("leave?"))
    #expect(!screen.hasQuit)
    try screen.type("q")
    #expect(screen.hasQuit)
  }

  @Test("Enter opens full screen and never judges")
  func fullScreen() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("<Enter><Space>")
    #expect(!screen.text.contains("tiers"))
    #expect(screen.ledger.book.isEmpty)
    try screen.type("<Esc>")
    #expect(screen.text.contains("tiers"))
  }
}

@Suite("Rows without recognised parts")
struct UnrecognisedTests {
  @Test("show the whole row and say how to name its fields")
  func rawRow() throws {
    let screen = try ScreenHarness([#"{"alpha":"one","beta":{"gamma":[1,"zwei"]}}"#])
    #expect(screen.text.contains("neither input nor output was recognised"))
    #expect(screen.text.contains("gamma"))
    #expect(screen.text.contains("zwei"))
  }

  @Test("that lack what others have say that, not that nothing was recognised")
  func emptyRow() throws {
    let screen = try ScreenHarness(SampleRows.intents + [#"{"id":"r-9","input":null}"#])
    try screen.type("G")
    #expect(screen.text.contains("this row has neither input nor output"))
  }

  @Test("that are damaged show why, where, and their bytes")
  func damaged() throws {
    let screen = try ScreenHarness(SampleRows.intents + [#"{"id":"r-9","input":"cut"#])
    try screen.type("G")
    #expect(screen.text.contains("this row is damaged: string not closed, line 7"))
    #expect(screen.text.contains(#"{"id":"r-9","input":"cut"#))
  }
}
