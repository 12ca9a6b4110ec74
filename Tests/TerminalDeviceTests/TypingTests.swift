import Screen
import Testing

@testable import TerminalDevice

@Suite("What is typed")
struct TypingTests {
  @Test(
    "is the key that the person pressed",
    arguments: [
      (UInt32(13), Key.enter), (10, .enter), (9, .tab), (8, .backspace), (127, .backspace),
      (3, .control("c")), (26, .control("z")), (4, .control("d")), (32, .character(" ")),
      (0x6A, .character("j")), (0xE9, .character("é")), (0x6F22, .character("漢")),
      (0x1F600, .character("😀")),
    ])
  func keys(scalar: UInt32, key: Key) {
    #expect(Key(typed: scalar) == key)
  }

  @Test(
    "is nothing for controls without a name",
    arguments: [0, 28, 31, 0x80, 0x9B, 0xD800] as [UInt32])
  func noKeys(scalar: UInt32) {
    #expect(Key(typed: scalar) == nil)
  }
}
