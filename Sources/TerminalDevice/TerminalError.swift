import CTerminal
import Screen

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why there is no terminal to show a screen on.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The device of the terminal cannot be opened, for instance because the program runs in a job.
  case noTerminal(path: String, errno: Int32)
  /// `TERM` is not set.
  case unnamed
  /// No description of this `TERM` is installed.
  case unknown(name: String)
  /// The terminal has no way to place the cursor, as `dumb`.
  case cannotDraw(name: String)
  /// There is one terminal per process, and it is open.
  case alreadyOpen

  package var description: String {
    switch self {
    case .noTerminal(let path, let errno):
      "no terminal: \(path): \(String(cString: strerror(errno))); the review screen needs one, "
        + "other commands (report, export, fields) do not"
    case .unnamed:
      "the terminal's type is not known: TERM is not set; set it, for instance "
        + "TERM=xterm-256color"
    case .unknown(let name):
      "the terminal's type is not known here: TERM=\(name); set one that is installed, for "
        + "instance TERM=xterm-256color"
    case .cannotDraw(let name):
      "this terminal cannot show a screen: TERM=\(name) cannot place the cursor; use another "
        + "terminal or, if it can do more, set for instance TERM=xterm-256color"
    case .alreadyOpen:
      "the terminal is in use by this program already"
    }
  }

  init(code: Int32, path: String, term: String) {
    let name = DisplayText(term, maximumColumns: 60).string
    self =
      switch Int(code) {
      case CTERM_NO_NAME: .unnamed
      case CTERM_UNKNOWN_NAME: .unknown(name: name)
      case CTERM_CANNOT_DRAW: .cannotDraw(name: name)
      case CTERM_ALREADY_OPEN: .alreadyOpen
      default: .noTerminal(path: path, errno: code)
      }
  }
}
