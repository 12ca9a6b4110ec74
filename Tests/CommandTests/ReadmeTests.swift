import Foundation
import TestSupport
import Testing

@testable import Interface

/// The README shows what the program does: its output, its keys, its picture. `SPOTCHECK_RECORD=1`
/// writes all of it anew, and then fails.
@Suite("README.md")
struct ReadmeTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let records = ProcessInfo.processInfo.environment["SPOTCHECK_RECORD"] == "1"

  @Test("everything that README.md shows is what the program shows")
  func isCurrent() throws {
    let file = Self.root.appending(path: "README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let current = try withKeys(withOutputs(text))
    if Self.records { try current.write(to: file, atomically: true, encoding: .utf8) }
    #expect(current == text)
  }

  @Test("the picture is what the program draws")
  func picture() throws {
    let folder = try sampleFolder()
    let arguments = [
      "replay", "support-replies-v7.jsonl", "--ledger", "ledger/ada.jsonl", "--ledger",
      "ledger/lin.jsonl", "--size", "110x32", "--color", "always", "--keys", "<Space><Tab><Tab>jj",
      "--format", "svg",
    ]
    let run = try ProgramRun.of(arguments, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let file = Self.root.appending(path: ".github/review.svg")
    let known = try? String(contentsOf: file, encoding: .utf8)
    if Self.records { try run.output.write(to: file, atomically: true, encoding: .utf8) }
    #expect(run.output == known)
  }

  /// The text with each `console` block's commands run and what they print behind them.
  private func withOutputs(_ text: String) throws -> String {
    let folder = try sampleFolder()
    var lines: [Substring] = []
    var isConsole = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
      } else if isConsole {
        guard line.hasPrefix("$ ") else { continue }
        lines.append(line)
        lines += try output(of: String(line.dropFirst(2)), in: folder)
        continue
      }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  private func output(of command: String, in folder: TemporaryFolder) throws -> [Substring] {
    let path = ProgramRun.program.deletingLastPathComponent().path
    let run = try ProgramRun.ofShell("PATH=\(path):$PATH; \(command)", in: folder)
    #expect(run.status == 0, "\(command): \(run.errors)")
    // CSV ends its lines with CR LF, which is one character.
    return run.output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .dropLast()
  }

  /// The text with the table of keys between its marks.
  private func withKeys(_ text: String) throws -> String {
    let start = try #require(text.range(of: "<!-- keys -->\n"))
    let end = try #require(text.range(of: "<!-- /keys -->"))
    var table = "| key | does | name |\n|---|---|---|\n"
    for entry in KeyTable.entries {
      let keys = entry.keys.map { "`\($0.name)`" }.joined(separator: " ")
      table += "| \(keys) | \(entry.help) | `\(entry.action.rawValue)` |\n"
    }
    return text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: table)
  }

  private func sampleFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let samples = Self.root.appending(path: "SampleData")
    for name in [
      "support-replies-v7.jsonl", "intents-v7.csv", "spotcheck.yaml", "ledger/ada.jsonl",
      "ledger/lin.jsonl",
    ] {
      try folder.write(Data(contentsOf: samples.appending(path: name)), to: name)
    }
    return folder
  }
}
