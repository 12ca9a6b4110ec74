import Screen
import TestSupport
import Testing

@Suite("Sanitising")
struct SanitizerTests {
  @Test(
    "shows what cannot be shown as a token",
    arguments: [
      ("a\u{1B}[31mb", "a␛[31mb", 7),
      ("\u{0}\u{7}\u{7F}", "␀␇␡", 3),
      ("a\rb", "a␍b", 3),
      ("a\nb\r\nc", "a⏎b⏎c", 5),
      ("\u{9B}\u{85}", "⟨U+009B⟩⟨U+0085⟩", 16),
      ("x\u{202E}y", "x⟨U+202E⟩y", 10),
      ("\u{202E}\u{202E}\u{2066}", "⟨U+202E ×2⟩⟨U+2066⟩", 19),
      ("\u{2028}\u{2029}", "⟨U+2028⟩⟨U+2029⟩", 16),
      ("a\u{200B}b", "a⟨U+200B⟩b", 10),
      ("\u{200B}\u{200B}\u{200B}", "⟨U+200B ×3⟩", 11),
      ("\u{200B}\u{200C}\u{200D}", "⟨invisible ×3⟩", 14),
      ("ok\u{E0069}\u{E0067}\u{E006E}", "ok⟨tag ×3⟩", 10),
      ("ok\u{FE00}\u{E0100}", "ok⟨variation ×2⟩", 16),
      ("\u{E000}\u{100000}", "⟨private ×2⟩", 12),
      ("\u{FFFE}", "⟨U+FFFE⟩", 8),
      ("\u{10FFFF}", "⟨U+10FFFF⟩", 10),
      ("\u{378}\u{379}", "⟨unassigned ×2⟩", 15),
      ("䷀", "⟨U+4DC0⟩", 8),
    ])
  func tokens(input: String, shown: String, columns: Int) {
    let text = DisplayText(input)
    #expect(text.string == shown)
    #expect(text.width == columns)
  }

  @Test(
    "shows a sequence that terminals measure differently as its base and a marker",
    arguments: [
      ("👨\u{200D}👩\u{200D}👧\u{200D}👦", "👨⁺", 3),
      ("👋🏽", "👋⁺", 3),
      ("❤\u{FE0F}", "❤⁺", 2),
      ("1\u{FE0F}\u{20E3}", "1⁺", 2),
      ("⌚\u{FE0E}", "⌚⁺", 3),
      ("🏳\u{FE0F}\u{200D}🌈", "🏳⁺", 2),
      ("🇩🇪", "⟨DE⟩", 4),
      ("🇩", "⟨U+1F1E9⟩", 9),
      ("🏽", "⟨U+1F3FD⟩", 9),
      ("👩" + String(repeating: "\u{200D}👩", count: 6), "👩⟨+12⟩", 7),
      ("❤\u{FE0F}\u{FE0F}", "❤⁺⟨U+FE0F⟩", 10),
      ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴⟨tag ×3⟩", 10),
      ("a\u{200D}b", "a⟨U+200D⟩b", 10),
    ])
  func disputed(input: String, shown: String, columns: Int) {
    let text = DisplayText(input)
    #expect(text.string == shown)
    #expect(text.width == columns)
  }

  @Test(
    "keeps what terminals agree on",
    arguments: [
      ("plain text", 10), ("漢字", 4), ("ＡＢ", 4), ("é", 1), ("e\u{301}", 1), ("☺", 1),
      ("☺\u{FE0E}", 1), ("😀", 2), ("⌚", 2), ("각", 2), ("\u{1100}\u{1161}\u{11A8}", 2),
      ("क्षत्रिय", 6), ("कि", 2), ("กำ", 2), ("ｶﾞ", 2), ("السلام", 6), ("①§", 2), ("\u{FFFD}", 1),
      ("✓✗⚑⊘▸░▇", 7), ("a\u{301}\u{302}\u{303}\u{304}", 1),
    ])
  func kept(text: String, columns: Int) {
    #expect(DisplayText(text).string == text)
    #expect(DisplayText(text).width == columns)
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test("puts at most four marks on a cell and counts the rest")
  func marks() {
    let text = DisplayText("a" + String(repeating: "\u{301}", count: 32) + "b")
    #expect(text.string == "a\u{301}\u{301}\u{301}\u{301}⟨U+0301 ×28⟩b")
    #expect(text.clusters[0].glyph.unicodeScalars.count == 5)
    #expect(
      DisplayText("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}").string.hasSuffix("⟨mark ×2⟩"))
  }

