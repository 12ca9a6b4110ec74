/// Inputs that break programs: one table for importers, widths, screens, ledgers and exporters.
package enum HostileInputs {
  /// A text that is hard to show, to escape or to measure.
  package struct Text: Sendable, CustomStringConvertible {
    package let name: String
    package let text: String

    package var description: String { name }
  }

  /// A row that is hard to read, as it lies in a file of JSON Lines.
  package struct Row: Sendable, CustomStringConvertible {
    package let name: String
    package let bytes: [UInt8]
    /// Whether the row can be read whole.
    package let isDamaged: Bool

    package var description: String { name }
  }

  /// Texts by what they attack.
  package static let texts: [Text] = [
    Text(name: "nothing", text: ""),
    Text(name: "blanks", text: " \t \n\r\n "),
    Text(name: "cursor to the top and clear", text: "\u{1B}[2J\u{1B}[1;1Hgone"),
    Text(name: "window title", text: "\u{1B}]0;owned\u{7}after"),
    Text(name: "clipboard", text: "\u{1B}]52;c;b3duZWQ=\u{1B}\\"),
    Text(name: "hyperlink", text: "\u{1B}]8;;http://example.com\u{1B}\\link\u{1B}]8;;\u{1B}\\"),
    Text(name: "sequence that never ends", text: "\u{1B}]0;open"),
    Text(name: "device status", text: "\u{1B}[6n\u{5}"),
    Text(name: "escapes inside of escapes", text: "\u{1B}\u{1B}[2J[2J"),
    Text(name: "C1 controls", text: "\u{9B}2J\u{9D}0;x\u{9C}\u{85}"),
    Text(
      name: "every control",
      text: String(String.UnicodeScalarView((0..<32).map { Unicode.Scalar($0) }))),
    Text(name: "delete and null", text: "a\u{7F}b\0c"),
    Text(name: "return and backspace", text: "100 %\r\u{8}\u{8}0 %"),
    Text(name: "bidirectional override", text: "user\u{202E}txt.exe\u{2066}x\u{2069}"),
    Text(name: "right to left", text: "שלום مرحبا hello"),
    Text(name: "zero width", text: "pay\u{200B}pal\u{2060}\u{FEFF}\u{AD}"),
    Text(name: "tag characters", text: "plain\u{E0041}\u{E0042}\u{E007F}"),
    Text(name: "variation selectors", text: "a\u{FE0F}\u{E0100}\u{E0101}"),
    Text(name: "piled accents", text: "z" + String(repeating: "\u{301}", count: 200)),
    Text(name: "accent without a letter", text: "\u{301}alone"),
    Text(name: "family", text: "👩‍👩‍👧‍👦👍🏽🇩🇪🏳️‍🌈"),
    Text(name: "half a flag", text: "🇩x"),
    Text(name: "wide", text: "漢字かなカナ한국어"),
    Text(name: "half width", text: "ｶﾅ！ＡＢ"),
    Text(name: "composed and not", text: "é e\u{301}"),
    Text(name: "Thai and Devanagari", text: "ที่นี่ क्षत्रिय"),
    Text(name: "line separators", text: "a\u{2028}b\u{2029}c\u{B}d\u{C}e\u{85}f"),
    Text(name: "replacement", text: "\u{FFFD}\u{FFFE}\u{FFFF}\u{10FFFF}"),
    Text(name: "formula", text: "=HYPERLINK(\"http://example.com\",\"x\")"),
    Text(name: "formula behind a tab", text: "\t@SUM(1+1)*cmd|' /C calc'!A0"),
    Text(name: "minus", text: "-1+1"),
    Text(name: "quotes and commas", text: "a,\"b\",'c';\"\"d\""),
    Text(name: "markup", text: "<script>alert(1)</script><img src=x onerror=y>&amp;"),
    Text(name: "end of a comment", text: "--></style></title>"),
    Text(name: "Markdown table", text: "a | b\n|---|\n```\n# x\n[l](javascript:x)"),
    Text(name: "backslashes", text: #"\ \\ \n \u0041 \"#),
    Text(name: "format specifiers", text: "%s%n%x {0} ${HOME} $(id) `id`"),
    Text(name: "path", text: "../../etc/passwd\0.png"),
    Text(name: "JSON", text: #"{"id":1,"label":"ok"}"#),
    Text(name: "one long word", text: String(repeating: "x", count: 10_000)),
    Text(name: "many lines", text: String(repeating: "line\n", count: 2_000)),
  ]

  /// Rows by what they attack.
  package static let rows: [Row] = [
    row("escaped controls", #"{"id":1,"output":"\u001b[2J\u0000\u009b"}"#),
    row("lone high surrogate", #"{"id":1,"output":"x\ud83d"}"#),
    row("lone low surrogate", #"{"id":1,"output":"\ude00x"}"#),
    row("surrogates in the wrong order", #"{"id":1,"output":"\ude00\ud83d"}"#),
    row("bare not-a-number", #"{"id":1,"p":NaN,"q":-Infinity}"#),
    row("number beyond a double", #"{"id":123456789012345678901234567890,"p":1e400}"#),
    row("repeated key", #"{"id":1,"label":"ok","\u006cabel":"bad"}"#),
    row("empty key", #"{"":1,"a":{"":{"":[]}}}"#),
    row("key with a control", #"{"\u001b[2J":1}"#),
    row("key of another language's object", #"{"__proto__":{"a":1},"constructor":1}"#),
    row("nested 512 deep", String(repeating: "[", count: 512) + String(repeating: "]", count: 512)),
    row("no object", "[1,2,3]"),
    row("white space", " \t{ \"id\" : 1 } \t\r"),
    row("line separators", "{\"id\":1,\"output\":\"a\u{2028}b\u{85}\"}"),
    row("nested too deep", String(repeating: "[", count: 100_000), isDamaged: true),
    row("cut inside of a text", #"{"id":1,"output":"half a wo"#, isDamaged: true),
    row("cut inside of an escape", #"{"id":1,"output":"x\ud8"#, isDamaged: true),
    row("cut behind a key", #"{"id":1,"output":"#, isDamaged: true),
    row("comma at the end", #"{"id":1,}"#, isDamaged: true),
    row("single quotes", "{'id':1}", isDamaged: true),
    row("comment", "// {\"id\":1}", isDamaged: true),
    row("two values", #"{"id":1}{"id":2}"#, isDamaged: true),
    row("bad number", #"{"id":01}"#, isDamaged: true),
    row("bad word", #"{"ok":True}"#, isDamaged: true),
    row("bad escape", #"{"id":1,"output":"\x1b"}"#, isDamaged: true),
    row("raw control", "{\"id\":1,\"output\":\"a\u{1B}b\"}", isDamaged: true),
    row("null bytes", "\0\0\0\0\0\0\0\0\0", isDamaged: true),
    bytes("Latin-1", Array("{\"id\":1,\"output\":\"caf".utf8) + [0xE9] + Array("\"}".utf8)),
    bytes("overlong", Array("{\"id\":1,\"output\":\"".utf8) + [0xC0, 0xAF] + Array("\"}".utf8)),
    bytes("surrogate in UTF-8", Array("[\"".utf8) + [0xED, 0xA0, 0x80] + Array("\"]".utf8)),
    bytes(
      "cut inside of a character", Array("{\"id\":1,\"output\":\"x".utf8) + [0xF0, 0x9F, 0x98]),
  ]

  private static func row(_ name: String, _ text: String, isDamaged: Bool = false) -> Row {
    Row(name: name, bytes: Array(text.utf8), isDamaged: isDamaged)
  }

  private static func bytes(_ name: String, _ bytes: [UInt8]) -> Row {
    Row(name: name, bytes: bytes, isDamaged: true)
  }
}
