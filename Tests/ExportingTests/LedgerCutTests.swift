import Exporting
import Predictions
import Reviewing
import Testing

@Suite("A cut through a ledger")
struct LedgerCutTests {
  @Test("holds what stands at or before each head, in the head's file")
  func cut() throws {
    let ada = (1...4).map { Self.line($0) }
    let lin = (5...6).map { Self.line($0) }
    let files = [ada, lin].map { Array($0.map { $0 + "\n" }.joined().utf8) }
    #expect(try LedgerCut.events(upTo: [], in: files).isEmpty)
    #expect(try LedgerCut.events(upTo: [head(ada[1])], in: files) == Self.ids(1...2))
    #expect(
      try LedgerCut.events(upTo: [head(ada[1]), head(lin[0])], in: files)
        == Self.ids(1...2).union(Self.ids(5...5)))
  }

  @Test("passes over damaged lines")
  func damage() throws {
    let text = [Self.line(1), "{\"id\":", "", Self.line(2)].joined(separator: "\n")
    let cut = try LedgerCut.events(upTo: [head(Self.line(2))], in: [Array(text.utf8)])
    #expect(cut == Self.ids(1...2))
  }

  @Test("says which head no line has")
  func unknown() {
    #expect(throws: LedgerCutError.unknownHead("sha256:00")) {
      try LedgerCut.events(upTo: ["sha256:00"], in: [Array(Self.line(1).utf8)])
    }
  }

  private func head(_ line: String) -> String { ContentDigest(of: line.utf8).text }

  private static func ids(_ numbers: ClosedRange<UInt64>) -> Set<EventID> {
    Set(numbers.map { EventID(high: 1, low: $0) })
  }

  private static func line(_ number: UInt64) -> String {
    "{\"by\":\"ada\",\"id\":\"\(EventID(high: 1, low: number).text)\"}"
  }
}
