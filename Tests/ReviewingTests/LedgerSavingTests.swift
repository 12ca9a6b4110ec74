import Foundation
import Predictions
import Synchronization
import TestSupport
import Testing

@testable import Reviewing

struct LedgerSavingTests: LedgerSuite {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("nothing is created until something is judged")
  func lazy() throws {
    let ledger = try open()
    ledger.close()
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "ledger")))
  }

  @Test("what is saved is on disk, numbered and linked, and is there after opening again")
  func saved() throws {
    let ledger = try open()
    let first = ledger.append(
      Samples.draft("a", Review(verdict: .wrong, comment: "why\nso")))
    ledger.append(Samples.draft("b", .ok))
    ledger.waitUntilSettled()
    #expect(ledger.status == .saved)
    #expect(ledger.state(of: first) == .saved)
    let events = try events("ledger/ada.jsonl")
    let lines = try lines("ledger/ada.jsonl")
    #expect(events.map(\.seq) == [1, 2])
    #expect(events.map(\.prev) == [nil, ContentDigest(of: lines[0].utf8).text])
    #expect(ledger.heads == [ContentDigest(of: lines[1].utf8).text])
    let mine = try #require(ledger.book.review(of: Samples.item("a").content, by: "ada"))
    #expect(ledger.comment(of: mine) == "why\nso")
    ledger.close()

    let again = try open()
    #expect(again.book.count == 2)
    #expect(again.comment(of: mine) == "why\nso")
    again.append(Samples.draft("a", .ok))
    again.waitUntilSettled()
    let more = try self.events("ledger/ada.jsonl")
    #expect(more[2].seq == 3)
    #expect(more[2].prev == ContentDigest(of: lines[1].utf8).text)
    #expect(again.heads.count == 2)
    #expect(again.book.count == 2)
    again.close()
  }

  @Test("what is appended while the ledger is being read comes behind it")
  func appendedEarly() throws {
    var line = LedgerLineTests.event
    var bytes = ""
    for number in 0..<12_000 {
      line.id = EventID(high: 7, low: UInt64(number))
      line.seq = number + 1
      bytes += line.line + "\n"
    }
    #expect(bytes.utf8.count > Ledger.shortSize)
    let path = try folder.write(Data(bytes.utf8), to: "long.jsonl")
    let ledger = try Ledger.open(
      LedgerLocation(written: path), reviewer: "ada", clock: Samples.clock(), early: true)
    ledger.append(Samples.draft("a", .ok))
    let last = ledger.append(Samples.draft("a", Review(verdict: .wrong)))
    ledger.waitUntilSettled()
    #expect(ledger.isRead)
    #expect(ledger.book.review(of: Samples.item("a").content, by: "ada")?.id == last)
    let events = try events("long.jsonl")
    #expect(events.suffix(2).map(\.seq) == [12_001, 12_002])
    let lines = try lines("long.jsonl")
    #expect(
      events.suffix(2).map(\.prev) == lines[11_999...12_000].map { ContentDigest(of: $0.utf8).text }
    )
    ledger.close()
  }

  @Test("the thread that saves has the priority of the screen, also after an early reading")
  func priorityOfSaving() throws {
    var line = LedgerLineTests.event
    var bytes = ""
    while bytes.utf8.count <= Ledger.shortSize {
      line.seq += 1
      line.id = EventID(high: 7, low: UInt64(line.seq))
      bytes += line.line + "\n"
    }
    let path = try folder.write(Data(bytes.utf8), to: "long.jsonl")
    let priorities = Mutex<[Int32]>([])
    let ledger = try Ledger.open(
      LedgerLocation(written: path), reviewer: "ada", clock: Samples.clock(), early: true
    ) { priorities.withLock { $0.append(Self.priority) } }
    ledger.append(Samples.draft("a", .ok))
    ledger.waitUntilSettled()
    ledger.close()
    #expect(Set(priorities.withLock { $0 }) == [Self.priority])
  }

  /// That of the calling thread; higher numbers go later.
  private static var priority: Int32 {
    #if canImport(Glibc)
      getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0)
    #else
      Int32(qos_class_self().rawValue)
    #endif
  }

  @Test("events of before the first reading are numbered behind what was read, in their order")
  func numberedOnReading() throws {
    var core = LedgerCore(
      reviewer: "ada", generator: SystemRandomNumberGenerator(), written: "ledger/ada.jsonl")
    core.isRead = false
    let first = core.append(Samples.draft("a", .ok), at: Timestamp(milliseconds: 1))
    let second = core.append(
      Samples.draft("a", Review(verdict: .wrong)), at: Timestamp(milliseconds: 2))
    var read = LedgerIntake()
    var event = LedgerLineTests.event
    event.seq = 40
    read.replay.add(event, at: .memory)
    core.replace(by: read)
    #expect(core.queue.map(\.id) == [first, second])
    #expect(core.queue.map(\.seq) == [41, 42])
    #expect(core.isRead)
    let book = core.intake.replay.book
    #expect(book.review(of: Samples.item("a").content, by: "ada")?.seq == 42)
    // A reading after a file was replaced leaves numbers as they are.
    core.replace(by: LedgerIntake())
    #expect(core.queue.map(\.seq) == [41, 42])
  }

  @Test("a name that is no file name is encoded")
  func reviewerNames() throws {
    let ledger = try open("../ädä b")
    ledger.append(Samples.draft("a", .ok))
    ledger.waitUntilSettled()
    #expect(ledger.path?.hasSuffix("ledger/%2E.%2F%C3%A4d%C3%A4%20b.jsonl") == true)
    #expect(try events("ledger/%2E.%2F%C3%A4d%C3%A4%20b.jsonl").map(\.by) == ["../ädä b"])
    ledger.close()
  }

  @Test("everyone's files are read together, and what others append while running")
  func siblings() throws {
    let ada = try open("ada")
    let lin = try open("lin")
    lin.append(Samples.draft("a", .ok))
    lin.waitUntilSettled()
    ada.refresh()
    #expect(ada.book.reviews(of: Samples.item("a").content).map(\.by) == ["lin"])
    ada.append(Samples.draft("a", .wrong))
    ada.waitUntilSettled()
    lin.refresh()
    #expect(lin.book.reviews(of: Samples.item("a").content).map(\.by) == ["ada", "lin"])
    #expect(try events("ledger/ada.jsonl").map(\.seq) == [2])
    ada.close()
    lin.close()
  }

  @Test("other files of the folder are not taken for ledgers")
  func foreignSiblings() throws {
    try folder.write("{\"input\":\"a\"}\n{\"input\":\"b\"}\n", to: "ledger/predictions.jsonl")
    let ledger = try open()
    #expect(ledger.damage.isEmpty)
    ledger.close()
  }

  @Test("a file that does not end in a line break gets one first; the torn line is left alone")
  func tornLine() throws {
    let before = try open()
    before.append(Samples.draft("a", .ok))
    before.close()
    let whole = try folder.read("ledger/ada.jsonl")
    try folder.write(whole + whole.prefix(40), to: "ledger/ada.jsonl")

    let ledger = try open()
    #expect(ledger.book.count == 1)
    #expect(ledger.damage.map(\.kind) == [.torn])
    #expect(ledger.damage.map(\.line) == [2])
    ledger.append(Samples.draft("b", .ok))
    ledger.waitUntilSettled()
    let text = try folder.read("ledger/ada.jsonl")
    #expect(text.hasPrefix(whole + whole.prefix(40) + "\n{"))
    ledger.close()

    let again = try open()
    #expect(again.book.count == 2)
    #expect(again.damage.map(\.line) == [2])
    again.close()
  }

  @Test(
    "what is no regular file is refused at the start",
    arguments: [("folder", FileKind.folder), ("pipe", .pipe), ("/dev/full", .device)])
  func refused(name: String, kind: FileKind) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "folder"), withIntermediateDirectories: true)
    mkfifo(folder.path(of: "pipe"), 0o600)
    let path = name.hasPrefix("/") ? name : folder.path(of: name)
    #expect(throws: LedgerError.notARegularFile(path: path, kind: kind)) {
      try Ledger.open(LedgerLocation(written: path), reviewer: "ada")
    }
  }

  @Test("several writers of one file leave whole lines and no number twice")
  func manyWriters() async throws {
    let count = 40
    let ledgers = try (0..<6).map { try open("r\($0)", "reviews.jsonl") }
    await withTaskGroup(of: Void.self) { group in
      for ledger in ledgers {
        group.addTask {
          for index in 0..<count {
            ledger.append(Samples.draft("item \(index)", .ok))
            if index % 5 == 0 { ledger.waitUntilSettled() }
          }
          ledger.waitUntilSettled()
        }
      }
    }
    let events = try events("reviews.jsonl")
    #expect(events.count == 6 * count)
    #expect(events.map(\.seq) == Array(1...6 * count))
    for ledger in ledgers {
      ledger.refresh()
      #expect(ledger.book.count == 6 * count)
      #expect(ledger.damage.isEmpty)
      ledger.close()
    }
  }

  @Test("practice reads the ledger and writes nothing")
  func practice() throws {
    let ledger = try open()
    ledger.append(Samples.draft("a", .ok))
    ledger.close()
    let before = try folder.read("ledger/ada.jsonl")
    let practice = try Ledger.open(
      LedgerLocation(written: nil, read: [folder.path(of: "ledger/{reviewer}.jsonl")]),
      reviewer: "ada")
    practice.append(Samples.draft("b", .wrong))
    practice.waitUntilSettled()
    #expect(practice.book.count == 2)
    #expect(practice.status == .saved)
    practice.close()
    #expect(try folder.read("ledger/ada.jsonl") == before)
  }
}
