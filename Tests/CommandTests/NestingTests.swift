import TestSupport
import Testing

/// What nests as deep as it may, in a process with a part of the usual stack: nothing that comes
/// from outside decides how deep calls go.
@Suite("Nesting")
struct NestingTests {
  private static let depth = 500

  private static func nested(_ open: String, _ inside: String, _ close: String) -> String {
    String(repeating: open, count: depth) + inside + String(repeating: close, count: depth)
  }

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let lists = nested("[", "\"jane@example.com\"", "]")
    let objects = nested("{\"a\":", "1", "}")
    let chat =
      #"[{"role":"user","content":[{"type":"text","text":"hi"},\#(nested("[", "1", "]"))]}]"#
    let rows = [
      #"{"id":"a","input":\#(lists),"output":"o","target":\#(objects)}"#,
      #"{"id":"b","input":\#(objects),"output":"o","target":\#(lists)}"#,
      #"{"id":"c","input":\#(chat),"output":"o"}"#,
      String(repeating: "[", count: 1_000_000), String(repeating: "{\"a\":", count: 200_000),
    ]
    try folder.write(rows.joined(separator: "\n") + "\n", to: "run.jsonl")
    try folder.write(
      "id,input,output\na,\"\(lists.replacing("\"", with: "\"\""))\",o\n", to: "table.csv")
    try folder.write(#"{"rows":[\#(rows[1])],"more":\#(objects)}"#, to: "document.json")
    return folder
  }

  /// - Parameter stack: in KiB; usual are 8,192.
  private static func run(
    _ arguments: String, in folder: TemporaryFolder, stack: Int = 1_024
  ) throws -> ProgramRun {
    try ProgramRun.ofShell("ulimit -s \(stack); \"$SPOTCHECK\" \(arguments)", in: folder)
  }

  @Test(
    "of rows is walked to its end by every command",
    arguments: [
      "fields", "report", "export --all", "export --all --redact --format json",
      "export --all --format csv", "export --all --format markdown --redact",
      "replay --keys 'rJJJdjrGJ'", "sample --size 1 --dry-run",
    ])
  func rows(command: String) throws {
    let folder = try Self.folder()
    for file in ["run.jsonl", "table.csv", "document.json"] {
      let run = try Self.run("\(command) \(file)", in: folder)
      #expect(run.status == 0, "\(command) \(file): \(run.errors.prefix(500))")
    }
  }

  @Test("of a query is bounded, and answered")
  func query() throws {
    let folder = try Self.folder()
    let deepest = String(repeating: "-(", count: 254) + "id:a" + String(repeating: ")", count: 254)
    let run = try Self.run("export --all --fields key '--where=\(deepest)' run.jsonl", in: folder)
    #expect(run.status == 0)
    #expect(run.output == "{\"key\":\"a\"}\n")
    let deeper = String(repeating: "not ( ", count: 20_000)
    #expect(try Self.run("export --where '\(deeper)' run.jsonl", in: folder).status == 64)
  }

  @Test("of a configuration is bounded", arguments: ["- ", "? ", "[", "{a: ", "- ? ", "a:\n"])
  func configuration(piece: String) throws {
    let folder = try Self.folder()
    for count in [900, 12_000] {
      try folder.write(String(repeating: piece, count: count) + "x\n", to: "spotcheck.yaml")
      // The reader of YAML is not ours, goes a thousand levels deep and no further.
      let run = try Self.run("fields run.jsonl", in: folder, stack: 4_096)
      #expect(run.status == 1)
      #expect(run.errors.contains("spotcheck.yaml"))
    }
  }

  @Test("of a ledger's lines is damage like any other")
  func ledger() throws {
    let folder = try Self.folder()
    let line = #"{"v":1,"more":\#(String(repeating: "[", count: 1_000_000))"# + "\n"
    try folder.write(line, to: "ledger/eve.jsonl")
    let run = try Self.run("ledger verify", in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("eve.jsonl") || run.output.contains("eve.jsonl"))
    #expect(try Self.run("report run.jsonl", in: folder).status == 0)
  }
}
