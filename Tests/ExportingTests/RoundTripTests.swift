import Exporting
import Predictions
import TestSupport
import Testing

/// An export that is opened again as predictions.
@Suite("An export opened again")
struct RoundTripTests {
  @Test("holds the same texts in JSON and CSV, whatever they are", arguments: HostileText.all)
  func hostile(_ hostile: HostileText) throws {
    try expectSame([hostile.text])
  }

  @Test("holds the same texts in JSON and CSV, however they are put together")
  func random() throws {
    var generator = SeededGenerator(seed: 4)
    let pieces =
      HostileTexts.own + ["\"\"", "\r", "\n\n", ",", "';", "1,5", "-0.5", "\u{FEFF}", "\u{85}"]
    for _ in 0..<Trials.count(1) {
      let texts = (0..<4_000).map { _ in
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }.joined()
      }
      try expectSame(texts)
    }
  }

  @Test(
    "holds the shared hostile texts in JSON and CSV", .enabled(if: HostileTexts.areShared),
    arguments: HostileTexts.corpora)
  func shared(corpus: String) throws {
    try expectSame(HostileTexts.shared(corpus))
  }

  private func expectSame(_ texts: [String]) throws {
    let rows = texts.enumerated().map { place, text in
      Sample.row(key: "k\(place)", input: .text("i" + text), output: .text(text), reviews: [])
    }
    let fields = try ExportFields.parse("key,input,output,content", segments: [])
    let formats: [(name: String, exporter: any Exporter)] = [
      ("export.jsonl", ExportFormat.jsonl.exporter(fields: fields)),
      ("export.json", ExportFormat.json.exporter(fields: fields)),
      ("export.csv", CSVExporter(fields: fields, isSpreadsheetSafe: false)),
    ]
    for (name, exporter) in formats {
      var exporter = exporter
      let folder = try TemporaryFolder()
      let path = try folder.write(Sample.text(of: rows, by: &exporter), to: name)
      let again = try opened(path)
      #expect(again.map(\.key) == rows.map(\.key), "\(name)")
      for (old, new) in zip(rows, again) {
        #expect(new.damage == nil)
        #expect(bytes(new.output) == bytes(old.output), "\(name) \(old.key)")
        #expect(bytes(new.input) == bytes(old.input), "\(name) \(old.key)")
      }
    }
  }

  private func opened(_ path: String) throws -> [Prediction] {
    let options = OpenOptions(fields: [.id: ["key"], .input: ["input"], .output: ["output"]])
    let store = try PredictionStore.open([path], options: options)
    store.start {}
    let count = store.waitUntilComplete().rowCount
    return (0..<count).map { store.prediction(at: $0) }
  }

  private func bytes(_ content: Content?) -> [UInt8] { Array((content?.plainText ?? "").utf8) }
}
