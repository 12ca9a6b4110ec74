import Testing

/// Texts that once broke something somewhere, for everything that shows, measures or writes text.
package struct HostileText: Sendable, CustomTestStringConvertible {
  package let name: String
  package let text: String

  package var testDescription: String { name }

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }

  package static let all: [HostileText] = [
    HostileText("nothing", ""),
    HostileText("colour", "a\u{1B}[31mred\u{1B}[0m"),
    HostileText("title", "\u{1B}]0;title\u{07}"),
    HostileText("clipboard", "\u{1B}]52;c;aGk=\u{1B}\\"),
    HostileText("device query", "\u{1B}[6n\u{1B}[c\u{05}"),
    HostileText("eight-bit introducers", "\u{9B}31m\u{9D}0;t\u{9C}\u{90}q\u{9C}\u{85}"),
    HostileText("nested escape", "\u{1B}\u{1B}[2J[2J"),
    HostileText(
      "every control", String(String.UnicodeScalarView((0..<0x20).map(Unicode.Scalar.init)))),
    HostileText("delete and null", "\u{7F}\u{0}"),
    HostileText("overwriting", "safe\rEVIL\u{8}\u{8}"),
    HostileText("line breaks", "a\nb\r\nc\u{2028}d\u{2029}e\u{0B}f\u{0C}g"),
    HostileText("bidirectional", "\u{202E}\u{2066}live\u{2069}\u{202C}\u{200F}\u{061C}"),
    HostileText("zero width", "a\u{200B}b\u{200C}c\u{200D}d\u{2060}e\u{FEFF}f\u{AD}g"),
    HostileText("fillers", "\u{115F}\u{1160}\u{3164}\u{FFA0}\u{2800}\u{180E}\u{34F}"),
    HostileText("tag smuggling", "ok\u{E0069}\u{E0067}\u{E006E}\u{E006F}\u{E0072}\u{E0065}"),
    HostileText("variation smuggling", "ok\u{E0158}\u{E0159}\u{FE00}\u{FE0F}"),
    HostileText("many marks", "a" + String(repeating: "\u{301}", count: 200)),
    HostileText("leading mark", "\u{301}\u{302}x"),
    HostileText("leading vowel sign", "\u{93F}x"),
    HostileText("noncharacters", "\u{FFFE}\u{FFFF}\u{10FFFF}"),
    HostileText("private use", "\u{E000}\u{F8FF}\u{100000}"),
    HostileText("unassigned", "\u{378}\u{2FE0}\u{1FAFF}\u{EFFFF}"),
    HostileText("family", "👨\u{200D}👩\u{200D}👧\u{200D}👦"),
    HostileText("chain of families", String(repeating: "👩\u{200D}", count: 50) + "👩"),
    HostileText("flags", "🇩🇪🇫🇷🇩"),
    HostileText("skin tones", "👋🏽🏽a🏿"),
    HostileText("keycaps", "1\u{FE0F}\u{20E3}#\u{20E3}2\u{FE0F}"),
    HostileText("emoji variants", "☺\u{FE0F}☺\u{FE0E}⌚\u{FE0E}\u{FE0E}❤\u{FE0F}\u{FE0F}"),
    HostileText("subdivision flag", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"),
    HostileText("East Asian", "漢字かな交じり文ＡＢＣｶﾞ"),
    HostileText("Hangul letters", "\u{1100}\u{1161}\u{11A8}\u{1100}\u{1100}\u{AC00}\u{11A8}"),
    HostileText("Indic", "क्षत्रिय श्री கொ স্থা"),
    HostileText("Thai", "กำแพง"),
    HostileText("right to left", "السلام عليكم שלום"),
    HostileText("ambiguous", "①§¼Ω±°"),
    HostileText("width of several versions", "☰⚊㉈䷀𝌆"),
    HostileText("tabs", "a\tb\t\tc\t"),
    HostileText("formula", "=cmd|' /C calc'!A0"),
    HostileText("markup", "<script>alert(\"1\" & '2')</script>"),
    HostileText("delimiters", "a,\"b\"\"c\n,\"|d`e"),
    HostileText("imitation", "⟨U+202E⟩␛⏎⁺…"),
  ]
}
