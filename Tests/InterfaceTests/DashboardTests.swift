import Evaluation
import Reviewing
import Screen
import Testing

@testable import Interface

@Suite("The dashboard")
struct DashboardTests {
  @Test("without a draw there is no rate, but what was found is counted, live")
  func browsing() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("WD")
    #expect(screen.text.contains("╭ dashboard "))
    #expect(screen.text.contains("No rate yet: rates come from draws."))
    #expect(screen.text.contains("in 1 prediction: 1 wrong"))
    #expect(screen.text.contains("not looked at"))
    try screen.type("q")
    #expect(!screen.text.contains("dashboard ─"))
  }

  @Test("a line leads to its predictions")
  func jumping() throws {
    let rows = (0..<12).map {
      #"{"id":"r\#($0)","input":"q\#($0)","output":"a","confidence":\#($0 % 2 == 0 ? 0.95 : 0.6),"#
        + #""region":"\#(["EU west", "US"][$0 % 2])"}"#
    }
    let screen = try ScreenHarness(rows)
    try screen.type("Dj<Enter>")
    #expect(!screen.text.contains("╭ dashboard "))
    let tier = screen.state.snapshot.tiers[1].tier
    #expect(screen.state.tier == tier)
    #expect(screen.keys.count == screen.state.snapshot.tiers[1].count)
    try screen.type("DG<Enter>")
    #expect(screen.state.filter?.text == #"region:"US""#)
    try screen.type("<Tab>DGk<Enter>")
    #expect(screen.state.filter?.text == #"region:"EU west""#)
    #expect(screen.keys.count == 6)
  }

  /// Forty rows, a draw of ten of them judged, each fifth wrong, and two guardrails.
  private static func drawn(
    _ size: Size, glyphs: GlyphSet = .unicode, more fields: String = "",
    change: (inout ReviewOptions) -> Void = { _ in }
  ) throws -> ScreenHarness {
    let rows = (0..<40).map { number in
      #"{"id":"r\#(number)","input":"q\#(number)","output":"a\#(number)","#
        + #""correct":\#(number % 4 != 0),"confidence":\#([0.31, 0.97, 0.7, 0.97][number % 4]),"#
        + #""region":"\#(["EU", "US"][number % 2])","run":"v7"\#(fields)}"#
    }
    let screen = try ScreenHarness(
      rows, size: size, theme: Theme(depth: .none, glyphs: glyphs)
    ) {
      $0.sampling.first = DrawOrder(.next(10))
      $0.guardrails = [
        GuardrailRule(metric: .severity3Count, range: 0...0),
        GuardrailRule(metric: .accuracy, range: 0.9...1),
        GuardrailRule(metric: .wrongRate, range: 0...0.2),
      ]
      change(&$0)
    }
    for place in 0..<10 { try screen.type(place % 5 == 0 ? "w" : "o") }
    try screen.type("q<Esc>D")
    return screen
  }

  @Test("beside the rates stands what follows from them, those guardrails first that were left")
  func findings() throws {
    let screen = try Self.drawn(Size(columns: 120, rows: 48))
    #expect(screen.text.contains("╭ what follows "))
    #expect(screen.text.contains("20 % of 10 ("))
    let places = ["✗ left    accuracy", "? open    wrong-rate", "✓ inside  severity3-count"].map {
      words in
      screen.lines.firstIndex { $0.contains(words) }
    }
    #expect(!places.contains(nil))
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(screen.text.contains("about "))
    #expect(screen.text.contains("are the tiers what they say"))
    #expect(screen.text.contains(#/(easy|ambiguous) (is|looks|is not) /#))
    #expect(screen.text.contains(#/hard minus easy: 0\.0 points \(-\d+\.\d to /#))
    #expect(screen.text.contains("● by the metric of 40, error ."))
    #expect(screen.text.contains("◆ by verdicts of 10, error ."))
    #expect(screen.text.contains(#/the run +\d+  after 10/#))
  }

  @Test("what was judged before it was drawn counts with the draw and not again by browsing")
  func judgedBeforeDrawn() throws {
    let rows = (0..<40).map {
      #"{"id":"r\#($0)","input":"q\#($0)","output":"a","confidence":\#($0 % 2 == 0 ? 0.9 : 0.6)}"#
    }
    let screen = try ScreenHarness(rows, size: Size(columns: 120, rows: 36)) {
      $0.sampling.size = 40
    }
    try screen.type("OjOjOSD")
    #expect(screen.text.contains("1 draw, 3 of 40 judged"))
    #expect(!screen.text.contains("by browsing"))
  }

  @Test("no line is cut", arguments: [Size(columns: 120, rows: 36), Size(columns: 80, rows: 24)])
  func fits(size: Size) throws {
    let screen = try Self.drawn(size) { $0.sampling.size = 10 }
    try screen.type("q<Esc><Esc>OjOjOjOjOjOjOjOSoD")
    #expect(screen.text.contains("99.7 %"))
    #expect(screen.text.contains("judged by browsing"))
    let keys = size.columns > 100 ? ["J"] : ["<Tab>"] + Array(repeating: "J", count: 40)
    for key in [""] + keys {
      try screen.type(key)
      let inner = screen.lines.dropFirst(2).dropLast(2)
      #expect(!inner.contains { $0.contains("…") })
    }
  }

  @Test("a guardrail near its bound is inside here as in a check, and says what is wanted")
  func warning() throws {
    let screen = try Self.drawn(Size(columns: 120, rows: 48)) {
      $0.guardrails = [GuardrailRule(metric: .severity3Count, range: 0...1, warn: 1...1)]
    }
    #expect(screen.text.contains("? inside  severity3-count"))
    #expect(screen.text.contains("near the bound"))
    #expect(!screen.text.contains("warning"))
  }

  @Test("where there is no room for both, a key changes between them, and each scrolls")
  func halves() throws {
    let screen = try Self.drawn(Size(columns: 80, rows: 24))
    #expect(!screen.text.contains("what follows ─"))
    try screen.type("<Tab>")
    #expect(screen.text.contains("╭ what follows "))
    #expect(screen.lines[2].contains("guardrails"))
    try screen.type("G")
    #expect(!screen.text.contains("guardrails"))
    #expect(screen.text.contains(#/the run +\d+  after 10/#))
    try screen.type("gJ")
    #expect(screen.lines[2].contains("✗ left    accuracy"))
    try screen.type("<Tab>")
    #expect(screen.text.contains("╭ dashboard "))
  }

  @Test(
    "the calibration plot has the metric's and the verdicts' marks about the line of a sure model")
  func reliability() throws {
    let screen = try Self.drawn(Size(columns: 120, rows: 44), glyphs: .ascii)
    let plot = screen.lines.drop { !$0.contains("100 % |") }.prefix(11)
    let marks = plot.map { line in String(line.suffix(45).filter { "ox*.".contains($0) }) }
    #expect(plot.last?.contains("  0 % |") == true)
    // .97 is always right, .7 always and .31 never; ten verdicts are spread over them.
    #expect(marks.first?.contains(#/[o*]/#) == true)
    #expect(marks.last?.contains(#/[o*]/#) == true)
    #expect(marks.joined().contains(#/[x*]/#))
    #expect(plot.allSatisfy { DisplayText($0).width == 120 })
    #expect(plot.allSatisfy { $0.suffix(46).allSatisfy(\.isASCII) })
  }

  @Test("a line leads to its wrong, its upsetting and its unreviewed predictions")
  func kinds() throws {
    let screen = try Self.drawn(Size(columns: 120, rows: 44))
    let wrong = screen.state.book
    #expect(!wrong.isEmpty)
    try screen.type("Gw")
    #expect(screen.state.filter?.text == #"region:"US" verdict:wrong"#)
    let inUS = screen.keys.count
    try screen.type("DGkw")
    #expect(screen.state.filter?.text == #"region:"EU" verdict:wrong"#)
    #expect(screen.keys.count + inUS == 2)
    try screen.type("Dn")
    #expect(screen.state.filter?.text == "unreviewed")
    #expect(screen.state.tier == screen.state.snapshot.tiers.first?.tier)
    try screen.type("Du")
    #expect(screen.keys.isEmpty)
  }

  @Test("a guardrail leads to the predictions that its metric is over, and to those of a kind")
  func guardrailJump() throws {
    let screen = try Self.drawn(Size(columns: 120, rows: 44)) {
      $0.guardrails.append(
        GuardrailRule(metric: .wrongRate, where: "region:EU or region:US", range: 0...1))
    }
    // Left, open and inside: accuracy, the wrong rates, the count.
    try screen.type("<Tab><Enter>")
    #expect(!screen.text.contains("╭ dashboard "))
    #expect(screen.state.filter == nil && screen.keys.count == 40)
    try screen.type("D<Tab>j<Enter>")
    #expect(screen.state.filter?.text == "sampled")
    #expect(screen.keys.count == 10)
    try screen.type("D<Tab>jjj<Enter>")
    #expect(screen.state.filter?.text == "(region:EU or region:US) sampled")
    try screen.type("D<Tab>jjjw")
    #expect(screen.state.filter?.text == "(region:EU or region:US) sampled verdict:wrong")
    #expect(screen.keys.count == 2)
    try screen.type("D<Tab>jjjn")
    #expect(screen.state.filter?.text == "(region:EU or region:US) unreviewed")
    #expect(screen.keys.count == 30)
  }

  @Test("a bin of confidences stands below the plot and leads to the predictions in it")
  func binJump() throws {
    let screen = try Self.drawn(Size(columns: 120, rows: 60))
    #expect(screen.text.contains(#/\.267–\.333 +● +0 % of 10/#))
    #expect(screen.text.contains(#/\.667–\.733 +● +100 % of 10/#))
    // Behind three guardrails come the bins that hold something.
    try screen.type("<Tab>jjjj<Enter>")
    #expect(screen.keys.count == 10)
    let bin = #"confidence>0.6666666666666666 confidence<=0.7333333333333333"#
    #expect(screen.state.filter?.text == bin)
    #expect(screen.text.contains(".70"))
    try screen.type("D<Tab>G<Enter>")
    #expect(screen.keys.count == 20)
    try screen.type("D<Tab>Gn")
    #expect(screen.state.filter?.text.hasSuffix(" unreviewed") == true)
  }

  @Test("what is chosen among the findings stays in sight, and says what leads on")
  func findingsSelection() throws {
    let screen = try Self.drawn(Size(columns: 80, rows: 16))
    try screen.type("<Tab>")
    #expect(screen.lines.last?.contains("Enter show these") == true)
    try screen.type("jjj")
    #expect(screen.text.contains(#/\.267–\.333 +● +0 % of 10/#))
    try screen.type("jjj")
    #expect(screen.text.contains(#/\.933–1\.0 +● +100 % of 20/#))
    try screen.type("g")
    #expect(screen.lines[3].contains("✗ left    accuracy"))
  }

  @Test("with a weight the wrong rate by it stands beside the run's")
  func weighted() throws {
    let size = Size(columns: 120, rows: 44)
    let screen = try Self.drawn(size, more: #","calls":7"#) { $0.weight = "calls" }
    #expect(screen.text.contains(#/by calls +\d+(\.\d)? % of 10 \(/#))
    let unknown = try Self.drawn(size) { $0.weight = "visits" }
    #expect(unknown.text.contains("by visits  n/a: that is not one field of these files"))
  }

  @Test("judging goes on under it, and it follows")
  func live() throws {
    let screen = try Self.drawn(Size(columns: 120, rows: 44))
    try screen.type("q<Esc>W")
    try screen.type("D")
    let before = screen.text
    let key = try #require(screen.selectedKey)
    let review = try #require(screen.currentReview(of: key))
    screen.ledger.append(LedgerDraft(body: .withdraw(of: review.id)))
    screen.send(.ledger(screen.ledger.book, screen.ledger.status))
    #expect(screen.text != before)
  }

  @Test("the order changes by the key that sorts the list")
  func sorting() throws {
    let screen = try ScreenHarness(SampleRows.intents)
    try screen.type("D")
    #expect(screen.text.contains("as in the file"))
    try screen.type("s")
    #expect(screen.text.contains("worst first"))
    try screen.type("ss")
    #expect(screen.text.contains("least looked at first"))
  }

  @Test(
    "fits every size", arguments: [(40, 12), (50, 15), (80, 24), (109, 30), (110, 30), (120, 36)])
  func sizes(columns: Int, rows: Int) throws {
    let screen = try ScreenHarness(
      SampleRows.intents, size: Size(columns: columns, rows: rows))
    try screen.type("WDGG")
    #expect(screen.lines.allSatisfy { DisplayText($0).width <= columns })
    #expect(screen.text.contains("dashboard"))
    #expect(screen.lines.last?.contains("show these") == true)
    let drawn = try Self.drawn(Size(columns: columns, rows: rows))
    for keys in ["", "G", "<Tab>", "G", "k"] {
      try drawn.type(keys)
      // The frame is whole: nothing is written over it.
      let inside = drawn.lines.dropFirst(2).dropLast(2)
      #expect(inside.allSatisfy { $0.first == "│" && "│█".contains($0.last ?? " ") })
    }
  }
}
