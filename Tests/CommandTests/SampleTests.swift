import Foundation
import TestSupport
import Testing

/// `spotcheck sample`, run as a program.
@Suite("spotcheck sample")
struct SampleTests {
  private struct Listing: Decodable, Equatable {
    struct Stratum: Decodable, Equatable {
      let name: String
      let population: Int
      let take: Int
    }

    struct Item: Decodable, Equatable {
      let key: String
      let file: String
      let content: String
      let stratum: String
      let position: Int
    }

    let draw: String
    let seed: String
    let run: String?
    let planned: Int
    let news: String
    let written: Bool
    let strata: [Stratum]
    let items: [Item]
  }

  private static func rows(_ numbers: some Sequence<Int>) -> String {
    numbers.map { number in
      let confidence = [0.95, 0.7, 0.95, 0.3][number % 4]
      return #"{"id":"r\#(number)","input":"secret \#(number)","output":"a","run":"v7","#
        + #""confidence":\#(confidence)}"# + "\n"
    }.joined()
  }

  private func folder(_ numbers: Range<Int> = 0..<200) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.rows(numbers), to: "run.jsonl")
    return folder
  }

  private func sample(
    _ arguments: [String], in folder: TemporaryFolder
  ) throws -> Listing {
    let run = try ProgramRun.of(["sample", "--format", "json"] + arguments, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(Listing.self, from: Data(run.output.utf8))
  }

  private func draws(in folder: TemporaryFolder) throws -> [String] {
    try folder.read("ledger/ada.jsonl").split(separator: "\n").map(String.init)
  }

  @Test("a draw is recorded in the ledger, and a larger one extends it under the same name")
  func extending() throws {
    let folder = try folder()
    let first = try sample(["--size", "10", "run.jsonl"], in: folder)
    #expect(first.items.count == 10)
    #expect(first.seed.hasPrefix("v7 20"))
    let second = try sample(["--size", "20", "run.jsonl"], in: folder)
    #expect(second.draw == first.draw)
    #expect(second.news == "extended")
    #expect(Array(second.items.prefix(10)) == first.items)
    let third = try sample(["--size", "15", "run.jsonl"], in: folder)
    #expect(!third.written)
    #expect(third.items == second.items)
    let lines = try draws(in: folder)
    #expect(lines.count == 2)
    #expect(lines[0].contains(#""draw":{"id":"\#(first.draw)","planned":10,"run":"v7""#))
    #expect(lines[1].contains(#""planned":20"#))
  }

  @Test("the listing shows names and digests, and no text")
  func noTexts() throws {
    let run = try ProgramRun.of(["sample", "--size", "3", "run.jsonl"], in: folder())
    #expect(run.output.contains("all: 3 of 200"))
    #expect(run.output.contains("run.jsonl  sha256:"))
    #expect(!run.output.contains("secret"))
  }

  @Test("a dry run prints the draw and writes nothing")
  func dryRun() throws {
    let folder = try folder()
    let listing = try sample(["--dry-run", "run.jsonl"], in: folder)
    #expect(listing.items.count == 30)
    #expect(!listing.written)
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "ledger")))
  }

  @Test("the order of rows and files changes nothing about a draw")
  func order() throws {
    let one = try folder()
    let other = try TemporaryFolder()
    try other.write(Self.rows((120..<200).reversed()), to: "b.jsonl")
    try other.write(Self.rows((0..<120).shuffled()), to: "a.jsonl")
    let size = ["--seed", "monday", "--size", "70"]
    let expected = try sample(size + ["run.jsonl"], in: one)
    let found = try sample(size + ["b.jsonl", "a.jsonl"], in: other)
    #expect(found.draw == expected.draw)
    #expect(found.strata == expected.strata)
    #expect(found.items.map(\.content) == expected.items.map(\.content))
  }

  @Test("parts of shards, merged, make the draw of the whole", arguments: [12, 70])
  func merging(size: Int) throws {
    let draw = ["--seed", "monday", "--size", "\(size)"]
    let whole = try sample(draw + ["run.jsonl"], in: folder())
    let folder = try TemporaryFolder()
    // The first shard lacks the tier in the middle, which must not end up last.
    try folder.write(Self.rows((0..<80).filter { $0 % 4 != 1 }), to: "a.jsonl")
    try folder.write(Self.rows(Array(80..<200) + (0..<80).filter { $0 % 4 == 1 }), to: "b.jsonl")
    let command = ["a", "b"].map {
      "\"$SPOTCHECK\" sample --part \(draw.joined(separator: " ")) \($0).jsonl > \($0).json"
    }
    #expect(try ProgramRun.ofShell(command.joined(separator: " && "), in: folder).status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "ledger")))
    let merged = try sample(["--merge"] + draw + ["a.json", "b.json"], in: folder)
    #expect(merged.draw == whole.draw)
    #expect(merged.strata == whole.strata)
    #expect(merged.items.map(\.content) == whole.items.map(\.content))
    #expect(merged.items.map(\.key) == whole.items.map(\.key))
    #expect(try draws(in: folder).count == 1)
    // Each shard by itself knows what of it was drawn, and cannot extend the draw.
    let shards = try ["a.jsonl", "b.jsonl"].map { try sample(["--size", "5", $0], in: folder) }
    #expect(shards.allSatisfy { !$0.items.isEmpty && $0.draw == whole.draw })
    #expect(Set(shards.flatMap(\.items).map(\.key)) == Set(whole.items.map(\.key)))
    #expect(shards.reduce(0) { $0 + $1.items.count } == size)
    let more = try ProgramRun.of(["sample", "--size", "75", "a.jsonl"], in: folder)
    #expect(more.status == 1)
    #expect(more.errors.contains("the draw was made of 200 predictions and 60 are here"))
  }

  @Test("parts that do not belong together, hold too little or are none are refused")
  func badParts() throws {
    let folder = try folder()
    let shell = """
      "$SPOTCHECK" sample --part --size 5 --seed a run.jsonl > a.json
      "$SPOTCHECK" sample --part --size 5 --seed b run.jsonl > b.json
      """
    #expect(try ProgramRun.ofShell(shell, in: folder).status == 0)
    for (arguments, words) in [
      (["--size", "5", "a.json", "b.json"], "b.json was made with the seed “b”, not “a”"),
      (["--size", "6", "a.json"], "the parts hold 5 of a tier at most"),
      (["--size", "5", "run.jsonl"], "run.jsonl is no output of `sample --part`"),
      (["--size", "5", "nosuch.json"], "cannot read nosuch.json"),
    ] {
      let run = try ProgramRun.of(["sample", "--merge"] + arguments, in: folder)
      #expect(run.status == 1)
      #expect(run.errors.contains(words))
      #expect(run.output.isEmpty)
    }
  }

  @Test(
    "what cannot be drawn is said",
    arguments: [
      (["--size", "201", "run.jsonl"], 1, "201 were asked for and there are 200 to draw"),
      (["--where", "unreviewed", "run.jsonl"], 64, "the query asks about reviews"),
      (["--where", "input:nothing", "run.jsonl"], 1, "there is no prediction to draw"),
      (["--size", "0", "run.jsonl"], 64, "draw one at least"),
      (["--merge", "--allocation", "neyman", "run.jsonl"], 64, "parts do not hold"),
      (["--allocation", "fair", "run.jsonl"], 64, "fair"),
      (["--size", "5", "--ledger", "run.jsonl/x", "run.jsonl"], 1, "run.jsonl/x"),
    ])
  func errors(_ arguments: [String], _ status: Int, _ words: String) throws {
    let run = try ProgramRun.of(["sample"] + arguments, in: folder())
    #expect(Int(run.status) == status)
    #expect(run.errors.contains(words))
    #expect(run.output.isEmpty)
  }

  @Test("a draw that the ledger did not take is an error", .enabled(if: hasProc))
  func unwritten() throws {
    // Where nobody can make a file, not even root.
    let run = try ProgramRun.of(
      ["sample", "--size", "5", "--ledger", "/proc/draws.jsonl", "run.jsonl"], in: folder())
    #expect(run.status == 1)
    #expect(run.errors.contains("not in /proc/draws.jsonl"))
    #expect(run.output.isEmpty)
  }

  private static let hasProc = FileManager.default.fileExists(atPath: "/proc/self")
}
