import Foundation
import Predictions
import Synchronization
import TestSupport
import Testing

@testable import Reviewing

/// What becomes of reviews where a ledger cannot be written, or is changed by others meanwhile.
struct LedgerTroubleTests: LedgerSuite {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("where the ledger cannot be written, a rescue file beside it takes the line")
  func rescuedBeside() throws {
    let ledger = try open("ada", "reviews.jsonl")
    // A folder that takes the file's name after the start cannot be written to by anyone.
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "reviews.jsonl"), withIntermediateDirectories: true)
    let id = ledger.append(Samples.draft("a", Review(verdict: .wrong, comment: "kept")))
    ledger.waitUntilSettled()
    let rescue = folder.path(of: "reviews.rescue-\(ledger.writer).jsonl")
    #expect(ledger.state(of: id) == .rescued(path: rescue))
    guard case .unsaved(1, let reason, rescue) = ledger.status else {
      Issue.record("\(ledger.status)")
      return
    }
    #expect(reason.hasPrefix(folder.path(of: "reviews.jsonl")))
    #expect(ledger.status.isOnDisk)
    try FileManager.default.removeItem(atPath: folder.path(of: "reviews.jsonl"))
    ledger.append(Samples.draft("b", .ok))
    ledger.waitUntilSettled()
    #expect(ledger.status == .saved)
    #expect(ledger.rescued == [rescue: 1])
    ledger.close()

    let again = try open("lin", "reviews.jsonl")
    let review = try #require(again.book.review(of: Samples.item("a").content, by: "ada"))
    #expect(again.comment(of: review) == "kept")
    again.close()
  }

  @Test("where the folder cannot be written either, the state folder takes the line")
  func rescuedInState() throws {
    let path = "gone/reviews.jsonl"
    let ledger = try open("ada", path)
    // A file where the folder should be: nothing can be created below it, by root neither.
    try folder.write("", to: "gone")
    let id = ledger.append(Samples.draft("a", .wrong))
    ledger.waitUntilSettled()
    guard case .rescued(let rescue) = ledger.state(of: id) else {
      Issue.record("\(ledger.state(of: id))")
      return
    }
    #expect(rescue.hasPrefix(folder.path(of: "state/spotcheck/reviews.rescue-")))
    ledger.close()
    try FileManager.default.removeItem(atPath: folder.path(of: "gone"))

    let again = try open("ada", path)
    #expect(again.book.count == 1)
    again.close()
    let elsewhere = try open("ada", "other/reviews.jsonl")
    #expect(elsewhere.book.isEmpty)
    elsewhere.close()
  }

  @Test("what can be saved nowhere stays in memory and is saved once that is possible")
  func unsaved() throws {
    try folder.write("", to: "state")
    let ledger = try open("ada", "gone/reviews.jsonl")
    try folder.write("", to: "gone")
    let id = ledger.append(Samples.draft("a", Review(verdict: .wrong, comment: "still here")))
    ledger.waitUntilSettled()
    #expect(ledger.state(of: id) == .unsaved)
    guard case .unsaved(1, _, nil) = ledger.status else {
      Issue.record("\(ledger.status)")
      return
    }
    let review = try #require(ledger.book.latestReview(by: "ada"))
    #expect(ledger.comment(of: review) == "still here")

    try FileManager.default.removeItem(atPath: folder.path(of: "gone"))
    ledger.append(Samples.draft("b", .ok))
    ledger.waitUntilSettled()
    #expect(ledger.status == .saved)
    #expect(ledger.state(of: id) == .saved)
    #expect(try events("gone/reviews.jsonl").map(\.seq) == [1, 2])
    ledger.close()
  }

  @Test("what a later try saves is told, though nobody does anything meanwhile")
  func savedLater() throws {
    try folder.write("", to: "state")
    let told = Monitor<SavingStatus?>(nil)
    let known = Monitor<Ledger?>(nil)
    let ledger = try Ledger.open(
      LedgerLocation(written: folder.path(of: "gone/reviews.jsonl")), reviewer: "ada",
      environment: ["XDG_STATE_HOME": folder.path(of: "state")], clock: Samples.clock()
    ) {
      if let ledger = known.value { told.change { $0 = ledger.status } }
    }
    known.change { $0 = ledger }
    try folder.write("", to: "gone")
    let id = ledger.append(Samples.draft("a", .wrong))
    ledger.waitUntilSettled()
    #expect(ledger.state(of: id) == .unsaved)
    told.wait(until: { $0 != nil && $0 != .saved })
    try FileManager.default.removeItem(atPath: folder.path(of: "gone"))
    let last = told.wait(until: { $0 == .saved }, atMost: .seconds(60)) { $0 }
    #expect(last == .saved)
    known.change { $0 = nil }
    ledger.close()
  }

  @Test("a lock that somebody else holds is told, and nobody has to wait for it")
  func heldLock() throws {
    let path = try folder.write("", to: "reviews.jsonl")
    let other = try #require(FileHandle(forUpdatingAtPath: path))
    #expect(flock(other.fileDescriptor, LOCK_EX) == 0)
    let statuses = Monitor<[SavingStatus]>([])
    let known = Monitor<Ledger?>(nil)
    let ledger = try Ledger.open(
      LedgerLocation(written: path), reviewer: "ada",
      environment: ["XDG_STATE_HOME": folder.path(of: "state")], clock: Samples.clock()
    ) {
      if let ledger = known.value { statuses.change { $0.append(ledger.status) } }
    }
    known.change { $0 = ledger }
    let id = ledger.append(Samples.draft("a", .ok))
    let waiting = SavingStatus.waiting(1, reason: "waits for the lock of \(path)")
    statuses.wait(until: { $0.contains(waiting) })
    #expect(ledger.state(of: id) == .saving)
    ledger.stopWaitingForLocks()
    ledger.waitUntilSettled()
    let rescue = folder.path(of: "reviews.rescue-\(ledger.writer).jsonl")
    #expect(ledger.state(of: id) == .rescued(path: rescue))
    known.change { $0 = nil }
    ledger.close()
    try other.close()
  }

  @Test("a file that was replaced or removed while open is followed by its path")
  func replaced() throws {
    let ledger = try open("ada", "reviews.jsonl")
    ledger.append(Samples.draft("a", .ok))
    ledger.waitUntilSettled()
    let first = try folder.read("reviews.jsonl")
    try FileManager.default.moveItem(
      atPath: folder.path(of: "reviews.jsonl"), toPath: folder.path(of: "old"))
    try folder.write(first, to: "reviews.jsonl")
    ledger.append(Samples.draft("b", .ok))
    ledger.waitUntilSettled()
    #expect(try folder.read("old") == first)
    #expect(try lines("reviews.jsonl").count == 2)
    #expect(ledger.book.count == 2)

    try FileManager.default.removeItem(atPath: folder.path(of: "reviews.jsonl"))
    ledger.append(Samples.draft("c", .ok))
    ledger.waitUntilSettled()
    #expect(try lines("reviews.jsonl").count == 3)
    #expect(ledger.book.count == 3)
    #expect(ledger.damage.map(\.kind) == [.shrunk(from: 2, to: 0)])
    ledger.close()
    #expect(try LedgerVerification.verify([folder.path(of: "reviews.jsonl")]).isIntact)
  }

  @Test("what was saved and is gone is not called saved, and is saved again on leaving")
  func gone() throws {
    let ledger = try open("ada", "reviews.jsonl")
    let ids = ["a", "b"].map { name in
      ledger.append(Samples.draft(name, Review(verdict: .wrong, comment: "about \(name)")))
    }
    ledger.waitUntilSettled()
    let before = try folder.read("reviews.jsonl")
    try FileManager.default.removeItem(atPath: folder.path(of: "reviews.jsonl"))
    // Without asking for it this takes half a second, and nothing is saved again for five.
    let core = ledger.core
    core.wait(until: { $0.status != .saved }) { _ in }
    #expect(ids.map(ledger.state) == [.unsaved, .unsaved])
    guard case .unsaved(2, let reason, nil) = ledger.status else {
      Issue.record("\(ledger.status)")
      return
    }
    #expect(reason.contains("not there any more"))
    let review = try #require(ledger.book.review(of: Samples.item("a").content, by: "ada"))
    #expect(ledger.comment(of: review) == "about a")
    ledger.close()
    #expect(ids.map(ledger.state) == [.saved, .saved])
    #expect(try folder.read("reviews.jsonl") == before)
  }

  @Test("what comes back before it was saved again is there once")
  func goneAndBack() throws {
    let ledger = try open("ada", "reviews.jsonl")
    for name in ["a", "b"] { ledger.append(Samples.draft(name, .ok)) }
    ledger.waitUntilSettled()
    let path = folder.path(of: "reviews.jsonl")
    try FileManager.default.moveItem(atPath: path, toPath: folder.path(of: "away"))
    ledger.core.wait(until: { $0.status != .saved }) { _ in }
    try FileManager.default.moveItem(atPath: folder.path(of: "away"), toPath: path)
    ledger.append(Samples.draft("c", .ok))
    ledger.waitUntilSettled()
    #expect(ledger.status == .saved)
    #expect(try events("reviews.jsonl").map(\.seq) == [1, 2, 3])
    ledger.close()
  }

  @Test("no more lines are kept than a sitting has")
  func keptLines() throws {
    var kept = KeptLines()
    let line = [UInt8](repeating: 0x61, count: KeptLines.mostBytes / 8)
    for number in 0..<20 { kept.keep(line, of: EventID(high: 0, low: UInt64(number))) }
    let missing = kept.take(missingIn: LedgerReplay())
    #expect((4...8).contains(missing.count))
    #expect(missing.map(\.id.low) == Array((20 - UInt64(missing.count))..<20))
    #expect(kept.take(missingIn: LedgerReplay()).isEmpty)
  }

  @Test("a file that was cut short is read from its start again, and gets back what was saved")
  func cutShort() throws {
    let ledger = try open("ada", "reviews.jsonl")
    for name in ["a", "b", "c"] { ledger.append(Samples.draft(name, .ok)) }
    ledger.waitUntilSettled()
    let one = try lines("reviews.jsonl")[0] + "\n"
    truncate(folder.path(of: "reviews.jsonl"), one.utf8.count)
    ledger.refresh()
    #expect(ledger.book.count == 3)
    ledger.append(Samples.draft("d", .ok))
    ledger.waitUntilSettled()
    #expect(try events("reviews.jsonl").map(\.seq) == [1, 2, 3, 4])
    ledger.close()
  }

  @Test("a file size limit that cuts a line does not lose it")
  func sizeLimit() throws {
    // The limit holds for this whole process, so it is far above what other tests write.
    let limit = 96 << 20
    let ledger = try open("ada", "reviews.jsonl")
    try folder.write("", to: "reviews.jsonl")
    truncate(folder.path(of: "reviews.jsonl"), limit - 41)
    var before = rlimit()
    getrlimit(__rlimit_resource_t(1), &before)
    var cut = rlimit(rlim_cur: rlim_t(limit), rlim_max: before.rlim_max)
    setrlimit(__rlimit_resource_t(1), &cut)
    defer { setrlimit(__rlimit_resource_t(1), &before) }
    let id = ledger.append(Samples.draft("a", .wrong))
    ledger.waitUntilSettled()
    let rescue = "reviews.rescue-\(ledger.writer).jsonl"
    #expect(ledger.state(of: id) == .rescued(path: folder.path(of: rescue)))
    #expect(try events(rescue).count == 1)
    #expect(ledger.book.count == 1)
    ledger.close()
  }
}
