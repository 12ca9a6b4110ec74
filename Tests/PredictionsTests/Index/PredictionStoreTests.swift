import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Predictions

@Suite("The store of predictions")
struct PredictionStoreTests {
  /// Opens files of these lines and indexes them whole.
  static func store(
    _ folder: TemporaryFolder, _ files: [String: String], options: OpenOptions = OpenOptions()
  ) throws -> (store: PredictionStore, snapshot: IndexSnapshot) {
    let paths = try files.sorted { $0.key < $1.key }.map { try folder.write($0.value, to: $0.key) }
    let store = try PredictionStore.open(paths, options: options)
    return (store, store.waitUntilComplete())
  }

  @Test("rows of several files come in order and count once where they are equal")
  func severalFiles() throws {
    let folder = try TemporaryFolder()
    let (store, snapshot) = try Self.store(
      folder,
      [
        "a.jsonl": """
        {"id":"1","input":"q","output":"a","target":"a","region":"EU"}
        {"id":"2","input":"q","output":"b","target":"a","region":"US"}
        """,
        "b.csv": "id,input,output,target,region\n1,q,a,a,EU\n3,q,c,c,EU\n",
        "c.json": #"{"samples":[{"id":"9","input":"q","output":"a","target":"x"}]}"#,
      ])
    #expect(snapshot.isComplete)
    #expect(snapshot.rowCount == 5)
    #expect(snapshot.itemCount == 3)
    #expect((0..<5).map { snapshot[$0].file } == [0, 0, 1, 1, 2])
    #expect((0..<5).map { snapshot[$0].firstRow } == [0, 1, 0, 3, 0])
    #expect(snapshot[0].copies == 3)
    #expect(snapshot[2].copies == 1)
    #expect(
      (0..<5).map { snapshot[$0].automatic }
        == [.correct, .incorrect, .correct, .correct, .incorrect])
    #expect(snapshot.segmentNames == ["region"])
    let regions = snapshot.segmentValues(of: 0)
    #expect((0..<5).map { regions[snapshot[$0].segments[0]] } == ["EU", "US", "EU", "EU", ""])
    #expect(store.prediction(at: 3).key == "3")
    #expect(store.prediction(at: 4).run == "c")
    #expect(snapshot.tiers.map(\.count).reduce(0, +) == 3)
  }

  @Test("ids keep their digits, missing ones are places, repeated ones are numbered")
  func keys() throws {
    let folder = try TemporaryFolder()
    let (store, snapshot) = try Self.store(
      folder,
      [
        "a.jsonl": """
        {"id":12345678901234567890,"input":"a","output":"b"}
        {"id":1.50,"input":"b","output":"b"}
        {"input":"c","output":"b"}
        {"id":1.50,"input":"d","output":"b"}
        {"id":"","input":"e","output":"b"}
        {"id":1.50,"input":"f","output":"b"}
        """
      ])
    let keys = (0..<6).map { store.prediction(at: $0).key }
    #expect(keys == ["12345678901234567890", "1.50", "#3", "1.50#2", "#5", "1.50#3"])
    #expect(snapshot.files[0].notes.contains { $0.hasPrefix("one id occurs more than once") })
  }

  @Test("a damaged row keeps its place, counts, is unrated and hides no other")
  func damage() throws {
    let folder = try TemporaryFolder()
    let (store, snapshot) = try Self.store(
      folder,
      [
        "a.jsonl": """
        {"id":1,"input":"a","output":"b","confidence":0.9}
        {"id":2,"input":"a","output":"c
        [1,2]
        {"id":3,"input":"a","output":"d","confidence":0.3}
        """
      ])
    #expect(snapshot.rowCount == 4)
    #expect(snapshot.damaged == 1)
    #expect(snapshot.files[0].damage.map(\.row) == [1])
    #expect(snapshot.files[0].damage[0].damage.line == 2)
    #expect((0..<4).map { snapshot[$0].isDamaged } == [false, true, false, false])
    #expect((0..<4).map { snapshot[$0].isNotAnObject } == [false, false, true, false])
    let damaged = store.prediction(at: 1)
    #expect(damaged.damage?.reason == .stringNotClosed)
    #expect(damaged.tier == .unrated)
    #expect(damaged.readError == nil)
    #expect(store.prediction(at: 3).tier == .hard)
    #expect(snapshot.tiers.map(\.tier.name) == ["easy", "ambiguous", "hard", "unrated"])
    #expect(snapshot.tiers.map(\.count) == [1, 0, 1, 2])
  }

  @Test("a digest is the SHA-256 of input, a zero byte, output")
  func digests() throws {
    let folder = try TemporaryFolder()
    let (store, snapshot) = try Self.store(
      folder,
      [
        "a.jsonl": #"{"input":"caf\u00e9 \ud83d\ude00","output":{"b":1.0,"a":[ "x" ]},"id":1}"#
          + "\n",
        "b.jsonl": #"{"z":"1.0","note":"n","target":"t","toxicity":0.1}"#,
      ])
    let content = Array("café 😀".utf8) + [0] + Array(#"{"a":["x"],"b":1.0}"#.utf8)
    #expect(store.prediction(at: 0).contentDigest == ContentDigest(of: content))
    #expect(store.prediction(at: 0).inputDigest == ContentDigest(of: "café 😀".utf8))
    #expect(snapshot[0].digest == ContentDigest(of: content).prefix)
    let row = Array(#"{"note":"n","z":"1.0"}"#.utf8)
    #expect(store.prediction(at: 1).contentDigest == ContentDigest(of: row + [0]))
  }

  @Test("a conversation's last turn has the digest of the same text in a field")
  func conversationDigest() throws {
    let folder = try TemporaryFolder()
    let (store, _) = try Self.store(
      folder,
      [
        "a.jsonl":
          #"{"messages":[{"content":"q","role":"user"},{"role":"assistant","content":"a"}]}"#,
        "b.jsonl": #"{"input":[{"content":"q","role":"user"}],"output":"a"}"#,
      ])
    #expect(store.prediction(at: 0).contentDigest == store.prediction(at: 1).contentDigest)
    #expect(store.prediction(at: 0).output == .text("a"))
    #expect(store.prediction(at: 0).input == .chat([ChatMessage(role: "user", text: "q")]))
  }

  @Test("snapshots only grow at their end, and what they hold never changes")
  func growth() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<20_000).map {
      #"{"id":\#($0),"input":"q\#($0 % 15000)","output":"o","confidence":0.\#($0 % 9 + 1)}"#
    }
    let path = try folder.write(lines.joined(separator: "\n"), to: "a.jsonl")
    let store = try PredictionStore.open([path], options: OpenOptions())
    let seen = Mutex<[IndexSnapshot]>([])
    store.start { [unowned store] in seen.withLock { $0.append(store.snapshot) } }
    let last = store.waitUntilComplete()
    let snapshots = seen.withLock { $0 }
    #expect(snapshots.last?.rowCount == 20_000)
    #expect(snapshots.map(\.rowCount) == snapshots.map(\.rowCount).sorted())
    for snapshot in snapshots {
      for row in stride(from: 0, to: snapshot.rowCount, by: 997) {
        #expect(snapshot[row].digest == last[row].digest)
        #expect(snapshot[row].offset == last[row].offset)
        #expect(snapshot[row].firstRow == last[row].firstRow)
      }
    }
    #expect(last.itemCount == 15_000)
    #expect(last[0].copies == 2)
    #expect(last[15_000].firstRow == 0)
  }

  @Test("the order of rows changes neither items nor tiers", arguments: [1, 2, 3] as [UInt64])
  func shuffles(_ seed: UInt64) throws {
    let lines = (0..<500).map {
      #"{"id":\#($0),"input":"q\#($0 % 60)","output":"o\#($0 % 7)","confidence":0.\#($0 % 60 % 9 + 1)}"#
    }
    let shuffled = lines.enumerated()
      .sorted {
        SeenKeysTests.mixed(UInt64($0.offset) &* seed)
          < SeenKeysTests.mixed(UInt64($1.offset) &* seed)
      }
      .map(\.element)
    let folder = try TemporaryFolder()
    let ordered = try Self.store(folder, ["a.jsonl": lines.joined(separator: "\n")]).snapshot
    let other = try Self.store(folder, ["b.jsonl": shuffled.joined(separator: "\n")]).snapshot
    #expect(ordered.itemCount == other.itemCount)
    #expect(ordered.tiers.map(\.rows) == other.tiers.map(\.rows))
    let digests = { (snapshot: IndexSnapshot) in
      Set((0..<snapshot.rowCount).map { snapshot[$0].digest })
    }
    #expect(digests(ordered) == digests(other))
  }

  @Test("what is read by position is what the index counted")
  func agreement() throws {
    let folder = try TemporaryFolder()
    var seed: UInt64 = 11
    let lines = (0..<400).map { row -> String in
      seed = SeenKeysTests.mixed(seed)
      let fields = [
        #""id":\#(row)"#, #""input":"q \#(seed % 50)""#, #""output":"o\#(seed % 3)""#,
        #""target":"o\#(seed / 7 % 3)""#, #""confidence":0.\#(seed / 11 % 89 + 10)"#,
        #""toxicity":0.\#(seed / 13 % 9)"#,
      ]
      return "{"
        + fields.filter { _ in
          seed = SeenKeysTests.mixed(seed)
          return seed % 10 > 0
        }.joined(separator: ",") + (seed % 23 == 0 ? "" : "}")
    }
    let (store, snapshot) = try Self.store(folder, ["a.jsonl": lines.joined(separator: "\n")])
    #expect(snapshot.rowCount == 400)
    for row in 0..<400 {
      let prediction = store.prediction(at: row)
      #expect(prediction.readError == nil)
      #expect(prediction.contentDigest.prefix == snapshot[row].digest)
      #expect(prediction.automatic == snapshot[row].automatic)
      #expect(prediction.tier == snapshot.tiers[snapshot[row].tier].tier)
      #expect((prediction.damage != nil) == snapshot[row].isDamaged)
      #expect(
        (prediction.shield ?? 0 >= 0.5 && !snapshot[row].isDamaged) == snapshot[row].isShielded)
    }
  }

  @Test("a file that was cut short or written anew is said, with its place")
  func changedFile() throws {
    let folder = try TemporaryFolder()
    let text = (0..<10).map { #"{"id":\#($0),"input":"question \#($0)","output":"o"}"# + "\n" }
      .joined()
    let (store, snapshot) = try Self.store(folder, ["a.jsonl": text])
    let handle = try FileHandle(forWritingTo: URL(filePath: folder.path(of: "a.jsonl")))
    try handle.seek(toOffset: UInt64(snapshot[2].offset + 20))
    try handle.write(contentsOf: Data("x".utf8))
    try handle.truncate(atOffset: UInt64(snapshot[5].offset + 3))
    try handle.close()
    let path = folder.path(of: "a.jsonl")
    #expect(store.prediction(at: 1).readError == nil)
    #expect(
      store.prediction(at: 2).readError == .changed(path: path, offset: snapshot[2].offset))
    #expect(
      store.prediction(at: 7).readError == .endsEarly(path: path, offset: snapshot[7].offset))
    #expect(store.prediction(at: 7).rowInFile == 7)
    #expect(store.rawRow(at: 7).readError == .endsEarly(path: path, offset: snapshot[7].offset))
  }

  @Test("cancelling ends the work, and what is indexed stays")
  func cancelling() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<5_000).map { #"{"id":\#($0),"input":"q","output":"o"}"# }
    let path = try folder.write(lines.joined(separator: "\n"), to: "a.jsonl")
    let store = try PredictionStore.open([path], options: OpenOptions())
    store.cancel()
    let snapshot = store.waitUntilComplete()
    #expect(!snapshot.isComplete)
    #expect(snapshot.rowCount < 5_000)
  }

  @Test("a shield field, or a word of the team's list, covers a row")
  func shield() throws {
    let folder = try TemporaryFolder()
    let lines = [
      #"{"input":"a","output":"b","toxicity":0.5}"#, #"{"input":"a","output":"c","toxicity":0.49}"#,
      #"{"input":"a","output":"what a Bad\u0057ord, that","toxicity":0}"#,
      #"{"input":"badwords","output":"d","toxicity":null}"#,
      #"{"input":"e","output":"f","toxicity":true}"#,
    ]
    let options = OpenOptions(shieldWords: ["badword"])
    let (_, snapshot) = try Self.store(
      folder, ["a.jsonl": lines.joined(separator: "\n")], options: options)
    #expect((0..<5).map { snapshot[$0].isShielded } == [true, false, true, false, true])
  }

  @Test("cells of a table are shown under their headers")
  func tableRow() throws {
    let folder = try TemporaryFolder()
    let (store, _) = try Self.store(
      folder, ["a.csv": "id,input,output\r\n7,\"say \"\"hi\"\"\nplease\",hi\r\n"])
    let raw = store.rawRow(at: 0)
    #expect(
      String(decoding: raw.bytes, as: UTF8.self)
        == #"{"id":"7","input":"say \"hi\"\nplease","output":"hi"}"#)
    #expect(String(decoding: raw.fileBytes, as: UTF8.self) == "7,\"say \"\"hi\"\"\nplease\",hi")
    #expect(store.prediction(at: 0).input == .text("say \"hi\"\nplease"))
  }

  @Test("without digests every row is an item")
  func withoutDigests() throws {
    let folder = try TemporaryFolder()
    let line = #"{"input":"a","output":"b"}"# + "\n"
    let (store, snapshot) = try Self.store(
      folder, ["a.jsonl": line + line], options: OpenOptions(digests: false))
    #expect(snapshot.itemCount == 2)
    #expect(store.prediction(at: 1).readError == nil)
  }
}
