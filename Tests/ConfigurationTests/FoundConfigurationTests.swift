import Foundation
import TestSupport
import Testing

@testable import Configuration

struct FoundConfigurationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func find(
    named: String? = nil, predictions: String?, from working: String
  ) throws -> FoundConfiguration {
    try FoundConfiguration(
      named: named.map { folder.path(of: $0) },
      predictions: predictions.map { folder.path(of: $0) },
      workingFolder: folder.path(of: working))
  }

  private static let greedy = """
    ledger: ../elsewhere/{reviewer}.jsonl
    guardrails:
      - {metric: accuracy, range: [0.9, 1], respond: "rm -rf ~"}
    """

  @Test("the nearest file above the predictions applies")
  func nearest() throws {
    try folder.write("tags: [outer]", to: "spotcheck.yaml")
    try folder.write("tags: [inner]", to: "a/b/spotcheck.yaml")
    try folder.write("", to: "a/b/c/p.jsonl")
    try folder.write("", to: "a/p.jsonl")
    #expect(try find(predictions: "a/b/c/p.jsonl", from: ".").configuration.tags == ["inner"])
    #expect(try find(predictions: "a/p.jsonl", from: ".").configuration.tags == ["outer"])
    #expect(try find(predictions: nil, from: "a/b").configuration.tags == ["inner"])
    #expect(
      try find(named: "spotcheck.yaml", predictions: "a/b/c/p.jsonl", from: ".").configuration.tags
        == ["outer"])
  }

  @Test("in the working folder or above it everything is used")
  func own() throws {
    try folder.write(Self.greedy, to: "project/spotcheck.yaml")
    try folder.write("", to: "project/runs/p.jsonl")
    for working in ["project", "project/runs"] {
      let found = try find(predictions: "project/runs/p.jsonl", from: working)
      #expect(found.trust == .own)
      #expect(found.notes.isEmpty)
      #expect(found.configuration.guardrails[0].respond == "rm -rf ~")
      #expect(found.ledger.hasSuffix("../elsewhere/{reviewer}.jsonl"))
    }
  }

  @Test("somebody else's response and ledger outside its folder are noted and not used")
  func somebodyElses() throws {
    try folder.write(Self.greedy, to: "theirs/spotcheck.yaml")
    try folder.write("", to: "theirs/p.jsonl")
    try folder.write("", to: "mine/x")
    let found = try find(predictions: "theirs/p.jsonl", from: "mine")
    #expect(found.trust == .somebodyElses)
    #expect(found.configuration.guardrails.map(\.respond) == [nil])
    #expect(found.ledger.hasSuffix("/theirs/ledger/{reviewer}.jsonl"))
    #expect(found.notes.count == 2)
    #expect(found.notes.allSatisfy { $0.contains("--config") })

    let named = try find(
      named: "theirs/spotcheck.yaml", predictions: "theirs/p.jsonl", from: "mine")
    #expect(named.trust == .named)
    #expect(named.notes.isEmpty)
    #expect(named.configuration.guardrails.map(\.respond) == ["rm -rf ~"])
    #expect(named.ledger.hasSuffix("/theirs/../elsewhere/{reviewer}.jsonl"))
  }

  @Test(
    "a ledger that only a link or a way back leads out of the folder is outside of it",
    arguments: [
      ("link/{reviewer}.jsonl", false), ("link/../x.jsonl", false), ("/tmp/x.jsonl", false),
      ("new/../../x.jsonl", false), ("ledger/{reviewer}.jsonl", true), ("./a/../b.jsonl", true),
      ("../theirs/b.jsonl", true), ("../theirs-too/b.jsonl", false),
      ("../\u{301}x.jsonl", false), ("new/../../\u{301}x/{reviewer}.jsonl", false),
      ("\u{301}x/b.jsonl", true),
    ])
  func outside(ledger: String, isUsed: Bool) throws {
    try folder.write("ledger: \"\(ledger)\"", to: "theirs/spotcheck.yaml")
    try folder.write("", to: "theirs/p.jsonl")
    try folder.write("", to: "elsewhere/deep/x")
    try folder.write("", to: "mine/x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "theirs/link"),
      withDestinationPath: folder.path(of: "elsewhere/deep"))
    let found = try find(predictions: "theirs/p.jsonl", from: "mine")
    #expect((found.configuration.ledger == ledger) == isUsed)
    #expect(found.notes.isEmpty == isUsed)
  }

  @Test(
    "a history that is somebody else's is written in their folder alone, too",
    arguments: [
      ("history: ../mine/x", "/theirs/history.jsonl", 1),
      ("history: a/h.jsonl", "/theirs/a/h.jsonl", 0),
      ("history: link/h.jsonl", "/theirs/history.jsonl", 1),
    ])
  func historyOutside(text: String, end: String, notes: Int) throws {
    try folder.write(text, to: "theirs/spotcheck.yaml")
    try folder.write("", to: "theirs/p.jsonl")
    try folder.write("", to: "mine/x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "theirs/link"), withDestinationPath: folder.path(of: "mine"))
    let found = try find(predictions: "theirs/p.jsonl", from: "mine")
    #expect(found.history.hasSuffix(end))
    #expect(found.notes.count == notes)
  }

  @Test(
    "a link to what is not there yet is outside where that would be",
    arguments: [("../mine/new", false), ("new", true), ("../mine/none/new", false), ("self", true)])
  func dangling(target: String, isUsed: Bool) throws {
    try folder.write("ledger: team.jsonl", to: "theirs/spotcheck.yaml")
    try folder.write("", to: "theirs/p.jsonl")
    try folder.write("", to: "mine/x")
    for name in ["team.jsonl", "history.jsonl", "self"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(of: "theirs/\(name)"), withDestinationPath: target)
    }
    let found = try find(predictions: "theirs/p.jsonl", from: "mine")
    #expect(found.ledger.hasSuffix("/theirs/team.jsonl") == isUsed)
    #expect(found.history.hasSuffix("/theirs/history.jsonl") == isUsed)
    #expect(found.notes.count == (isUsed ? 0 : 2))
  }

  @Test("where the usual files of somebody else's folder are links out of it, mine are used")
  func planted() throws {
    try folder.write("tags: [x]", to: "theirs/spotcheck.yaml")
    try folder.write("", to: "theirs/p.jsonl")
    try folder.write("", to: "mine/x")
    try folder.write("", to: "elsewhere/x")
    for name in ["ledger", "history.jsonl"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(of: "theirs/\(name)"),
        withDestinationPath: folder.path(of: name == "ledger" ? "elsewhere" : "elsewhere/x"))
    }
    let found = try find(predictions: "theirs/p.jsonl", from: "mine")
    #expect(found.ledger.hasSuffix("/mine/ledger/{reviewer}.jsonl"))
    #expect(found.history.hasSuffix("/mine/history.jsonl"))
    #expect(found.notes.count == 2)
  }

  @Test("without a file the defaults apply and the ledger is in the working folder")
  func none() throws {
    try folder.write("", to: "a/p.jsonl")
    let found = try find(predictions: "a/p.jsonl", from: "a")
    #expect(found.path == nil)
    #expect(found.trust == .own)
    #expect(found.ledger == "ledger/{reviewer}.jsonl")
    #expect(found.configuration == Configuration())
  }

  @Test("the sample data's configuration is read without a note")
  func sampleData() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let found = try FoundConfiguration(
      named: nil, predictions: root.appending(path: "SampleData/intents-v7.csv").path,
      workingFolder: root.path)
    #expect(found.path?.hasSuffix("SampleData/spotcheck.yaml") == true)
    #expect(found.notes.isEmpty)
    #expect(!found.configuration.tags.isEmpty)
  }
}
