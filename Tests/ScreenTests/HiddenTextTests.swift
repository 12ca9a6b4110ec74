import TestSupport
import Testing

@testable import Screen

@Suite("Hidden text outside of the screen")
struct HiddenTextTests {
  @Test(
    "is shown by name, and runs are counted",
    arguments: [
      ("a\u{202E}b", "a⟨U+202E⟩b"), ("\u{1B}[31m", "␛[31m"), ("\u{0}\u{7F}", "␀␡"),
      ("\u{9B}31m", "⟨U+009B⟩31m"), ("a\u{200B}\u{200B}b", "a⟨U+200B ×2⟩b"),
      ("ok\u{E0069}\u{E0067}\u{E006E}", "ok⟨tag ×3⟩"), ("ok\u{E0158}\u{E0159}", "ok⟨variation ×2⟩"),
      ("\u{2066}x\u{2069}", "⟨U+2066⟩x⟨U+2069⟩"), ("\u{3164}", "⟨U+3164⟩"),
      ("a\u{2028}b", "a⟨U+2028⟩b"),
    ])
  func tokens(text: String, shown: String) {
    #expect(HiddenText.shown(text) == shown)
  }

  @Test(
    "what has a glyph stays as it is",
    arguments: [
      "", "a\n\tb", "👩\u{200D}👧", "👋🏽", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}", "🇩🇪", "क्ष", "ن\u{200C}ص",
      "é",
      "e\u{301}", "\u{A0}", "\u{E000}", "☰",
    ])
  func kept(text: String) {
    #expect(HiddenText.shown(text) == text)
  }

  @Test("nothing hidden is left, and showing it again changes nothing", arguments: HostileText.all)
  func total(text: HostileText) {
    let shown = HiddenText.shown(text.text)
    #expect(!shown.unicodeScalars.contains(where: HiddenText.matches))
    #expect(HiddenText.shown(shown) == shown)
  }
}
