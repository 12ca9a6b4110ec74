import Foundation
import Screen
import TestSupport

/// A sitting of the real program in a real terminal, over a small file in a folder of its own.
struct ScreenSitting {
  let folder: TemporaryFolder
  let terminal: TmuxTerminal

  /// Predictions of which none is upsetting, the last one the least sure.
  static func predictions(_ count: Int = 12) -> String {
    (1...count).map { number in
      """
      {"id":"case-\(number)","input":"Question \(number)?","output":"Answer \(number).",\
      "target":"Answer.","confidence":0.\(98 - number)}

      """
    }.joined()
  }

  /// Starts the program in `folder`, which gets a file of predictions unless it has one.
  ///
  /// `command` replaces the program itself, for tests of what is around it.
  init(
    in folder: TemporaryFolder, columns: Int = 100, rows: Int = 30, arguments: [String] = [],
    environment: [String: String] = [:], command: [String]? = nil
  ) throws {
    self.folder = folder
    if !FileManager.default.fileExists(atPath: folder.path(of: "run.jsonl")) {
      try folder.write(Self.predictions(), to: "run.jsonl")
    }
    terminal = try TmuxTerminal(
      columns: columns, rows: rows,
      command: command ?? [ProgramRun.program.path, "run.jsonl"] + arguments,
      environment: ProgramRun.environment(in: folder).merging(environment) { $1 },
      workingFolder: folder.path)
  }

  /// Waits for the first screen of a folder, puts the card on it away, and waits for the list.
  func begin() throws {
    try terminal.waitUntil(contains: "any key begins")
    try terminal.press("<Space>")
    _ = try selected { $0 == "case-12" }
  }

  /// Presses the key of a judgement until it counts, which it does not before the prediction was
  /// on the screen for a moment, and waits until the ledger on disk has one more line.
  func judge(_ key: String) throws {
    let before = try ledger().count
    while true {
      try terminal.press(key)
      let screen = try terminal.waitUntil("\(key) is answered") {
        $0.contains("too fast") || ((try? ledger().count) ?? 0) > before
      }
      guard screen.contains("too fast") else { break }
      // Scrolling moves nothing here and takes the notice away.
      try terminal.press("K")
      try terminal.waitUntil("the notice is gone") { !$0.contains("too fast") }
    }
    try terminal.waitUntil(contains: "saved ✓")
  }

  /// The key of the selected prediction, once the list shows one that satisfies a condition.
  func selected(_ condition: (String) -> Bool) throws -> String {
    var key = ""
    try terminal.waitUntil("the selection is another one") { screen in
      guard !screen.contains("any key begins"),
        let line = screen.split(separator: "\n").first(where: { $0.contains("▸ case-") }),
        let mark = line.firstRange(of: "▸ case-")
      else { return false }
      key = "case-" + line[mark.upperBound...].prefix { $0.isNumber }
      return condition(key)
    }
    return key
  }

  /// Leaves the screen, right after a verdict with a second `q`, and returns the exit status.
  func leave() throws -> Int32 {
    try terminal.press("q")
    try terminal.waitUntil("the screen is left or asks") { screen in
      screen.contains("leave") || (try? terminal.isAlternateScreen()) != true
    }
    if try terminal.isAlternateScreen() { try terminal.press("q") }
    return try terminal.waitForExit()
  }

  /// What was printed on the terminal outside of the screen.
  func printed() throws -> String {
    try terminal.scrollback() + terminal.screen()
  }

  /// The lines of ada's ledger on disk.
  func ledger() throws -> [LedgerLine] {
    guard let text = try? folder.read("ledger/ada.jsonl") else { return [] }
    return try LedgerLine.lines(of: text)
  }
}

/// The part of a ledger line that the tests look at.
struct LedgerLine: Decodable {
  struct Item: Decodable {
    let key: String
  }

  struct Review: Decodable {
    struct Upsetting: Decodable {
      let severity: Int
    }

    let verdict: String?
    let upsetting: Upsetting?
    let badTarget: Bool?
    let tags: [String]?
    let comment: String?
  }

  let event: String
  let by: String
  let item: Item?
  let review: Review?
  let of: String?

  static func lines(of text: String) throws -> [LedgerLine] {
    try text.split(separator: "\n").map {
      try JSONDecoder().decode(LedgerLine.self, from: Data($0.utf8))
    }
  }
}
