import Foundation
import Predictions
import TestSupport
import Testing

@testable import Reviewing

struct LedgerVerificationTests {
  let folder: TemporaryFolder
  /// The lines of one shared file by three writers who took turns.
  let lines: [String]

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.path(of: "reviews.jsonl")
    let ledgers = try ["ada", "lin", "ada"].map { reviewer in
      try Ledger.open(
        LedgerLocation(written: path), reviewer: reviewer, clock: Samples.clock())
    }
    for turn in 0..<4 {
      for ledger in ledgers {
        ledger.append(Samples.draft("item \(turn)", .ok))
        ledger.waitUntilSettled()
      }
    }
    for ledger in ledgers { ledger.close() }
    lines = try folder.read("reviews.jsonl").split(separator: "\n").map(String.init)
  }

  private func verify(
    _ lines: [String], expectedHeads: [String] = []
  ) throws -> LedgerVerification {
    let path = try folder.write(lines.map { $0 + "\n" }.joined(), to: "mutated.jsonl")
    return try LedgerVerification.verify([path], expectedHeads: expectedHeads)
  }

  /// Lines that are not their writer's newest.
  private var covered: Range<Int> { 0..<lines.count - 3 }

  @Test("an untouched ledger is intact and names a head per writer")
  func intact() throws {
    let report = try verify(lines)
    #expect(report.isIntact)
    #expect(report.findings.isEmpty)
    #expect(report.files.map(\.events) == [12])
    #expect(
      Set(report.heads.map(\.digest))
        == Set(lines.suffix(3).map { ContentDigest(of: $0.utf8).text }))
  }

  @Test("the first line that leaves later events no number is named")
  func highestNumber() throws {
    let forged = lines.suffix(2).map { line in
      line.replacing(/"seq":[0-9]+/, with: "\"seq\":\(LedgerEvent.highestSeq)")
    }
    let report = try verify(lines.dropLast(2) + forged)
    #expect(report.findings.map(\.kind) == [.highestNumber])
    #expect(report.findings.map(\.line) == [11])
    #expect(!report.isIntact)
  }

  @Test("a merge into a link goes to the file that it leads to, whose permissions stay")
  func mergeIntoLink() throws {
    let team = try folder.write(lines.prefix(6).map { $0 + "\n" }.joined(), to: "shared/team.jsonl")
    let other = try folder.write(lines.suffix(6).map { $0 + "\n" }.joined(), to: "other.jsonl")
    #expect(chmod(team, 0o640) == 0)
    let link = folder.path(of: "link.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "shared/team.jsonl")
    try LedgerMerge.merge([link, other], into: link)
    #expect(try folder.read("shared/team.jsonl").split(separator: "\n").count == 12)
    let attributes = try FileManager.default.attributesOfItem(atPath: team)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "shared/team.jsonl")
  }

  @Test("every change of a byte of a covered line is found")
  func changedBytes() throws {
    for index in covered {
      var bytes = Array(lines[index].utf8)
      for place in stride(from: index % 19, to: bytes.count, by: 19) {
        let before = bytes[place]
        bytes[place] = before == 0x30 ? 0x31 : 0x30
        var mutated = lines
        mutated[index] = String(decoding: bytes, as: UTF8.self)
        #expect(try !verify(mutated).isIntact, "line \(index), byte \(place)")
        bytes[place] = before
      }
    }
  }

  @Test("every removed, doubled or moved covered line is found")
  func movedLines() throws {
    for index in covered {
      var removed = lines
      removed.remove(at: index)
      #expect(try verify(removed).findings.contains { $0.kind == .missingPrev })
      var doubled = lines
      doubled.append(lines[index])
      #expect(
        try verify(doubled).findings.contains {
          if case .repeatedID = $0.kind { true } else { false }
        })
      var swapped = lines
      swapped.swapAt(index, index + 3)
      #expect(try verify(swapped).findings.contains { $0.kind == .beforeItsPrev })
      var changedEnds = lines
      changedEnds[index] += "\r"
      #expect(try !verify(changedEnds).isIntact)
    }
  }

  @Test("a spliced or rewritten line is found")
  func splices() throws {
    for index in covered {
      var reader = LedgerLineReader(.whole)
      var event = try Array(lines[index].utf8).withUnsafeBytes { try reader.read($0) }
      event.id = EventID(high: event.id.high, low: event.id.low ^ 1)
      if event.prev != nil {
        var forked = lines
        forked.insert(event.line, at: index + 1)
        #expect(
          try verify(forked).findings.contains {
            if case .sharedPrev(event.writer, _) = $0.kind { true } else { false }
          })
      }
      event.prev = nil
      #expect(try verify(lines + [event.line]).findings.map(\.kind) == [.secondRoot])
      event.prev = ContentDigest(of: Array("elsewhere".utf8)).text
      #expect(try verify(lines + [event.line]).findings.map(\.kind) == [.missingPrev])
      event.prev = "yesterday"
      #expect(try verify(lines + [event.line]).findings.map(\.kind) == [.missingPrev])
    }
  }

  @Test("the newest lines are covered once their hash was printed")
  func expectedHeads() throws {
    let heads = try verify(lines).heads.map(\.digest)
    #expect(try verify(lines, expectedHeads: heads).isIntact)
    let cut = Array(lines.dropLast())
    #expect(try verify(cut).isIntact)
    let report = try verify(cut, expectedHeads: heads)
    #expect(!report.isIntact)
    #expect(report.missingHeads == [ContentDigest(of: lines[11].utf8).text])
    let older = ContentDigest(of: lines[4].utf8).text
    #expect(try verify(lines, expectedHeads: [older]).isIntact)
    #expect(try !verify(lines, expectedHeads: ["sha256:0"]).isIntact)
  }

  @Test("an end that a crash cut off is reported, and is no tampering; damage in the middle is")
  func damage() throws {
    let text = lines.map { $0 + "\n" }.joined() + lines[0].prefix(30)
    let path = try folder.write(text, to: "torn.jsonl")
    let torn = try LedgerVerification.verify([path])
    #expect(torn.findings.map(\.kind) == [.damaged(.torn)])
    #expect(torn.findings.map(\.line) == [13])
    #expect(torn.isIntact)
    #expect(try !verify(lines + ["{"]).isIntact)
  }

  @Test("a merge is the union of its inputs, in any order, and verifies")
  func merge() throws {
    let one = try folder.write(
      (lines[..<8] + [lines[2]]).map { $0 + "\n" }.joined(), to: "one.jsonl")
    let other = try folder.write(lines[5...].map { $0 + "\n" }.joined() + "{!", to: "other.jsonl")
    let merged = try LedgerMerge.merge([one, other], into: folder.path(of: "all.jsonl"))
    let expected = lines.map { $0 + "\n" }.joined() + "{!\n"
    #expect(try folder.read("all.jsonl") == expected)
    #expect(merged.events == 12)
    #expect(merged.repeated == 4)
    #expect(merged.roots == 1)
    #expect(merged.damage.map(\.kind) == [.torn])
    try LedgerMerge.merge([other, one], into: folder.path(of: "reverse.jsonl"))
    #expect(try folder.read("reverse.jsonl") == expected)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy {
        !$0.hasPrefix(".")
      })
  }

  @Test("a merge leaves out a cut-off end that goes on in another ledger, and keeps any other")
  func mergeTornEnd() throws {
    let whole = try folder.write(lines.map { $0 + "\n" }.joined(), to: "whole.jsonl")
    let torn = try folder.write(
      lines[0] + "\n" + String(lines[1].dropLast(20)), to: "torn.jsonl")
    let output = folder.path(of: "merged.jsonl")
    let merge = try LedgerMerge.merge([torn, whole], into: output)
    #expect(merge.damage.isEmpty)
    #expect(try LedgerVerification.verify([output]).isIntact)
    let first = try folder.write(lines[0] + "\n", to: "first.jsonl")
    let kept = try LedgerMerge.merge([first, torn], into: folder.path(of: "kept.jsonl"))
    #expect(kept.damage.map(\.kind) == [.torn])
    #expect(try folder.read("kept.jsonl") == lines[0] + "\n" + lines[1].dropLast(20) + "\n")
  }

  @Test("a merge replaces one of its inputs but no other file")
  func mergeOutput() throws {
    let one = try folder.write(lines[0] + "\n", to: "one.jsonl")
    let other = try folder.write(lines[1] + "\n", to: "other.jsonl")
    let precious = try folder.write(lines[2] + "\n", to: "precious.jsonl")
    #expect(throws: LedgerError.outputExists(path: precious)) {
      try LedgerMerge.merge([one, other], into: precious)
    }
    try LedgerMerge.merge([one, other], into: one)
    #expect(try folder.read("one.jsonl") == lines[0] + "\n" + lines[1] + "\n")
  }

  /// One that waits too long for the lock says so, and may be run again.
  @Test("merges into one output at the same time lose nothing of those that say they are done")
  func mergesTogether() throws {
    let output = try folder.write(lines[0] + "\n", to: "output.jsonl")
    let others = try (1...4).map { try folder.write(lines[$0] + "\n", to: "other-\($0).jsonl") }
    let done = Monitor(Set([0]))
    BackgroundThread.together(others.count) { worker in
      guard (try? LedgerMerge.merge([output, others[worker]], into: output)) != nil else { return }
      done.change { $0.formUnion([worker + 1]) }
    }
    #expect(done.value.count > 1)
    let expected = done.value.sorted().map { lines[$0] + "\n" }.joined()
    #expect(try folder.read("output.jsonl") == expected)
  }

  @Test("a running ledger goes on in the file that a merge put in its place")
  func mergeWhileRunning() throws {
    let path = folder.path(of: "reviews.jsonl")
    let ledger = try Ledger.open(LedgerLocation(written: path), reviewer: "me")
    ledger.append(Samples.draft("x", .ok))
    ledger.waitUntilSettled()
    let other = try folder.write(lines[0] + "\n", to: "other.jsonl")
    try LedgerMerge.merge([path, other], into: path)
    ledger.append(Samples.draft("y", .ok))
    ledger.waitUntilSettled()
    ledger.close()
    #expect(try folder.read("reviews.jsonl").split(separator: "\n").count == 14)
    #expect(try LedgerVerification.verify([path]).isIntact)
  }

  @Test("the history of a prediction shows every event about it, oldest first")
  func history() throws {
    let path = folder.path(of: "history.jsonl")
    let ledger = try Ledger.open(
      LedgerLocation(written: path), reviewer: "ada", clock: Samples.clock())
    ledger.append(Samples.draft("a", Review(verdict: .wrong, comment: "why")))
    let slip = ledger.append(Samples.draft("a", .ok))
    ledger.append(Samples.draft("b", .ok))
    ledger.append(LedgerDraft(body: .withdraw(of: slip)))
    ledger.close()
    let history = try LedgerHistory.read([path], of: .key("a"))
    #expect(history.entries.map(\.event.body.name) == ["review", "review", "withdraw"])
    #expect(history.entries.map(\.isWithdrawn) == [false, true, false])
    #expect(history.entries.map(\.isCurrent) == [true, false, false])
    #expect(
      history.lines[0] == "2026-11-23T12:04:06.000Z ada: wrong, “why” · a in v7 (current)")
    let start = String(Samples.item("a").content.text.prefix(14))
    #expect(try LedgerHistory.read([path], of: .init(start)).entries.count == 3)
    #expect(try LedgerHistory.read([path], of: .init("nothing")).entries.isEmpty)
  }
}
