import Screen
import TestSupport
import Testing

@testable import Interface

@Suite("Editing text")
struct TextBufferTests {
  private func typed(_ script: String, into text: String = "", multiline: Bool = true) throws
    -> TextBuffer
  {
    var buffer = TextBuffer(text)
    for key in try KeyScript.parse(script) { _ = buffer.edit(with: key, multiline: multiline) }
    return buffer
  }

  @Test(
    "each editing key does what editors do",
    arguments: [
      ("abc", "", "abc"),
      ("abc<Backspace>", "", "ab"),
      ("<Left><Left>x", "abc", "axbc"),
      ("<Home>x<End>y", "abc", "xabcy"),
      ("<C-a><Delete>", "abc", "bc"),
      ("<C-w>", "two words", "two "),
      ("<C-u>", "two words", ""),
      ("<Home><C-k>", "two words", ""),
      ("a<Enter>b", "", "a\nb"),
      ("<Up>x", "one\ntwo", "onex\ntwo"),
      ("<Home><Up><Down>x", "one\ntwo", "one\nxtwo"),
    ])
  func editing(script: String, start: String, expected: String) throws {
    #expect(try typed(script, into: start).text == expected)
  }

  @Test("a combining scalar joins the character before it, and one key deletes both")
  func combining() throws {
    var buffer = TextBuffer("e")
    buffer.insert("\u{301}")
    #expect(buffer.text == "e\u{301}")
    #expect(buffer.cursor == 1)
    buffer.deleteBackward()
    #expect(buffer.isEmpty)
  }

  @Test("in one line Enter and the arrows up and down edit nothing")
  func singleLine() throws {
    #expect(try typed("a<Enter><Up>b", multiline: false).text == "ab")
  }

  @Test("deleting at the ends of the text does nothing")
  func ends() throws {
    #expect(try typed("<Home><Backspace><End><Delete>", into: "abc").text == "abc")
  }

  @Test("what is typed anywhere joins as it does in the whole text")
  func joining() {
    var generator = SeededGenerator(seed: 11)
    let pieces = ["e", "\u{301}", "\u{200D}", "\u{1F1E9}", "👩", "\r", "\n", "각", "\u{11A8}"]
    for _ in 0..<200 {
      var buffer = TextBuffer()
      var text = ""
      for _ in 0..<40 {
        for _ in 0..<Int.random(in: 0...3, using: &generator) { buffer.moveLeft() }
        let piece = pieces.randomElement(using: &generator) ?? ""
        let before = String(buffer.characters[..<buffer.cursor]) + piece
        text = before + String(buffer.characters[buffer.cursor...])
        buffer.insert(piece)
        #expect(buffer.characters == Array(text))
        #expect(buffer.cursor == before.count)
      }
    }
  }

  @Test("typing in the midst of a long text leaves the rest as it was")
  func longText() {
    let half = String(repeating: "one two\n", count: 1_000)
    var buffer = TextBuffer(half + half)
    for _ in 0..<8_000 { buffer.moveLeft() }
    buffer.insert("x\u{301}y")
    #expect(buffer.text == half + "x\u{301}y" + half)
    #expect(buffer.cursor == 8_002)
  }
}
