import TestSupport
import Testing

/// Fields that are named by hand and that no row has, on every command that takes their names.
@Suite("Fields that are named by hand")
struct NamedFieldTests {
  private static let rows = (0..<6).map {
    #"{"id":"r\#($0)","input":"q\#($0)","output":"a","target":"b","region":"\#($0 % 2)","#
      + #""traffic":\#($0),"meta":{"lang":"de"},"chat":[{"role":"user","content":"x"}]}"# + "\n"
  }.joined()

  private func run(
    _ arguments: [String], rows: [String] = [rows], configuration: String? = nil
  ) throws -> ProgramRun {
    let folder = try TemporaryFolder()
    let files = try rows.enumerated().map { number, text in
      try folder.write(text, to: "run-\(number).jsonl")
      return "run-\(number).jsonl"
    }
    if let configuration { try folder.write(configuration, to: "spotcheck.yaml") }
    return try ProgramRun.of(arguments + files, in: folder)
  }

  @Test(
    "one that no row has is refused, with the option, the name and the fields that there are",
    arguments: [
      ["report", "--weight", "trafic"], ["report", "--segments", "regoin"],
      ["report", "--input", "promt"], ["fields", "--output", "outptu"],
      ["sample", "--size", "2", "--target", "gold"], ["agreement", "--id", "nr"],
      ["export", "--input", "promt"], ["replay", "--keys", "j", "--segments", "region,lnag"],
    ])
  func unknown(arguments: [String]) throws {
    let run = try run(arguments)
    #expect(run.status == 64)
    let option = try #require(arguments.last { $0.hasPrefix("--") })
    let name = try #require(arguments.last?.split(separator: ",").last)
    #expect(run.errors.hasPrefix("error: \(option): no row has a field `\(name)`: "))
    let known = "known are id, input, output, target, region, traffic, chat, meta.lang"
    #expect(run.errors.contains(known))
    #expect(run.output.isEmpty)
  }

  @Test("the one that was probably meant is named")
  func guess() throws {
    #expect(try run(["report", "--weight", "trafic"]).errors.contains("did you mean `traffic`?"))
    #expect(try run(["fields", "--segments", "Region"]).errors.contains("did you mean `region`?"))
  }

  @Test("a weight of the configuration is refused as well")
  func configuredWeight() throws {
    let run = try run(["report"], configuration: "weight: trafic\n")
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("error: weight: in spotcheck.yaml: no row has a field `trafic`: "))
  }

  @Test("a field of the configuration, which holds for many files, is only told of")
  func configuredField() throws {
    let run = try run(["report"], configuration: "fields: {target: gold}\n")
    #expect(run.status == 0)
    #expect(run.errors == "note: target: in spotcheck.yaml: no row has a field gold\n")
  }

  @Test("one that only some of several files have is taken")
  func someFiles() throws {
    let other = Self.rows.replacing("region", with: "area").replacing("traffic", with: "visits")
    let run = try run(
      ["report", "--segments", "area", "--weight", "visits"], rows: [Self.rows, other])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("\narea\n"))
  }

  @Test("one that only rows behind the first have is taken, and one that none has is told of")
  func laterRows() throws {
    let last = #"{"id":"z","output":"a","late":"x"}"# + "\n"
    let late = String(repeating: Self.rows, count: 900) + last
    let found = try run(["report", "--segments", "late"], rows: [late])
    #expect(found.status == 0 && found.errors.isEmpty)
    #expect(found.output.contains("\nlate\n"))
    let missing = try run(["report", "--segments", "lte", "--weight", "wieght"], rows: [late])
    #expect(missing.status == 0)
    #expect(
      missing.errors == """
        note: --segments: no row has a field lte
        note: --weight: none of the first rows has a field wieght, check how it is spelt

        """)
  }

  @Test("what lies in a message, and any field of a run without rows, is not refused")
  func unseen() throws {
    let chat = try run(["fields", "--input", "chat[0].content"])
    #expect(chat.status == 0)
    let empty = try run(["report", "--weight", "traffic", "--input", "q"], rows: ["[1,2]\n"])
    #expect(empty.status == 0)
    #expect(empty.errors.isEmpty)
  }
}
