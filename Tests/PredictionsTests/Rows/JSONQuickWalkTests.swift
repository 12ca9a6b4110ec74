import TestSupport
import Testing

@testable import Predictions

/// The quick ways through rows against the slow ones.
@Suite("The quick walk")
struct JSONQuickWalkTests {
  /// The nodes as the quick walk writes them, or nothing where it gives up.
  private static func quickly(_ bytes: [UInt8]) -> [String]? {
    var room = [JSONTape.Node](
      repeating: .init(kind: .null, start: 0, end: 0, link: 0), count: 4_096)
    let count = room.withUnsafeMutableBufferPointer { room in
      bytes.withUnsafeBytes { JSONQuickWalk.nodes(of: $0, into: room) }
    }
    return count.map { room[..<$0].map(words) }
  }

  /// The nodes as the careful walk writes them, or nothing where something is wrong.
  private static func carefully(_ bytes: [UInt8]) -> [String]? {
    var tape = JSONTape()
    var scanner = JSONScanner()
    let fault = bytes.withUnsafeBytes { scanner.walk($0, into: &tape).fault }
    return fault == nil ? tape.nodes.map(words) : nil
  }

  private static func words(_ node: JSONTape.Node) -> String {
    "\(node.kind) \(node.start) \(node.end) \(node.after) \(node.hasEscapes)"
  }

  @Test("writes what the careful walk writes, or gives up", arguments: 1...6 as ClosedRange<UInt64>)
  func agrees(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<5_000 {
      var bytes = RandomJSON.value(depth: 0, using: &random)
      if Bool.random(using: &random) { RandomJSON.damage(&bytes, using: &random) }
      guard let nodes = Self.quickly(bytes) else { continue }
      #expect(nodes == Self.carefully(bytes), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test("gives up only at what is wrong or rare", arguments: 7...9 as ClosedRange<UInt64>)
  func isUsed(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3_000 {
      let bytes = RandomJSON.value(depth: 0, using: &random)
      let text = String(decoding: bytes, as: UTF8.self)
      guard !text.contains("NaN"), !text.contains("Infinity") else { continue }
      #expect(Self.quickly(bytes) != nil, "\(text)")
    }
  }

  @Test("passes plain text of every length and stops at every byte that is not plain")
  func plainText() {
    let stops = (0...UInt8.max).filter { !(0x20...0x7E).contains($0) && $0 != 0x7F } + [0x22, 0x5C]
    for length in [0, 1, 7, 8, 15, 16, 17, 31, 32, 33, 47, 48, 49, 64, 80] {
      for stop in stops {
        for place in [0, length / 2, length] {
          var text = (0..<length).map {
            [0x20, 0x21, 0x23, 0x5B, 0x5D, 0x7E, 0x7F][$0 % 7] as UInt8
          }
          text.insert(stop, at: place)
          let found = text.withUnsafeBytes { bytes in
            bytes.baseAddress.map { PlainText.end(in: $0, from: 0, to: bytes.count) }
          }
          #expect(found == place, "\(stop) behind \(place) of \(length)")
        }
      }
    }
  }

  @Test(
    "fields are the same whether a row is laid out like the one before or not", arguments: 1...4)
  func layouts(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let plan = FileRules(
      sample: RowSample([
        #"{"id":"a","input":"x","output":{"text":"y"},"target":"z","confidence":0.5,"region":"EU"}"#,
        #"{"id":"b","input":"x","output":{"text":"y"},"target":"z","confidence":0.4,"region":"US"}"#,
      ]), options: OpenOptions()
    ).plan
    var kept = RowReader(plan, RowDecoder(.lines))
    let rows = [
      #"{"id":"a","input":"x","output":{"text":"y"},"target":"z","confidence":0.5,"region":"EU"}"#,
      #"{"id":"b","input":"xx","output":{"text":"yy"},"target":null,"confidence":1,"region":""}"#,
      #"{"id":"a","input":"x","output":null,"target":"z","confidence":0.5,"region":"EU"}"#,
      #"{"id":"a","input":null,"output":{"text":null},"target":"z","confidence":null,"region":"EU"}"#,
      #"{"id":"a","input":"x","output":"y","target":"z","confidence":0.5,"region":"EU"}"#,
      #"{"id":"a","input":"x","output":{"test":"y"},"target":"z","confidence":0.5,"region":"EU"}"#,
      #"{"id":"a","input":"x","target":{"text":"y"},"output":"z","confidence":0.5,"region":"EU"}"#,
      #"{"id":"a","input":"x","output":["text"],"target":"z","confidence":0.5,"region":"EU"}"#,
      #"{"id":"a","input":"x","output":{},"target":"z","confidence":0.5,"region":"EU","more":1}"#,
      #"{"id":"a","input":"x","output":[],"target":"z","confidence":0.5,"region":"EU","more":1}"#,
      #"{"id":"a","input":"x","output":"","target":"z","confidencf":0.5,"region":"EU","more":1}"#,
      #"{"id":"a","input":"x","output":"y","t\u0061rget":"z","confidence":0.5,"region":"EU"}"#,
      #"{"id":"a","input":"x","output":"y","target":"z","confidence":0.5,"region":"EU"#, "[]", "1",
    ]
    for _ in 0..<2_000 {
      let row = try #require(rows.randomElement(using: &random))
      var fresh = RowReader(plan, RowDecoder(.lines))
      Array(row.utf8).withUnsafeBytes { bytes in
        _ = kept.read(bytes)
        _ = fresh.read(bytes)
        #expect(kept.view.nodes == fresh.view.nodes, "\(row)")
      }
    }
  }
}
