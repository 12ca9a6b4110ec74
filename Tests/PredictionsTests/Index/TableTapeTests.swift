import TestSupport
import Testing

@testable import Predictions

/// Rows of tables by the quick way against the way over JSON.
@Suite("Rows of tables")
struct TableTapeTests {
  private static func row(_ random: inout SeededGenerator, _ delimiter: String) -> [UInt8] {
    let pieces = ["a", "plain words ", "é", "漢字", "\\", "\\n", "{}", "\"", "'", "\n", "\t", ","]
    let cells = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      let text = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return text
      case 1: return "\"" + text.replacing("\"", with: "\"\"") + "\""
      default: return text.filter { !"\",\n\t".contains($0) }
      }
    }
    var bytes = Array(cells.joined(separator: delimiter).utf8)
    if Int.random(in: 0..<20, using: &random) == 0 { bytes.append(0xFF) }
    return bytes
  }

  @Test("read as they are decoded", arguments: 1...4 as ClosedRange<UInt64>)
  func sameAsDecoded(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for (delimiter, hasQuotes) in [(",", true), ("\t", true), ("\t", false)] {
      let layout = DelimitedLayout(
        delimiter: Array(delimiter.utf8)[0], hasQuotes: hasQuotes)
      let format = RowFormat.table(
        layout, header: ["id", "te\"xt", "größe", ""], firstRow: 0, line: 1)
      var quick = RowDecoder(format)
      var slow = RowDecoder(format)
      var quickTape = JSONTape()
      var slowTape = JSONTape()
      for _ in 0..<1_500 {
        let row = Self.row(&random, delimiter)
        row.withUnsafeBytes { row in
          let (bytes, _, fault) = quick.read(row, into: &quickTape)
          let (json, slowFault) = slow.decode(row, into: &slowTape)
          #expect(fault == slowFault)
          let text = quickTape.canonicalJSON(of: 0, in: bytes)
          #expect(text == slowTape.canonicalJSON(of: 0, in: json))
          #expect(quickTape.count == slowTape.count)
        }
      }
    }
  }
}
