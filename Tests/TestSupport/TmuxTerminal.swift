import Foundation
import Screen

/// A real terminal for one test: a program inside tmux, with keys in and its screen out.
///
/// Every terminal has a tmux server and a folder of its own, so tests neither meet each other nor the
/// tmux of the person who runs them; both are gone when nothing refers to the terminal any more.
///
///     let terminal = try TmuxTerminal(columns: 80, rows: 24, command: [program, "run.jsonl"])
///     try terminal.waitUntil(contains: "? help")
///     try terminal.press("jw<Esc>")
///     #expect(try terminal.waitUntil(contains: "saved").contains("✗ wrong"))
package final class TmuxTerminal {
  /// Whether tmux is installed, for `.enabled(if:)`.
  package static let isAvailable = (try? run(["tmux", "-V"]).status) == 0

  private let folder: TemporaryFolder
  private let socket: String

  /// Starts a program with its arguments in a terminal of a size.
  ///
  /// `environment` is added to that of the tests; `TERM` is what tmux says unless it is given.
  package init(
    columns: Int, rows: Int, command: [String], environment: [String: String] = [:],
    workingFolder: String? = nil
  ) throws {
    folder = try TemporaryFolder()
    socket = folder.path(of: "tmux")
    let configuration = try folder.write(
      """
      set -g status off
      set -g remain-on-exit on
      set -s escape-time 0
      set -g default-terminal "screen-256color"

      """, to: "tmux.conf")
    var settings = ["SWIFT_BACKTRACE": "enable=no", "LC_ALL": "C.UTF-8", "TMUX": ""]
    settings.merge(environment) { $1 }
    // tmux sets TERM itself, so only the program may be told another.
    let term = settings.removeValue(forKey: "TERM").map { ["env", "TERM=\($0)"] } ?? []
    let variables = settings.sorted { $0.key < $1.key }.flatMap { ["-e", "\($0.key)=\($0.value)"] }
    // tmux 3.3 loses the status of some programs, so a shell around this one keeps it.
    let shell = [
      "sh", "-c",
      "sh -c 'echo $$ >\"$0/process\"; exec \"$@\"' \"$0\" \"$@\"; echo $? >\"$0/status\"",
      folder.path,
    ]
    try tmux(
      ["-u", "-f", configuration, "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
        + variables + (workingFolder.map { ["-c", $0] } ?? []) + shell + term + command)
  }

  deinit {
    _ = try? tmux(["kill-server"])
  }

  // MARK: Keys

  /// Presses the keys of a key script (`jjw<Enter><C-d>`).
  package func press(_ script: String) throws {
    for key in try KeyScript.parse(script) { try press(key) }
  }

  /// Presses one key.
  package func press(_ key: Key) throws {
    switch key {
    case .character(let character):
      try tmux(["send-keys", "-l", "--", character == ";" ? "\\;" : String(character)])
    case .escape:
      try tmux(["send-keys", "Escape"])
      // What follows at once would be one sequence with it.
      TmuxTerminal.pause(milliseconds: 40)
    default:
      try tmux(["send-keys", TmuxTerminal.name(of: key)])
    }
  }

  /// Pastes text as the person's terminal would.
  package func paste(_ text: String) throws {
    try tmux(["set-buffer", "--", text])
    try tmux(["paste-buffer", "-p", "-r"])
  }

  private static func name(of key: Key) -> String {
    switch key {
    case .control(let letter): "C-\(letter)"
    case .escape: "Escape"
    case .backTab: "BTab"
    case .backspace: "BSpace"
    case .delete: "DC"
    case .pageUp: "PPage"
    case .pageDown: "NPage"
    default: key.name
    }
  }

  // MARK: Screen

  /// What the terminal shows, one line per row, without trailing blanks.
  package func screen() throws -> String {
    try tmux(["capture-pane", "-p"])
  }

  /// The same with escape sequences for colours and attributes.
  package func styledScreen() throws -> String {
    try tmux(["capture-pane", "-p", "-e"])
  }

  /// What has scrolled off the top; a program that leaves nothing behind leaves this empty.
  package func scrollback() throws -> String {
    try tmux(["capture-pane", "-p", "-S", "-", "-E", "-1"])
  }

  /// Begins to keep the bytes that the program sends, escape sequences and all.
  package func record() throws {
    try tmux(["pipe-pane", "-O", "exec cat >> '\(folder.path(of: "sent"))'"])
  }

  /// The bytes sent since ``record()``, as far as they have arrived.
  package func recorded() -> String {
    (try? folder.read("sent")) ?? ""
  }

  /// The first screen that satisfies a condition; fails with the last one after the deadline.
  @discardableResult
  package func waitUntil(
    seconds: Double = 60, _ what: String = "the condition holds",
    _ condition: (String) -> Bool
  ) throws -> String {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let current = try screen()
      if condition(current) { return current }
      guard ContinuousClock.now < deadline else {
        throw TmuxFailure(what: "waited \(seconds) s until \(what)", output: current)
      }
      TmuxTerminal.pause(milliseconds: 10)
    }
  }

  /// The first screen that contains a text.
  @discardableResult
  package func waitUntil(contains text: String, seconds: Double = 60) throws -> String {
    try waitUntil(seconds: seconds, "the screen contains \"\(text)\"") { $0.contains(text) }
  }

  /// Changes the size of the terminal.
  package func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  // MARK: Program

  /// The process that runs in the terminal.
  package func processID() throws -> Int32 {
    let text = try folder.read("process")
    guard let process = Int32(text.trimmingCharacters(in: .newlines)), process > 0 else {
      throw TmuxFailure(what: "the program has not started", output: text)
    }
    return process
  }

  /// Whether the program shows the alternate screen now.
  package func isAlternateScreen() throws -> Bool {
    try query("#{alternate_on}") == "1"
  }

  /// The settings of the line, as `stty -g` prints them.
  package func lineSettings() throws -> String {
    let device = try query("#{pane_tty}")
    return try TmuxTerminal.run(["stty", "-g", "-F", device]).output
  }

  /// Sends a signal to the program.
  package func signal(_ number: Int32) throws {
    kill(try processID(), number)
  }

  /// Waits for the program's end and returns its exit status; 128 and more is a signal.
  package func waitForExit(seconds: Double = 60) throws -> Int32 {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      if let text = try? folder.read("status"), text.hasSuffix("\n"),
        let status = Int32(text.dropLast())
      {
        return status
      }
      TmuxTerminal.pause(milliseconds: 10)
    }
    throw TmuxFailure(what: "waited \(seconds) s for the end", output: try screen())
  }

  private func query(_ format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  // MARK: tmux

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let result = try TmuxTerminal.run(["tmux", "-S", socket] + arguments)
    guard result.status == 0 else {
      throw TmuxFailure(what: "tmux \(arguments.joined(separator: " "))", output: result.output)
    }
    return result.output
  }

  /// Runs a tool to its end, its output in a file: a tmux server that starts meanwhile would hold the
  /// other end of a pipe open.
  private static func run(_ command: [String]) throws -> (status: Int32, output: String) {
    let folder = try TemporaryFolder()
    let output = folder.path(of: "output")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // Threads of a test run block signals, and a tmux that inherits this never hears of an end.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    var allSignals = sigset_t()
    sigfillset(&allSignals)
    posix_spawnattr_setsigdefault(&attributes, &allSignals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let arguments = (["env", "-u", "TMUX", "LC_ALL=C.UTF-8"] + command).map { strdup($0) } + [nil]
    let variables =
      ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, "/usr/bin/env", &actions, &attributes, arguments, variables)
    guard code == 0 else {
      throw TmuxFailure(what: "cannot run \(command)", output: "errno \(code)")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let text = (try? folder.read("output")) ?? ""
    return (status & 0x7F == 0 ? status >> 8 & 0xFF : -1, text)
  }

  private static func pause(milliseconds: Int32) {
    poll(nil, 0, milliseconds)
  }
}

/// What went wrong in a terminal of a test, with what it showed.
package struct TmuxFailure: Error, CustomStringConvertible {
  package let what: String
  package let output: String

  package var description: String { "\(what)\n\(output)" }
}
