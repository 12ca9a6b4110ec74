import Foundation
import TestSupport
import Testing

/// `spotcheck fields`, run as a program.
@Suite("spotcheck fields")
struct FieldsTests {
  private struct Listing: Decodable {
    struct File: Decodable {
      struct Damage: Decodable, Equatable {
        let row: Int
        let line: Int
        let offset: Int
        let why: String
      }

      struct TierCount: Decodable, Equatable {
        let tier: String
        let count: Int
      }

      let path: String
      let format: String
      let rows: Int
      let damaged: Int
      let damage: [Damage]
      let signal: String?
      let tiers: [TierCount]
    }

    let files: [File]
    let matching: Int?
  }

  private static let rows = """
    {"id":"a","prompt":"one","answer":{"text":"x"},"gold":"x","confidence":0.95}
    {"id":"b","prompt":"two","answer":{"text":"y"},"gold":"z","confidence":0.6}
    {"id":"c","prompt":"cut
    {"id":"d","prompt":"four","answer":{"text":"w"},"gold":"w","confidence":0.3}

    """

  private func listing(_ arguments: [String]) throws -> Listing {
    let folder = try TemporaryFolder()
    try folder.write(Self.rows, to: "run.jsonl")
    let run = try ProgramRun.of(["fields", "--format", "json"] + arguments, in: folder)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    return try JSONDecoder().decode(Listing.self, from: Data(run.output.utf8))
  }

  @Test("rows, damaged rows with their lines, the signal and the tiers are counted")
  func counts() throws {
    let file = try #require(try listing(["run.jsonl"]).files.first)
    #expect(file.path == "run.jsonl")
    #expect(file.format == "jsonl")
    #expect(file.rows == 4)
    #expect(file.damaged == 1)
    #expect(file.damage.map(\.row) == [3])
    #expect(file.damage.map(\.line) == [3])
    #expect(file.damage.map(\.why) == ["string not closed"])
    #expect(file.signal == "confidence")
    #expect(file.tiers.map(\.tier) == ["easy", "ambiguous", "hard", "unrated"])
    #expect(file.tiers.map(\.count) == [1, 1, 1, 1])
  }

  @Test("a query counts what it matches")
  func matching() throws {
    #expect(try listing(["--where", "tier:hard or two", "run.jsonl"]).matching == 2)
  }

  @Test("a field named by hand is taken and said to be")
  func namedField() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.rows, to: "run.jsonl")
    let run = try ProgramRun.of(["fields", "--output", "gold", "run.jsonl"], in: folder)
    #expect(run.output.contains("output") && run.output.contains("gold"))
    #expect(run.status == 0)
  }

  @Test("a damaged file never changes the exit status")
  func allDamaged() throws {
    let folder = try TemporaryFolder()
    try folder.write("{\"a\":1}\n{broken\n{broken\n", to: "run.jsonl")
    let run = try ProgramRun.of(["fields", "run.jsonl"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("2 damaged"))
  }

  @Test("a configuration names fields, and a wrong key in it is an error with its line")
  func configuration() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.rows, to: "runs/run.jsonl")
    try folder.write("fields: {input: gold}\n", to: "spotcheck.yaml")
    let run = try ProgramRun.of(["fields", "runs/run.jsonl"], in: folder)
    #expect(run.status == 0)
    #expect(
      run.output.split(separator: "\n").contains { $0.contains("input") && $0.contains("gold") })
    try folder.write("tiers: {}\nfeilds: {input: gold}\n", to: "spotcheck.yaml")
    let wrong = try ProgramRun.of(["fields", "runs/run.jsonl"], in: folder)
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("line 2: unknown key feilds; the nearest known one is fields"))
  }

  @Test("without a file and without a run, a configuration's pattern is named")
  func withoutFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("runs: predictions/*.jsonl\n", to: "spotcheck.yaml")
    let run = try ProgramRun.of([], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("predictions/*.jsonl"))
  }

  @Test("a pattern of runs that no path could match is refused")
  func longPattern() throws {
    let folder = try TemporaryFolder()
    let pattern = String(repeating: "*/", count: 5_000) + "x"
    try folder.write("runs: \"\(pattern)\"\n", to: "spotcheck.yaml")
    for command in [[], ["due"]] {
      let run = try ProgramRun.of(command, in: folder)
      #expect(run.status == 1)
      #expect(run.errors.contains("longer than 1024 bytes"))
    }
  }
}
