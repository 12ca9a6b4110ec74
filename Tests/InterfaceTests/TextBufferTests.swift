import Screen
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
}
