import Screen
import Testing

@Suite("Keys")
struct KeyTests {
  private static let named: [(String, Key)] = [
    ("j", .character("j")), ("J", .character("J")), ("Space", .character(" ")),
    ("é", .character("é")), ("Enter", .enter), ("Esc", .escape), ("Tab", .tab),
    ("Shift-Tab", .backTab), ("Backspace", .backspace), ("Delete", .delete), ("Up", .up),
    ("Down", .down), ("Left", .left), ("Right", .right), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ("Home", .home), ("End", .end), ("Ctrl-d", .control("d")), ("F1", .function(1)),
    ("F12", .function(12)),
  ]

  @Test("have a name that leads back to them", arguments: named)
  func names(name: String, key: Key) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(
    "are known by other names too",
    arguments: [
      ("enter", Key.enter), ("Return", .enter), ("ESCAPE", .escape), ("PageDown", .pageDown),
      ("Del", .delete), ("^u", .control("u")), ("C-U", .control("u")), ("f5", .function(5)),
    ])
  func otherNames(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(
    "are not found by what is no name",
    arguments: ["", "Entr", "Ctrl-", "Ctrl-dd", "F0", "F25", "F+1", "jj"])
  func unknownNames(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test("are written one after the other in a script")
  func script() throws {
    let keys = try KeyScript.parse("jW<Enter><Esc>\n<C-d><S-Tab><Space><lt>é>")
    #expect(
      keys == [
        .character("j"), .character("W"), .enter, .escape, .control("d"), .backTab,
        .character(" "), .character("<"), .character("é"), .character(">"),
      ])
    #expect(try KeyScript.parse("").isEmpty)
  }

  @Test(
    "in a script that cannot be read are named with their place",
    arguments: [
      ("jj<Entr>", KeyScriptError.unknownKey(name: "Entr", position: 3)),
      ("a<", .notClosed(position: 2)), ("<>", .unknownKey(name: "", position: 1)),
    ])
  func unreadable(script: String, error: KeyScriptError) {
    #expect(throws: error) { try KeyScript.parse(script) }
    #expect(error.description.hasPrefix("keys: "))
  }
}
