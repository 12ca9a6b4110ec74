import Predictions
import TestSupport
import Testing

@Suite("Random JSON against a slow reader")
struct RandomJSONTests {
  @Test(
    "the scanner accepts what a reader by the book accepts", arguments: [1, 2, 3, 4] as [UInt64])
  func agrees(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<Trials.count(5_000) {
      var bytes = RandomJSON.value(depth: 0, using: &random)
      if Bool.random(using: &random) { RandomJSON.damage(&bytes, using: &random) }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect((Scanned(bytes).fault == nil) == BookJSON.accepts(bytes), "\(text)")
    }
  }

  @Test(
    "canonical text is its own canonical text and keeps every value", arguments: [5, 6] as [UInt64])
  func canonical(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<Trials.count(2_000) {
      let scanned = Scanned(RandomJSON.value(depth: 0, using: &random))
      let canonical = try #require(scanned.canonicalJSON)
      let again = Scanned(canonical)
      #expect(again.fault == nil)
      #expect(again.canonicalJSON == canonical)
      #expect(again.tape.count == scanned.tape.count)
    }
  }

  @Test("rows are the same whatever the size of the blocks", arguments: [7, 8, 9] as [UInt64])
  func blocks(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for name in ["a.jsonl", "a.json", "a.csv"] {
      for _ in 0..<20 {
        let content = RandomJSON.file(name, using: &random)
        let whole = try FoundRows(content, name: name, blockSize: 1 << 20)
        let size = Int.random(in: 16...200, using: &random)
        let pieces = try FoundRows(content, name: name, blockSize: size)
        #expect(pieces.positions == whole.positions, "\(String(decoding: content, as: UTF8.self))")
        #expect(pieces.documentDamage?.reason == whole.documentDamage?.reason)
      }
    }
  }

  @Test(
    "the list of rows is the same whatever the size of the blocks", arguments: [11, 12] as [UInt64])
  func lists(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let parts = ["config", "results", "data", "x\\\\"].map { key in
        Array("\"\(key)\":".utf8) + RandomJSON.value(depth: 0, using: &random)
      }
      let rows = Array(#""records":[{"id":"\\\""},{"id":2}]"#.utf8)
      let content =
        [0x7B] + (parts + [rows]).shuffled(using: &random).joined(separator: [0x2C]) + [0x7D]
      let whole = try FoundRows(content, name: "a.json", blockSize: 1 << 20)
      let size = Int.random(in: 1...64, using: &random)
      let pieces = try FoundRows(content, name: "a.json", blockSize: size)
      #expect(pieces.positions == whole.positions, "\(String(decoding: content, as: UTF8.self))")
      #expect(!whole.texts.isEmpty)
    }
  }

  @Test("numbers are read as the standard library reads them")
  func numbers() {
    var random = SeededGenerator(seed: 10)
    for _ in 0..<Trials.count(20_000) {
      let text = RandomJSON.number(using: &random)
      let value = Scanned("[\(text)]").number(at: "[0]")
      #expect(value?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }
}

/// Values, and damage done to them.
enum RandomJSON {
  static let alphabet =
    Array("{}[]\",:\\u0019eE+-.tfnN \n\u{1}é漢😀ax".utf8) + [0xC3, 0xFF, 0xED, 0xA0]

  static func value(depth: Int, using random: inout some RandomNumberGenerator) -> [UInt8] {
    switch Int.random(in: 0..<(depth < 4 ? 9 : 6), using: &random) {
    case 0: return Array("null".utf8)
    case 1:
      return Array(
        ["true", "false", "NaN", "-Infinity"].randomElement(using: &random)?.utf8 ?? "0".utf8)
    case 2: return Array(number(using: &random).utf8)
    case 3, 4, 5: return string(using: &random)
    case 6:
      return list("[", "]", using: &random) { random in value(depth: depth + 1, using: &random) }
    default: return object(depth: depth, using: &random)
    }
  }

  static func object(depth: Int = 0, using random: inout some RandomNumberGenerator) -> [UInt8] {
    list("{", "}", using: &random) { random in
      string(using: &random) + [0x3A] + value(depth: depth + 1, using: &random)
    }
  }

  /// A string, number or word that any reader takes.
  static func scalar(using random: inout some RandomNumberGenerator) -> [UInt8] {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: Array(["true", "false", "null"].randomElement(using: &random)?.utf8 ?? "0".utf8)
    case 1, 2: Array(number(using: &random).utf8)
    default: string(using: &random)
    }
  }

  private static func list<Generator: RandomNumberGenerator>(
    _ open: String, _ close: String, using random: inout Generator,
    _ part: (inout Generator) -> [UInt8]
  ) -> [UInt8] {
    let parts = (0..<Int.random(in: 0...4, using: &random)).map { _ in part(&random) }
    let separator = Array([",", " , ", ",\t"].randomElement(using: &random)?.utf8 ?? ",".utf8)
    return Array(open.utf8) + parts.joined(separator: separator) + Array(close.utf8)
  }

  static func string(using random: inout some RandomNumberGenerator) -> [UInt8] {
    let pieces = [
      "a", "word ", "\\n", "\\\"", "\\u00e9", "\\ud83d\\ude00", "\\ud800", "é", "漢字", "😀", "/",
      "0123456789",
    ]
    let count = Int.random(in: 0...12, using: &random)
    let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    return Array("\"\(text)\"".utf8)
  }

  static func number(using random: inout some RandomNumberGenerator) -> String {
    var text = Bool.random(using: &random) ? "-" : ""
    text += String(
      UInt64.random(in: 0...UInt64.max, using: &random) >> UInt64.random(in: 0...63, using: &random)
    )
    if Bool.random(using: &random) {
      let digits = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }
      text += "." + digits.joined()
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      text += "e\(Int.random(in: -330...330, using: &random))"
    }
    return text
  }

