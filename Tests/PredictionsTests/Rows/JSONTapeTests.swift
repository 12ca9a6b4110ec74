import Predictions
import Testing

@Suite("Reading values from a tape")
struct JSONTapeTests {
  @Test(
    "a path descends, and a key that is written with dots or brackets wins",
    arguments: [
      (#"{"a":{"b":[{"c":"x"}]}}"#, "a.b[0].c", "x"),
      (#"{"a.b":"dotted","a":{"b":"deep"}}"#, "a.b", "dotted"),
      (#"{"a":{"b.c":"y"}}"#, "a.b.c", "y"), (#"{"a[0]":"z","a":["q"]}"#, "a[0]", "z"),
      (#"{"a.b":{"x":1},"a":{"b":{"c":"back"}}}"#, "a.b.c", "back"),
      (#"[["p","q"]]"#, "[0][1]", "q"),
      (#"{"":"empty"}"#, "", "empty"), (#"{"a":{"":"inner"}}"#, "a.", "inner"),
      (#"{"x]":"odd","a[b]":"key"}"#, "a[b]", "key"), (#"{"\u0061":"escaped"}"#, "a", "escaped"),
      (#"{"k":"first","k":"last"}"#, "k", "last"), (#"{"a":[0,[1,2],3]}"#, "a[2]", "3"),
    ])
  func paths(row: String, path: String, expected: String) {
    #expect(Scanned(row).text(at: path) == expected)
  }

  @Test(
    "a path that leads nowhere gives nothing",
    arguments: ["b", "a[2]", "a[0].b", "a.b", "a[0][0]", ""])
  func nowhere(path: String) {
    #expect(Scanned(#"{"a":[1,2]}"#).text(at: path) == nil)
    #expect(Scanned("").text(at: path) == nil)
  }

  @Test(
    "escapes are decoded and lone surrogates become U+FFFD",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"), (#""\ud83d\ude00""#, "😀"),
      (#""x\ud83d""#, "x\u{FFFD}"),
      (#""\ude00x""#, "\u{FFFD}x"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
      (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\u0000""#, "\0"),
      (#""\x41""#, "\u{FFFD}x41"), (#""é\u00e9""#, "éé"), (#""cut \u00"#, "cut \u{FFFD}u00"),
    ])
  func decoding(row: String, expected: String) {
    #expect(Scanned(row).text == expected)
  }

  @Test(
    "numbers are the nearest doubles",
    arguments: [
      "0", "-0.0", "0.1", "3.14159", "1e400", "-1e400", "5e-324", "1.7976931348623157e308",
      "123456789012345678",
      "9007199254740993", "0.30000000000000004", "2.2250738585072011e-308", "-12.5", "8.41e21",
      "9007199254740991.5",
      "0.000000000000001",
    ])
  func numbers(text: String) throws {
    let expected = try #require(Double(text))
    let value = try #require(Scanned("{\"n\":\(text)}").number(at: "n"))
    #expect(value.bitPattern == expected.bitPattern)
  }

  @Test("bare NaN and infinities are numbers")
  func notNumbers() {
    let scanned = Scanned("[NaN,Infinity,-Infinity,\"1\",null]")
    #expect(scanned.number(at: "[0]")?.isNaN == true)
    #expect(scanned.number(at: "[1]") == .infinity)
    #expect(scanned.number(at: "[2]") == -.infinity)
    #expect(scanned.number(at: "[3]") == nil)
    #expect(scanned.number(at: "[4]") == nil)
  }

  @Test(
    "canonical JSON sorts keys, keeps numbers as written and escapes little",
    arguments: [
      (#" { "b" : 1.0 , "a" : [ true , null ] } "#, #"{"a":[true,null],"b":1.0}"#),
      (#"{"é":1,"z":2,"😀":3,"\uffff":4,"A":5}"#, #"{"A":5,"z":2,"é":1,"\#u{FFFF}":4,"😀":3}"#),
      (#""\u00e9\/\u001b\u007f\n\"""#, "\"é/\\u001b\u{7f}\\n\\\"\""),
      (#"{"k":2,"a":0,"k":1}"#, #"{"a":0,"k":2,"k":1}"#),
      ("[1E+2,-0.0,123456789012345678901234567890]", "[1E+2,-0.0,123456789012345678901234567890]"),
      (#"{"a":{},"b":[[],[{}]]}"#, #"{"a":{},"b":[[],[{}]]}"#), (#""\ud800""#, "\"\u{FFFD}\""),
      ("{}", "{}"),
    ])
  func canonical(row: String, expected: String) {
    #expect(Scanned(row).canonicalJSON == expected)
  }

  @Test("a repeated key is noticed, also behind escapes and deep inside")
  func duplicates() {
    #expect(Scanned(#"{"label":"ok","\u006cabel":"bad"}"#).hasDuplicateKeys)
    #expect(Scanned(#"[{"x":[{"a":1,"b":2,"a":3}]}]"#).hasDuplicateKeys)
    let scanned = Scanned(#"{"label":"ok","\u006cabel":"bad"}"#)
    #expect(scanned.bytes.withUnsafeBytes { scanned.tape.repeatedKey(in: $0) } == "label")
    #expect(!Scanned(#"{"a":{"a":"a"},"b":["a","a"],"":0}"#).hasDuplicateKeys)
  }
}
