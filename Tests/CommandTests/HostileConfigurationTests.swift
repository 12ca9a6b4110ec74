import Foundation
import TestSupport
import Testing

/// A configuration that came with somebody else's predictions.
@Suite("A hostile configuration")
struct HostileConfigurationTests {
  private static func folder(_ text: String, at path: String = "spotcheck.yaml") throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write(text, to: path)
    let row = #"{"id":"a","input":"p","output":"q","correct":false}"# + "\n"
    try folder.write(row, to: "run.jsonl")
    try folder.write(row, to: "theirs/run.jsonl")
    return folder
  }

  static let broken: [(name: String, text: String, says: String)] = [
    (
      "aliases in aliases",
      (1..<12).reduce("a0: &a0 [x, x, x, x, x, x, x, x, x]\n") { text, level in
        let alias = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
        return text + "a\(level): &a\(level) [\(alias)]\n"
      }, "aliases"
    ),
    ("lists in lists", "tags: " + String(repeating: "[", count: 50_000), "not YAML"),
    ("objects in objects", String(repeating: "{a: ", count: 12_000), "not YAML"),
    (
      "blocks in blocks", (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      "unknown key a"
    ),
    ("a long text", "history: " + String(repeating: "x", count: 70_000), "larger than"),
    ("a key twice", "tags: [a]\ntags: [b]\n", "tags is there twice"),
    ("an itself", "tags: &a [*a]\n", "not YAML"),
    ("a list for a number", "daily: {sample: [1]}", "daily.sample must be"),
    ("a number for an object", "shield: 3", "shield must be"),
    ("an object for a text", "ledger: {a: b}", "ledger must be a text"),
    ("a list for a key", "? [a, b]\n: c", "a key is no text"),
    (
      "a tag that runs", "tags: !!python/object/apply:os.system ['touch ran']\nx: 1",
      "unknown key x"
    ),
    ("a control in a key", "\"\\e]0;title\\a\": 1", "unknown key ␛]0;title␇"),
    ("a text that turns", "\"\\u202Etxt\": 1", "unknown key ⟨U+202E⟩txt"),
    ("bytes that are no text", "tags: [\u{0}]", "not YAML"),
    ("an endless number", "daily: {sample: 1e999}", "daily.sample must be"),
    (
      "a range that turns round", "guardrails: [{metric: accuracy, range: [1, 0]}]", "range must be"
    ),
    ("no number", "shield: {threshold: .nan}", "threshold must be"),
  ]

  @Test("explains what is wrong with it and does nothing", arguments: broken.indices)
  func explained(place: Int) throws {
    let (name, text, says) = Self.broken[place]
    let folder = try Self.folder(text)
    for command in ["fields", "check", "export"] {
      let run = try ProgramRun.of([command, "run.jsonl"], in: folder)
      #expect(run.status == 1, "\(name)")
      #expect(run.output.isEmpty)
      #expect(run.errors.contains(says), "\(name): \(run.errors.prefix(300))")
      #expect(run.errors.utf8.count < 1_000)
      #expect(!run.errors.utf8.dropLast().contains { $0 < 0x20 && $0 != 0x0A })
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "ran")))
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "ledger")))
  }

  @Test("beside a ledger file that is a link has nothing written or read where it leads")
  func linkedLedger() throws {
    let folder = try Self.folder("tags: [x]", at: "theirs/spotcheck.yaml")
    try folder.write("alias x=y\n", to: "home/.bashrc")
    try folder.write("", to: "mine/x")
    try folder.write("", to: "theirs/ledger/lin.jsonl")
    let link = folder.path(of: "theirs/ledger/ada.jsonl")
    for target in ["../../home/.bashrc", "../../home/.profile", "lin.jsonl"] {
      try? FileManager.default.removeItem(atPath: link)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
      for command in ["sample --size 1", "report"] {
        let run = try ProgramRun.ofShell(
          "cd mine && \"$SPOTCHECK\" \(command) --reviewer ada ../theirs/run.jsonl", in: folder)
        #expect(run.status == 1, "\(target): \(command)")
        #expect(run.errors.contains("is a link in somebody else's folder"), "\(run.errors)")
      }
    }
    // Beside a reviewer's own file it is told and left out.
    let lin = try ProgramRun.ofShell(
      "cd mine && \"$SPOTCHECK\" sample --size 1 --reviewer lin ../theirs/run.jsonl", in: folder)
    #expect(lin.status == 0)
    #expect(lin.errors.contains("ada.jsonl: not a regular file, skipped"), "\(lin.errors)")
    #expect(try folder.read("home/.bashrc") == "alias x=y\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "home/.profile")))
    let trusted = try ProgramRun.ofShell(
      "cd mine && \"$SPOTCHECK\" sample --size 1 --reviewer ada --config ../theirs/spotcheck.yaml "
        + "../theirs/run.jsonl", in: folder)
    #expect(trusted.status == 0)
  }

  @Test("of somebody else runs nothing and writes nothing outside of its folder")
  func distrusted() throws {
    let folder = try Self.folder(
      """
      ledger: ../../stolen/{reviewer}.jsonl
      history: ../mine/.profile
      guardrails:
        - {metric: accuracy, range: [0.9, 1], respond: "touch \\"$HOME\\"/ran ran ../ran"}
      tags: ["\\e[2J", "\\u202E", ok]
      keys: {ok: q, quit: o, undo: [z]}
      """, at: "theirs/spotcheck.yaml")
    try folder.write("", to: "mine/.profile")
    try folder.write("", to: "home/x")
    let check = try ProgramRun.ofShell(
      "cd mine && \"$SPOTCHECK\" check --record ../theirs/run.jsonl", in: folder)
    #expect(check.status == 2)
    for note in [
      "the response of accuracy", "the ledger ../../stolen", "the history ../mine/.profile",
    ] {
      #expect(check.errors.contains("note: \(note)"), "\(check.errors)")
    }
    let review = try ProgramRun.ofShell(
      "cd mine && \"$SPOTCHECK\" replay --keys q --ledger l.jsonl ../theirs/run.jsonl", in: folder)
    #expect(review.status == 0)
    #expect(!review.output.contains("\u{1B}") && !review.output.contains("\u{202E}"))
    #expect(try folder.read("mine/.profile").isEmpty)
    for path in ["ran", "home/ran", "theirs/ran", "mine/ran", "stolen", "../stolen"] {
      #expect(!FileManager.default.fileExists(atPath: folder.path(of: path)), "\(path)")
    }
  }
}
