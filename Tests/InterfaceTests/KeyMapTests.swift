import Screen
import Testing

@testable import Interface

@Suite("Keys")
struct KeyMapTests {
  @Test("every action has a line in the table, once, and no default key serves two")
  func table() {
    let actions = KeyTable.entries.map(\.action)
    #expect(Set(actions) == Set(Action.allCases))
    #expect(actions.count == Action.allCases.count)
    let keys = KeyTable.entries.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test("a rebound action loses its default keys and takes the new one from its owner")
  func rebinding() throws {
    let map = try KeyMap(preset: "default", bindings: ["ok": ["w"], "wrong": ["e", "F2"]])
    #expect(map.action(for: .character("w")) == .ok)
    #expect(map.action(for: .character("o")) == nil)
    #expect(map.action(for: .function(2)) == .wrong)
    #expect(map.keys(for: .export).isEmpty)
  }

  @Test(
    "what cannot be bound is told",
    arguments: [
      (["okay": ["o"]], KeyMap.Problem.unknownAction("okay")),
      (["ok": ["Hyper-o"]], .unknownKey("Hyper-o", action: "ok")),
      (["ok": ["o"], "wrong": ["o"]], .keyTwice(.character("o"), .ok, .wrong)),
    ])
  func problems(bindings: [String: [String]], expected: KeyMap.Problem) {
    #expect(throws: expected) { try KeyMap(preset: "default", bindings: bindings) }
  }

  @Test("an unknown preset is told")
  func preset() {
    #expect(throws: KeyMap.Problem.unknownPreset("emacs")) {
      try KeyMap(preset: "emacs", bindings: [:])
    }
  }

  @Test("help names the keys that are bound, not the defaults")
  func help() throws {
    let map = try KeyMap(preset: "default", bindings: ["wrong": ["F5"]])
    let screen = try ScreenHarness(SampleRows.intents, keyMap: map)
    #expect(screen.lines.last?.contains("F5 wrong") == true)
    try screen.type("?")
    #expect(screen.text.contains("F5"))
  }
}
