import Foundation
import Screen
import TestSupport
import Testing

@Suite("Sanitising the collections of hostile texts")
struct CorpusTests {
  @Test(
    "no attack on a terminal leaves anything that a terminal would act on",
    .enabled(if: SharedFolder.hasCorpus("terminal-attacks")))
  func attacks() throws {
    let attacks = try CorpusTests.jsonLines("terminal-attacks", "attacks.jsonl")
    #expect(attacks.count == 240)
    for attack in attacks {
      let input = String(decoding: CorpusTests.bytes(hex: attack["hex"] ?? ""), as: UTF8.self)
      let text = DisplayText(input)
      let id = attack["id"] ?? ""
      #expect(SafeText.fault(in: text) == nil, "\(id)")
      #expect(DisplayText(text.string).string == text.string, "\(id)")
      if attack["category"] == "bidi" || attack["category"] == "invisible" {
        #expect(text.clusters.contains { $0.kind == .token }, "\(id)")
      }
      for wrapped in TextWrap.wrap(input, columns: 40, limit: 100) {
        #expect(SafeText.fault(in: wrapped) == nil, "\(id)")
        #expect(wrapped.width <= 40, "\(id)")
      }
    }
  }

  @Test(
    "every naughty string is shown and none is lost",
    .enabled(if: SharedFolder.hasCorpus("blns")))
  func naughtyStrings() throws {
    let url = SharedFolder.corpus("blns").appendingPathComponent("blns.json")
    let strings = try JSONDecoder().decode([String].self, from: Data(contentsOf: url))
    #expect(strings.count == 515)
    for string in strings {
      let text = DisplayText(string)
      #expect(SafeText.fault(in: text) == nil)
      #expect(DisplayText(text.string).string == text.string)
      #expect(text.isEmpty == string.isEmpty)
    }
  }

  @Test(
    "badly encoded bytes are safe once they are decoded",
    .enabled(if: SharedFolder.hasCorpus("utf8-stress")))
  func encodings() throws {
    let url = SharedFolder.corpus("utf8-stress").appendingPathComponent("kuhn-cases.json")
    let cases = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [[String: Any]]
    #expect(cases?.count == 80)
    for example in cases ?? [] {
      let hex = example["hex"] as? String ?? ""
      let decoded = String(decoding: CorpusTests.bytes(hex: hex), as: UTF8.self)
      #expect(SafeText.fault(in: DisplayText(decoded)) == nil)
    }
  }

  private static func jsonLines(_ corpus: String, _ file: String) throws -> [[String: String]] {
    let url = SharedFolder.corpus(corpus).appendingPathComponent(file)
    return try Data(contentsOf: url).split(separator: 0x0A).map {
      try JSONDecoder().decode([String: String].self, from: $0)
    }
  }

  private static func bytes(hex: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = hex[...]
    while let byte = UInt8(rest.prefix(2), radix: 16) {
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return bytes
  }
}