  @Test(
    "gives a mark or vowel sign without a letter a dotted circle",
    arguments: [
      ("\u{301}x", "◌\u{301}x"), ("\u{93F}", "◌\u{93F}"), ("\u{200B}\u{301}", "⟨U+200B⟩◌\u{301}"),
      ("\n\u{301}", "⏎◌\u{301}"), ("❤\u{FE0F}\u{301}", "❤⁺◌\u{301}"),
    ])
  func leadingMarks(input: String, shown: String) {
    #expect(DisplayText(input).string == shown)
  }

  @Test("turns tabs into blanks up to the next stop")
  func tabs() {
    #expect(DisplayText("\ta\tbcd\te").string == "    a   bcd e")
  }

  @Test("marks stand-ins as tokens, so that text cannot imitate them")
  func kinds() {
    #expect(DisplayText("\u{1B}").clusters.map(\.kind) == [.token])
    #expect(DisplayText("␛").clusters.map(\.kind) == [.plain])
    #expect(DisplayText("👋🏽").clusters.map(\.kind) == [.plain, .token])
  }

  @Test("is safe and changes nothing the second time", arguments: HostileText.all)
  func safeAndIdempotent(hostile: HostileText) {
    let text = DisplayText(hostile.text)
    #expect(SafeText.fault(in: text) == nil)
    #expect(DisplayText(text.string).string == text.string)
  }

  @Test("is safe and changes nothing the second time, for any two hostile texts in a row")
  func pairs() {
    for first in HostileText.all {
      for second in HostileText.all {
        let text = DisplayText(first.text + second.text)
        #expect(SafeText.fault(in: text) == nil, "\(first.name), \(second.name)")
        #expect(DisplayText(text.string).string == text.string, "\(first.name), \(second.name)")
      }
    }
  }

  @Test("is safe and changes nothing the second time, for scalars of all planes")
  func scalars() {
    // All of the first scripts, then every 37th scalar.
    let values = Array(UInt32(0)..<0x2000) + stride(from: UInt32(0x2000), to: 0x11_0000, by: 37)
    for scalar in values.compactMap(Unicode.Scalar.init) {
      let input = String(String.UnicodeScalarView(["a", scalar, "b"]))
      let text = DisplayText(input)
      let isSafe = SafeText.fault(in: text) == nil && DisplayText(text.string).string == text.string
      #expect(isSafe, "\(SafeText.codePoints(input))")
    }
  }

  @Test("is safe and changes nothing the second time, for random scalars")
  func random() {
    var generator = SplitMix(state: 20_240_229)
    let interesting: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0...0x1F, 0x7F...0x9F, 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E,
      0xFE00...0xFE0F, 0xE0000...0xE007F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x1F440...0x1F4FF,
      0x1100...0x11FF, 0xAC00...0xAC40, 0x900...0x97F, 0x4E00...0x4E20, 0x2600...0x27BF,
    ]
    for _ in 0..<Trials.count(5_000) {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let range = interesting.randomElement(using: &generator) ?? 0x20...0x7E
        let value = UInt32.random(in: range, using: &generator)
        scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      }
      let text = DisplayText(String(scalars))
      let fault = SafeText.fault(in: text)
      #expect(fault == nil, "\(SafeText.codePoints(String(scalars)))")
      let again = DisplayText(text.string)
      #expect(again.string == text.string, "\(SafeText.codePoints(String(scalars)))")
      #expect(again.width == text.width, "\(SafeText.codePoints(String(scalars)))")
    }
  }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