  /// Changes, removes, adds or cuts a few bytes.
  static func damage(_ bytes: inout [UInt8], using random: inout some RandomNumberGenerator) {
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let byte = alphabet.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = byte
      case 1: bytes.remove(at: at)
      case 2: bytes.insert(byte, at: at)
      default: bytes.removeLast(bytes.count - at)
      }
    }
  }

  /// A file of several rows, some of them damaged.
  static func file(_ name: String, using random: inout some RandomNumberGenerator) -> [UInt8] {
    let isTable = name == "a.csv"
    var rows = (0..<12).map { index in
      isTable
        ? cells(using: &random)
        : Array("{\"id\":\(index),\"x\":".utf8) + value(depth: 2, using: &random) + [0x7D]
    }
    for index in rows.indices.dropFirst() where Int.random(in: 0..<5, using: &random) == 0 {
      damage(&rows[index], using: &random)
    }
    if name == "a.json" { return [0x5B] + rows.joined(separator: [0x2C, 0x0A]) + [0x5D] }
    return (isTable ? Array("a,b,c\n".utf8) : []) + rows.joined(separator: [0x0A])
  }

  private static func cells(using random: inout some RandomNumberGenerator) -> [UInt8] {
    let cells = ["1", "text", "\"a, b\"", "\"x\ny\"", "\"\"\"\"", "", "\"say \"\"hi\"\"\""]
    return Array(
      (0..<3).map { _ in cells.randomElement(using: &random) ?? "" }.joined(separator: ",").utf8)
  }
}

/// A reader of JSON as the standard's grammar is written, one rule after the other.
struct BookJSON {
  private let scalars: [Unicode.Scalar]
  private var at = 0

  static func accepts(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    var reader = BookJSON(scalars: Array(text.unicodeScalars))
    reader.space()
    guard reader.value() else { return false }
    reader.space()
    return reader.at == reader.scalars.count
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private mutating func space() {
    while at < scalars.count, " \t\n\r".unicodeScalars.contains(scalars[at]) { at += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[at...].starts(with: wanted) else { return false }
    at += wanted.count
    return true
  }

  private mutating func value() -> Bool {
    for word in ["null", "true", "false", "NaN", "Infinity", "-Infinity"] where take(word) {
      return true
    }
    if take("\"") { return string() }
    if take("[") { return parts("]") { $0.value() } }
    if take("{") {
      return parts("}") { reader in
        guard reader.take("\""), reader.string() else { return false }
        reader.space()
        guard reader.take(":") else { return false }
        reader.space()
        return reader.value()
      }
    }
    return number()
  }

  private mutating func parts(_ close: String, _ part: (inout BookJSON) -> Bool) -> Bool {
    space()
    if take(close) { return true }
    while true {
      space()
      guard part(&self) else { return false }
      space()
      if take(close) { return true }
      guard take(",") else { return false }
    }
  }

  private mutating func string() -> Bool {
    while at < scalars.count {
      if take("\"") { return true }
      if take("\\u") {
        for _ in 0..<4 {
          guard at < scalars.count, scalars[at].isASCII, scalars[at].properties.isASCIIHexDigit
          else { return false }
          at += 1
        }
      } else if take("\\") {
        guard at < scalars.count, "\"\\/bfnrt".unicodeScalars.contains(scalars[at]) else {
          return false
        }
        at += 1
      } else {
        guard scalars[at].value >= 0x20 else { return false }
        at += 1
      }
    }
    return false
  }

  private mutating func digits() -> Bool {
    let start = at
    while at < scalars.count, ("0"..."9").contains(scalars[at]) { at += 1 }
    return at > start
  }

  private mutating func number() -> Bool {
    _ = take("-")
    if !take("0") { guard digits() else { return false } }
    if take(".") { guard digits() else { return false } }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      guard digits() else { return false }
    }
    return true
  }
}
