import Foundation
import TestSupport
import Testing

/// What `spotcheck check` runs where a guardrail was left, whatever becomes of that.
@Suite("Responses")
struct ResponseTests {
  private struct Report: Decodable {
    struct Response: Decodable {
      let command: String
      let ending: String
      let status: Int?
      let output: String
      let printed: Int
    }

    struct Line: Decodable {
      let state: String
      let response: Response?
    }

    let guardrails: [Line]
  }

  private static func guardrail(_ command: String) -> String {
    let quoted = command.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return #"metric: accuracy, range: [0.9, 1], respond: "\#(quoted)""#
  }

  /// Runs the check with one response, which has more seconds than it ever needs to end by itself.
  private func respond(
    _ command: String, in folder: TemporaryFolder? = nil, within seconds: Int = 60
  ) throws -> (Report.Response, ProgramRun) {
    let folder = try folder ?? CheckedFolder.make([Self.guardrail(command)])
    let run = try ProgramRun.of(
      ["check", "--format", "json", "--respond-within", "\(seconds)", "run.jsonl"], in: folder)
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    #expect(run.status == 2)
    return (try #require(report.guardrails.first?.response), run)
  }

  @Test("the facts are JSON on standard input, and an incident stands in the history")
  func facts() throws {
    let command = "cat > facts.json; pwd > place"
    let folder = try CheckedFolder.make([Self.guardrail(command)])
    let (response, run) = try respond(command, in: folder)
    #expect(response.ending == "exited" && response.status == 0)
    #expect(run.errors.isEmpty)
    let facts = try folder.read("facts.json")
    #expect(facts.hasSuffix("}\n"))
    #expect(facts.contains(#""metric":"accuracy""#) && facts.contains(#""state":"left""#))
    #expect(facts.contains(#""by":"ada""#) && facts.contains(#""files":["run.jsonl"]"#))
    #expect(!facts.contains("question"))
    let history = try folder.read("history.jsonl").split(separator: "\n")
    #expect(history.count == 1)
    #expect(history[0].contains(#""event":"incident""#))
    #expect(history[0].contains(#""response":{"command":"cat > facts.json; pwd > place""#))
  }

  @Test(
    "a response that fails is reported and changes nothing about the status",
    arguments: [
      ("exit 3", "exited", 3, "failed with status 3"),
      ("nosuchcommand", "exited", 127, "failed with status 127"),
      ("kill -9 $$", "signalled", 9, "was ended by signal 9"),
      ("exec 0<&-; exit 4", "exited", 4, "failed with status 4"),
    ])
  func failing(_ command: String, ending: String, status: Int, words: String) throws {
    let (response, run) = try respond(command)
    #expect(response.ending == ending && response.status == status)
    #expect(run.errors.contains(words))
  }

  @Test(
    "a response that hangs is stopped with all that it started",
    arguments: [
      "sleep 7101", "trap '' TERM; sleep 7102; sleep 7102", "sleep 7103 & sleep 7103",
      "trap '' TERM HUP INT; while :; do sleep 7104; done", "kill -STOP $$; sleep 7105",
    ])
  func hanging(_ command: String) throws {
    let folder = try CheckedFolder.make([Self.guardrail(command)])
    let (response, run) = try respond(command, in: folder, within: 1)
    #expect(response.ending == "stopped")
    #expect(run.errors.contains("did not end within 1 s and was stopped"))
    for number in 7101...7105 where command.contains("\(number)") {
      #expect(try CheckedFolder.isGone("\(number)", in: folder))
    }
  }

  @Test(
    "who ends the check ends the response with it, unless the signal is ignored",
    arguments: [
      ("TERM", "", 143, 60, "7121"), ("HUP", "", 129, 60, "7122"),
      ("HUP", "trap '' HUP; ", 2, 1, "7123"),
    ])
  func interrupted(
    signal: String, before: String, status: Int, limit: Int, seconds: String
  ) throws {
    let folder = try CheckedFolder.make([Self.guardrail("echo > ready; sleep \(seconds)")])
    let run = try ProgramRun.ofShell(
      before + "mkfifo ready; $SPOTCHECK check --respond-within \(limit) run.jsonl & check=$!; "
        + "read line < ready; kill -\(signal) $check; wait $check", in: folder)
    #expect(run.status == status)
    #expect(run.output.contains("it left that range") == (status == 2))
    #expect(try CheckedFolder.isGone(seconds, in: folder))
  }

  @Test("what a response leaves running in the background is stopped at the same time")
  func background() throws {
    let command = "sleep 7111 & echo started"
    let folder = try CheckedFolder.make([Self.guardrail(command)])
    let (response, _) = try respond(command, in: folder, within: 5)
    #expect(response.ending == "exited" && response.status == 0)
    #expect(response.output == "started\n")
    #expect(try CheckedFolder.isGone("7111", in: folder))
  }

  @Test(
    "of what a response prints little is kept, however much it is",
    arguments: [("yes", 1), ("yes >&2", 1), ("head -c 100000000 /dev/zero", 60)])
  func printing(_ command: String, within seconds: Int) throws {
    let (response, run) = try respond(command, within: seconds)
    #expect(response.printed > 1_000_000)
    #expect(response.output.utf8.count <= 4096)
    #expect(run.output.utf8.count < 40_000)
    #expect(run.errors.utf8.count < 1000)
  }

  @Test("a pipe in a response breaks as in any shell")
  func brokenPipe() throws {
    let (response, _) = try respond("yes | head -n 1")
    #expect(response.output == "y\n" && response.ending == "exited")
  }

  @Test("every guardrail that was left runs its response, also the same one twice")
  func several() throws {
    let command = "echo run >> runs"
    let folder = try CheckedFolder.make([
      Self.guardrail(command), Self.guardrail(command),
      #"metric: accuracy, range: [0, 1], respond: "echo never >> runs""#,
    ])
    #expect(try ProgramRun.of(["check", "run.jsonl"], in: folder).status == 2)
    #expect(try folder.read("runs") == "run\nrun\n")
    let quiet = try ProgramRun.of(["check", "--no-respond", "run.jsonl"], in: folder)
    #expect(quiet.status == 2)
    #expect(try folder.read("runs") == "run\nrun\n")
  }

  @Test("the response of somebody else's configuration is not run, unless it is named")
  func somebodyElses() throws {
    let theirs = try CheckedFolder.make([Self.guardrail("touch ran")])
    let mine = try TemporaryFolder()
    let file = theirs.path(of: "run.jsonl")
    let run = try ProgramRun.of(["check", file], in: mine)
    #expect(run.status == 2)
    #expect(run.errors.contains("touch ran, is somebody else's and not run; --config"))
    #expect(!FileManager.default.fileExists(atPath: theirs.path(of: "ran")))
    let named = try ProgramRun.of(
      ["check", "--config", theirs.path(of: "spotcheck.yaml"), file], in: mine)
    #expect(named.status == 2)
    #expect(FileManager.default.fileExists(atPath: theirs.path(of: "ran")))
  }

  @Test("a person reads what a response said, a few lines and nothing that a terminal obeys")
  func said() throws {
    let command = #"printf 'one\n\033[31mtwo\n'; seq 100"#
    let folder = try CheckedFolder.make([Self.guardrail(command)])
    let run = try ProgramRun.of(["check", "run.jsonl"], in: folder)
    #expect(run.output.contains("           | one\n"))
    #expect(run.output.contains("bytes in all"))
    #expect(!run.output.contains("99"))
  }
}
