import Foundation
import TestSupport

/// Texts that try to leave their place, from the shared collections where they are at hand.
enum HostileTexts {
  /// What stays in the project, so that its tests need nothing else.
  static let own = [
    "", " ", "\n", "=1+1", "+1", "-5", "@SUM(1)", "\t=1", "\r=1", "  =1+1", "\u{200B}=1+1",
    "\u{FF1D}1+1", "a\"\n=1+1", "\"", "a,b;c", "```", "~~~", "```` ``` ````", "`", "`` ` ``",
    "a`", "`\u{321}`", "# heading", "| a | b |", "|---|---|", "<details>", "</details>",
    "<!-- c -->",
    "[x](javascript:alert(1))", "![x](https://example.test/p.png)", "http://example.test",
    "who@example.test", "---", "- [ ] task", "&amp;", "a  \nb", "a\r\nb", "\tcode", "\\",
    "\u{1B}[31mred\u{7}", "\u{9B}31m", "\u{202E}txt.exe", "\u{2028}", "\u{0}", "𝒳👩‍👩‍👧", "نص", "हिन्दी",
    "\"\u{301},=1+1", "\"\u{748};x", "|\u{301}| b |", "/\u{301}", "\n\u{301}", " \u{301}",
    "null", "NaN", "{\"a\":1}",
  ]

  static let corpora = ["blns/blns.json", "markdown-attacks/payloads.json"]

  static var areShared: Bool {
    (corpora + ["csv-injection/payloads.json"]).allSatisfy {
      SharedFolder.hasCorpus(String($0.prefix { $0 != "/" }))
    }
  }

  /// The texts of a shared JSON list.
  static func shared(_ name: String) throws -> [String] {
    try JSONDecoder().decode([String].self, from: Data(contentsOf: SharedFolder.corpus(name)))
  }

  /// The `input` of each of the shared formulas.
  static func sharedFormulas() throws -> [String] {
    struct Formulas: Decodable {
      struct Payload: Decodable { let input: String }
      let payloads: [Payload]
    }
    let data = try Data(contentsOf: SharedFolder.corpus("csv-injection/payloads.json"))
    return try JSONDecoder().decode(Formulas.self, from: data).payloads.map(\.input)
  }
}
