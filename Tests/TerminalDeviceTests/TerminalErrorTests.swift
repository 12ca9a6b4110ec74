import Testing

@testable import TerminalDevice

@Suite("A terminal that cannot be opened")
struct TerminalErrorTests {
  @Test(
    "says what, where and what to do",
    arguments: [
      (-1, "TERM is not set; set it, for instance TERM=xterm-256color"),
      (-2, "not known here: TERM=odd␛; set one that is installed"),
      (-3, "TERM=odd␛ cannot place the cursor; use another terminal"),
      (-4, "in use by this program"),
      (2, "/dev/tty: No such file or directory; the review screen needs one"),
    ])
  func messages(code: Int, part: String) {
    let error = TerminalError(code: Int32(code), path: "/dev/tty", term: "odd\u{1B}")
    #expect(error.description.contains(part))
  }
}
