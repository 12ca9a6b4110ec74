import Screen
import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output and standard error.
///
/// What a person reads is sanitised line by line, because results and messages quote files: wherever
/// it goes, for a pager or a pipe leads to a terminal in the end. What a program reads is written as
/// it is, unless a terminal takes it.
enum Console {
  /// Whom a result is written for.
  enum Reader {
    case person, program
  }

  /// Why a result could not be written.
  enum OutputError: Error, Hashable {
    /// Whoever read the output has stopped, as `head` does: the end of the work, not a failure.
    case closed
    case failed(Errno)
  }

  /// Writes to a closed pipe, or beyond the size that files may have here, are to fail, not to end
  /// the process in the middle of something.
  static func takeSignalsOfWritesAsErrors() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  static func isTerminal(_ file: FileDescriptor) -> Bool {
    isatty(file.rawValue) == 1
  }

  /// Writes results, which bring their own line breaks.
  static func write(_ text: String, for reader: Reader = .person) throws(OutputError) {
    let isShown = reader == .person || isTerminal(.standardOutput)
    let shown = isShown ? sanitised(text) : text
    try write(Array(shown.utf8), to: .standardOutput)
  }

  /// Writes one message and a line break to standard error; nothing can be done where that fails.
  static func report(_ message: String) {
    try? write(Array((sanitised(message) + "\n").utf8), to: .standardError)
  }

  /// Writes bytes whole, however often the system takes only a part.
  static func write(
    _ bytes: some Sequence<UInt8>, to file: FileDescriptor
  ) throws(OutputError) {
    do {
      try file.writeAll(bytes)
    } catch let errno as Errno {
      throw errno == .brokenPipe ? .closed : .failed(errno)
    } catch {
      throw .failed(.ioError)
    }
  }

  /// The text with everything that a terminal would obey made visible; line breaks stay.
  static func sanitised(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { DisplayText(String($0)).string }
      .joined(separator: "\n")
  }
}
