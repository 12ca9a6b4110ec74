import Foundation
import TestSupport
import Testing

/// Commands over standard input and compressed files.
@Suite("Commands over streams")
struct StreamCommandTests {
  private static let programs = ["gzip", "zstd", "xz", "bzip2"].filter { name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }

  private static func endings(of program: String) -> String {
    ["gzip": "gz", "zstd": "zst", "bzip2": "bz2"][program] ?? program
  }

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      (1...500).map { #"{"id":"r\#($0)","input":"q\#($0)","output":"a","target":"a"}"# + "\n" }
        .joined(), to: "run.jsonl")
  }

  private func shell(_ line: String, _ environment: [String: String] = [:]) throws -> ProgramRun {
    try ProgramRun.ofShell(line, in: folder, environment: environment)
  }

  @Test("a report over standard input is that over the file, however it comes")
  func standardInput() throws {
    let expected = try shell("$SPOTCHECK report --format json run.jsonl").output
    for line in [
      "cat run.jsonl | $SPOTCHECK report --format json -",
      "$SPOTCHECK report --format json - < run.jsonl",
      "{ head -c 1000 run.jsonl; tail -c +1001 run.jsonl; } | $SPOTCHECK report --format json -",
    ] {
      let run = try shell(line)
      #expect(run.output == expected, "\(line)")
      #expect(run.errors.isEmpty)
      #expect(run.status == 0)
    }
  }

  @Test("one row on standard input is a row")
  func oneRow() throws {
    let run = try shell("head -1 run.jsonl | $SPOTCHECK report -")
    #expect(run.output.hasPrefix("1 predictions"))
  }

  @Test("a document and a table come by standard input as well")
  func otherFormats() throws {
    let document = try shell(
      #"printf '{"meta":1,"results":[{"id":1,"output":"a"},{"id":2}]}' | $SPOTCHECK fields -"#)
    #expect(document.output.hasPrefix("stdin · json · 2 rows"))
    let table = try shell(#"printf 'id,input,output\n1,a,"b\nc"\n' | $SPOTCHECK fields -"#)
    #expect(table.output.hasPrefix("stdin · csv · 1 row"))
  }

  @Test("an export of standard input says stdin")
  func export() throws {
    let run = try shell("cat run.jsonl | $SPOTCHECK export --all --fields key,file,run - | head -1")
    #expect(run.output == #"{"key":"r1","file":"stdin","run":"stdin"}"# + "\n")
  }

  @Test("a compressed file is read as what is in it, under its own name", arguments: programs)
  func compressed(program: String) throws {
    let file = "run.jsonl.\(Self.endings(of: program))"
    let expected = try shell("$SPOTCHECK report --format json run.jsonl").output
    #expect(try shell("\(program) -c run.jsonl > \(file)").status == 0)
    #expect(try shell("$SPOTCHECK report --format json \(file)").output == expected)
    #expect(try shell("cat \(file) | $SPOTCHECK report --format json -").output == expected)
    let unnamed = try shell("cp \(file) run; $SPOTCHECK report --format json run")
    #expect(unnamed.output == expected)
    let row = try shell("$SPOTCHECK export --all --fields key,file,run \(file) | head -1").output
    #expect(row == #"{"key":"r1","file":"\#(file)","run":"run"}"# + "\n")
  }

  @Test(
    "more compressed shards than files may be open are read like the shards themselves",
    .enabled(if: programs.contains("gzip"), "gzip is not installed"))
  func manyCompressed() throws {
    for shard in 0..<200 {
      try folder.write(
        (1...3).map { #"{"id":"\#(shard)-\#($0)","output":"a","target":"a"}"# + "\n" }.joined(),
        to: "part-\(shard).jsonl")
    }
    #expect(try shell("mkdir zipped && cp part-* zipped && gzip zipped/*").status == 0)
    let expected = try shell("$SPOTCHECK report --format json part-*.jsonl").output
    let run = try shell("ulimit -n 64; $SPOTCHECK report --format json zipped/*.gz")
    #expect(run.output == expected)
    #expect(run.errors.isEmpty)
    let screen = try shell(
      "ulimit -n 64; $SPOTCHECK replay zipped/*.gz --keys 'G' --size 100x30 --no-cache")
    #expect(screen.output.contains("600 predictions"))
    #expect(screen.output.contains("output  a"))
  }

  @Test("an empty file among others is told, and an error by itself")
  func emptyShard() throws {
    try folder.write("\n", to: "empty.jsonl")
    let expected = try shell("$SPOTCHECK report run.jsonl").output
    let run = try shell("$SPOTCHECK report run.jsonl empty.jsonl")
    #expect(run.output == expected)
    #expect(run.errors == "note: empty.jsonl holds no rows\n")
    #expect(run.status == 0)
    #expect(try shell("$SPOTCHECK report empty.jsonl").status == 1)
  }

  @Test("what is kept of a stream is gone when the program ends")
  func spoolIsGone() throws {
    let run = try shell(
      "cat run.jsonl | $SPOTCHECK report - > report; ls -lnA cache/spotcheck/spool",
      ["XDG_CACHE_HOME": folder.path(of: "cache")])
    #expect(run.output.split(separator: "\n") == ["total 0"])
  }

  @Test(
    "a cut archive shows what came before, and says that it was cut",
    .enabled(if: programs.contains("gzip"), "gzip is not installed"))
  func cut() throws {
    let run = try shell(
      "gzip -c run.jsonl | head -c 1500 > cut.jsonl.gz; $SPOTCHECK report cut.jsonl.gz")
    #expect(run.status == 0)
    #expect(run.output.contains("predictions"))
    #expect(run.errors.contains("note: cut.jsonl.gz is damaged or cut"))
    #expect(run.errors.contains("unexpected end of file"))
    let listing = try shell("$SPOTCHECK fields cut.jsonl.gz").output
    #expect(listing.contains("cut.jsonl.gz is damaged or cut"))
  }

  @Test("a machine without the program is told its package")
  func noProgram() throws {
    try folder.write(Data([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0, 0]), to: "run.jsonl.xz")
    let run = try shell("$SPOTCHECK report run.jsonl.xz", ["PATH": folder.path])
    #expect(run.status == 1)
    #expect(run.errors.contains("this machine has no xz: install the package xz-utils"))
  }

  @Test("a full disk keeps what was there, and says so")
  func fullDisk() throws {
    // A limit of the file size stands for the disk: the spool may not grow beyond it.
    let run = try shell(
      "trap '' XFSZ; ulimit -f 16; cat run.jsonl | $SPOTCHECK report -",
      ["XDG_CACHE_HOME": folder.path(of: "cache")])
    #expect(run.status == 0)
    #expect(run.output.contains("predictions"))
    #expect(run.errors.contains("note: stdin could be kept up to byte"))
    #expect(run.errors.contains("cache/spotcheck/spool; make room there"))
  }

  @Test("without a folder to keep a stream in the sentence says what to set")
  func noFolder() throws {
    let run = try shell("cat run.jsonl | $SPOTCHECK report -", ["HOME": "", "XDG_CACHE_HOME": ""])
    #expect(run.status == 1)
    #expect(run.errors.contains("set XDG_CACHE_HOME"))
  }

  @Test("a stream of nothing holds no predictions")
  func nothing() throws {
    let run = try shell("$SPOTCHECK report - < /dev/null")
    #expect(run.status == 1)
    #expect(run.errors == "error: no predictions in stdin\n")
  }
}
