import Foundation
import TestSupport
import Testing

/// `spotcheck review --sample`, and `spotcheck` without a file, run as programs.
@Suite("Reviewing a draw")
struct DrawReviewTests {
  private static let settings = """
    runs: predictions/*.jsonl
    daily: {sample: 5, overlap: 0.2}

    """

  private func draws(_ ledger: String) -> [Substring] {
    ledger.split(separator: "\n").filter { $0.contains(#""event":"draw""#) }
  }

  @Test("a sitting with a draw records it, and the next one goes on where it stopped")
  func resuming() throws {
    let folder = try TemporaryFolder()
    try folder.write(ScreenSitting.predictions(), to: "run.jsonl")
    let arguments = ["--sample", "5", "--ledger", "team.jsonl", "run.jsonl"]
    let first = try ProgramRun.of(["replay", "--keys", "ow"] + arguments, in: folder)
    #expect(first.status == 0)
    #expect(first.output.contains("draw · 3 of 5"))
    let second = try ProgramRun.of(["replay"] + arguments, in: folder)
    #expect(second.output.contains("draw · 3 of 5"))
    #expect(second.output.contains("the draw continues: 2 of 5 judged"))
    let ledger = try folder.read("team.jsonl")
    #expect(draws(ledger).count == 1)
    #expect(ledger.contains(#""position":2"#))
    let sample = try ProgramRun.of(
      ["sample", "--size", "5", "--ledger", "team.jsonl", "run.jsonl"], in: folder)
    #expect(sample.output.contains("made before"))
  }

  @Test(
    "what a draw cannot be made of is said before the screen is taken",
    arguments: [
      (["--sample", "5", "--where", "verdict:wrong"], "the query asks about reviews"),
      (["--sample", "0"], "draw one at least"),
      (["--sample", "5", "--tier", "hard"], "--where tier:hard"),
    ])
  func refusals(_ arguments: [String], _ words: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(ScreenSitting.predictions(), to: "run.jsonl")
    let run = try ProgramRun.of(["review"] + arguments + ["run.jsonl"], in: folder)
    #expect(run.status == 64)
    #expect(run.errors.contains(words))
  }

  @Test("without a file the newest of the configured runs is opened with today's draw")
  func daily() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.settings, to: "spotcheck.yaml")
    for (name, age) in [("b-old", 3_600.0), ("a-new", 60)] {
      let path = try folder.write(
        ScreenSitting.predictions(), to: "predictions/\(name).jsonl")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: path)
    }
    let sitting = try ScreenSitting(in: folder, command: [ProgramRun.program.path])
    try sitting.terminal.waitUntil(contains: "any key begins")
    try sitting.terminal.press("<Space>")
    let screen = try sitting.terminal.waitUntil(contains: "draw · 1 of 5")
    #expect(screen.contains("a-new.jsonl"))
    try sitting.judge("o")
    #expect(draws(try folder.read("ledger/ada.jsonl")).count == 1)
    #expect(try folder.read("ledger/ada.jsonl").contains(#""run":"a-new""#))
    #expect(try sitting.leave() == 0)
  }

  @Test("a configuration whose runs are nowhere is told what it looked for")
  func noRun() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.settings, to: "spotcheck.yaml")
    let none = try ProgramRun.of([], in: folder)
    #expect(none.status == 1)
    #expect(none.errors.contains("no file is as `runs` in"))
    #expect(none.errors.contains("predictions/*.jsonl"))
    try folder.write("daily: {sample: 5}\n", to: "spotcheck.yaml")
    let unsaid = try ProgramRun.of([], in: folder)
    #expect(unsaid.status == 64)
    #expect(unsaid.errors.contains("name the file to review"))
  }

  @Test(
    "a draw larger than anything is refused, or is one of everything",
    arguments: ["4611686018427387904", "9223372036854775807"])
  func enormous(size: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(ScreenSitting.predictions(), to: "run.jsonl")
    let run = try ProgramRun.of(["sample", "--size", size, "run.jsonl"], in: folder)
    #expect(run.errors.contains("there are 12 to draw"))
    let screen = try ProgramRun.of(
      ["replay", "--sample", size, "--ledger", "team.jsonl", "run.jsonl"], in: folder)
    #expect(screen.status == 0, "\(screen.errors)")
  }
}
