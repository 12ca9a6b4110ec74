import CTerminal
import Screen

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The live terminal: shows grids, yields events, and leaves everything as it was.
///
/// It owns the terminal of the process, of which there is one: the screen, the modes of the line, the
/// handlers of signals and, while it is open, standard error, which it replays at the end. That it can
/// be neither copied nor sent to another thread is what keeps curses on one thread; other threads
/// use a `WakePipe`.
///
///     var terminal = try Terminal(usesColor: true)
///     terminal.show(grid)
///     while case .key(let key, _) = terminal.nextEvent() { … }
///     terminal.close()
package struct Terminal: ~Copyable {
  /// How many colours there are: 0 where colour is off, else 8, 16 or 256.
  package let colors: Int

  /// Whether glyphs beyond ASCII can be shown; where not, lookalikes and `?` are.
  package let isUTF8: Bool

  var pairs: ColorPairs
  var shown: CellGrid?
  var signals: UInt32 = 0
  /// Input that was read to see whether it belongs to an escape sequence, and did not.
  var held: [cterm_input] = []
  private var isOpen = true

  /// Opens the terminal of the process, which standard input and output need not be.
  package init(usesColor: Bool = true, path: String = "/dev/tty") throws(TerminalError) {
    let code = cterm_open(path, usesColor)
    guard code == 0 else {
      let term = getenv("TERM").map { String(cString: $0) } ?? ""
      throw TerminalError(code: code, path: path, term: term)
    }
    colors =
      switch Int(cterm_colors()) {
      case ..<8: 0
      case 8..<16: 8
      case 16..<256: 16
      default: 256
      }
    isUTF8 = cterm_is_utf8()
    pairs = ColorPairs(colors: colors, capacity: Int(cterm_color_pairs()))
  }

  deinit {
    guard isOpen else { return }
    cterm_close()
    Terminal.replayErrors()
  }

  /// Nanoseconds of the clock that keys carry; it only goes forward.
  package static var now: UInt64 { cterm_now() }

  /// How many columns and rows there are now.
  package var size: Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    cterm_size(&rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Gives the terminal back as it was and replays what was written to standard error meanwhile.
  package mutating func close() {
    guard isOpen else { return }
    isOpen = false
    cterm_close()
    Terminal.replayErrors()
  }

  /// Stops the program, as Ctrl-Z does, and returns when it is continued; all is drawn again then.
  package mutating func suspend() -> Size {
    cterm_suspend()
    drawAgain()
    return size
  }

  /// Puts text on the clipboard of whoever looks at the terminal (OSC 52); false when it is too long.
  ///
  /// Only ever for an explicit key: nothing of a record may reach the clipboard by being shown.
  @discardableResult
  package func copy(_ text: String) -> Bool {
    // What xterm and tmux take at most.
    guard text.utf8.count <= 74_000 else { return false }
    let bytes = Array("\u{1B}]52;c;".utf8) + Base64.encode(Array(text.utf8)) + [0x07]
    return cterm_send(bytes, Int32(bytes.count))
  }

  /// Rings, or flashes, as the person set up the terminal.
  package func bell() {
    cterm_bell()
  }

  /// Forgets what the terminal shows, so that the next grid is sent whole.
  package mutating func drawAgain() {
    shown = nil
    cterm_forget()
  }

  private static func replayErrors() {
    var bytes = [UInt8](repeating: 0, count: 64 * 1024)
    let count = Int(cterm_captured(&bytes, Int32(bytes.count)))
    guard count > 0 else { return }
    let lines = String(decoding: bytes[..<count], as: UTF8.self)
      .split(separator: "\n").map { DisplayText(String($0)).string + "\n" }
    let text = Array(lines.joined().utf8)
    _ = text.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

// Curses keeps its state in globals without a lock. A struct would be Sendable by itself; this is what
// makes the compiler refuse to pass a terminal to another thread.
@available(*, unavailable)
extension Terminal: Sendable {}
