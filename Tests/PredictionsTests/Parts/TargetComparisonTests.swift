import Testing

@testable import Predictions

@Suite("Output against target")
struct TargetComparisonTests {
  @Test(
    "texts are trimmed and numbers compare as numbers",
    arguments: [
      ("billing", " billing\n", true), ("Billing", "billing", false), ("0.0", "0", true),
      ("1e1", "10", true), ("007", "7", true), ("7a", "7", false), ("", " ", true),
      ("1,000", "1000", false), ("-0", "0", true), ("é", "é", true),
      ("9007199254740993", "9007199254740992", false), ("1e400", "2e400", false),
      ("1e-400", "0", false), ("12345678901234567890123.0", "12345678901234567890123", true),
      ("100e-2", "1.00000000000000000000", true), ("-1e400", "1e400", false),
      ("0e99999999999999999999", "-0.0", true), ("+.5", "0.5", true), ("5.", "5", true),
    ])
  func sameTexts(_ output: String, _ target: String, _ isSame: Bool) {
    #expect(TargetComparison.isSame(Array(output.utf8), Array(target.utf8)) == isSame)
    #expect(TargetComparison.isSame(Array(target.utf8), Array(output.utf8)) == isSame)
  }

  @Test(
    "a list matches by any of its members",
    arguments: [
      (#"["a","b"]"#, "b", true), (#"["a","b"]"#, "c", false), ("[1, 2.0]", "2", true),
      ("[]", "a", false), (#""a""#, "a", true), ("3", "3.0", true), ("true", "true", true),
    ])
  func lists(_ target: String, _ output: String, _ isSame: Bool) {
    var scanner = JSONScanner()
    var tape = JSONTape()
    let row = Array(target.utf8)
    row.withUnsafeBytes { bytes in
      #expect(scanner.scan(bytes, into: &tape) == nil)
      var scratch: [UInt8] = []
      let found = TargetComparison.isSame(
        output: Array(output.utf8), target: 0, of: tape, in: bytes, scratch: &scratch)
      #expect(found == isSame)
    }
  }
}
