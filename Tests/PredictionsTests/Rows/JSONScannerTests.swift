import Predictions
import Testing

@Suite("The scanner of JSON rows")
struct JSONScannerTests {
  @Test(
    "a value is accepted with white space around it",
    arguments: [
      "{}", "[]", "0", "-0", "1e5", "-1.25E-3", "true", "null", "\"\"", " {\"a\" : [1, {}]}\r",
      "\t[[],[[]]]\n", "\"\\u00e9\\n\"", "NaN", "[-Infinity,Infinity]", "\"\\ud83d\"", "\"é漢😀\"",
    ])
  func accepts(row: String) {
    let scanned = Scanned(row)
    #expect(scanned.fault == nil)
    #expect(scanned.tape.isComplete)
  }

  @Test(
    "trouble is named with the byte where reading failed",
    arguments: [
      ("", .noValue, 0), ("  ", .noValue, 2), ("{\"a\":1", .objectNotClosed, 6),
      ("[1,2", .arrayNotClosed, 4), ("{\"a\":\"b", .stringNotClosed, 7),
      ("{\"a", .stringNotClosed, 3),
      ("[01]", .badNumber, 2), ("[1.]", .badNumber, 3), ("[-]", .badNumber, 2),
      ("[1e+]", .badNumber, 4),
      ("[truth]", .badLiteral, 1), ("[nul]", .badLiteral, 1), ("{'a':1}", .unexpectedByte, 1),
      ("{\"a\":1,}", .unexpectedByte, 7), ("[1 2]", .unexpectedByte, 3),
      ("{} {}", .textAfterValue, 3),
      ("// x", .unexpectedByte, 0), ("\"\\x41\"", .badEscape, 1), ("\"\\u12g4\"", .badEscape, 1),
      ("\"a\u{1}\"", .controlInString, 2), ("[1}", .unexpectedByte, 2),
      ("[,1]", .unexpectedByte, 1),
      ("{\"a\" 1}", .unexpectedByte, 5), ("\"\\u00", .stringNotClosed, 5),
    ] as [(String, RowDamage.Reason, Int)])
  func names(row: String, reason: RowDamage.Reason, offset: Int) {
    #expect(Scanned(row).fault == RowFault(reason: reason, offset: offset))
  }

  @Test("nesting of 512 is read and of 513 refused, and a million brackets end nothing else")
  func nesting() {
    for depth in [1, 511, 512] {
      let row = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      #expect(Scanned(row).fault == nil)
    }
    #expect(
      Scanned(String(repeating: "[", count: 513)).fault
        == RowFault(reason: .nestedTooDeep, offset: 512))
    #expect(
      Scanned(String(repeating: "{\"a\":", count: 1_000_000)).fault?.reason == .nestedTooDeep)
  }

  @Test("a row of more values than a tape may hold is refused with those before it")
  func manyValues() {
    var scanner = JSONScanner(maximumCount: 1024)
    var tape = JSONTape()
    let fits =
      Array("[".utf8) + Array(repeating: Array("0,".utf8), count: 1021).joined() + Array("0]".utf8)
    #expect(scanner.scan(fits, into: &tape) == nil)
    let exceeds = Array("[".utf8) + Array(repeating: Array("0,".utf8), count: 2000).joined()
    #expect(scanner.scan(exceeds, into: &tape)?.reason == .tooManyValues)
    #expect(tape.count == 1024)
    #expect(tape[0].after == tape.count)
  }

  @Test("a row that was cut keeps the fields before the cut and the half of a text")
  func keepsWhatWasRead() {
    let scanned = Scanned("{\"id\":7,\"answer\":{\"text\":\"half a sen")
    #expect(scanned.fault?.reason == .stringNotClosed)
    #expect(scanned.number(at: "id") == 7)
    #expect(scanned.text(at: "answer.text") == "half a sen")
    #expect(Scanned("{\"id\":7,\"answer\":").canonicalJSON == "{\"id\":7}")
    #expect(Scanned("{\"id\":7,\"answer").canonicalJSON == "{\"id\":7}")
  }

  @Test("bad UTF-8 is damage, and the fields around it stay readable")
  func badUTF8() {
    let scanned = Scanned(Array("{\"a\":\"caf".utf8) + [0xE9] + Array("\",\"b\":2}".utf8))
    #expect(scanned.fault == RowFault(reason: .badUTF8, offset: 9))
    #expect(scanned.tape.isComplete)
    #expect(scanned.text(at: "a") == "caf\u{FFFD}")
    #expect(scanned.number(at: "b") == 2)
  }

  @Test("a tape that was used for a longer row holds nothing of it")
  func reuse() {
    var scanner = JSONScanner()
    var tape = JSONTape()
    let long = Array("[\((1...500).map(String.init).joined(separator: ","))]".utf8)
    #expect(scanner.scan(long, into: &tape) == nil)
    #expect(tape.count == 501)
    #expect(scanner.scan(Array("[1]".utf8), into: &tape) == nil)
    #expect(tape.nodes.count == 2)
    #expect(scanner.scan([], into: &tape)?.reason == .noValue)
    #expect(tape.kind == nil)
  }
}
