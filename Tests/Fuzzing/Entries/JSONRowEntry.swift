@testable import Predictions

/// One row of JSON: both walks over it agree, its tape is sound, and its canonical text is canonical.
enum JSONRowEntry: FuzzEntry {
  static let seeds = [
    #"{"id":"r-1","input":"hi","output":"\u00e9\ud83d\ude00","scores":{"a":0.25,"b":-1e-3},"ok":true}"#,
    #"[[{"a":[]},{}],null,false,NaN,-Infinity,"\ud800"]"#, " \t{\"\": \"\\\\\\\"\"} \r", "\"é漢字😀\"",
    #"{"a":1,"a":2,"\u0061":3}"#, #"{"a":"cut off"#, "[1,2", "{'a':1}", "\u{FEFF}{}",
    "12345678901234567890.5",
  ]
  static let words = [
    "{\"", "\":", "\",\"", "\\u", "\\ud83d\\ude00", "null", "true", "false", "NaN", "Infinity",
    "e+10", "[[", "]]",
    "\u{FEFF}", "\u{2028}",
  ]

  static func take(_ bytes: UnsafeRawBufferPointer) {
    var scanner = JSONScanner()
    var careful = JSONTape()
    let fault = scanner.walk(bytes, into: &careful).fault
    var room = [JSONTape.Node](
      repeating: .init(kind: .null, start: 0, end: 0, link: 0), count: bytes.count + 2)
    if let count = room.withUnsafeMutableBufferPointer({ JSONQuickWalk.nodes(of: bytes, into: $0) })
    {
      hold(fault == nil, "the quick walk accepts what the careful one does not")
      hold(
        room[..<count].elementsEqual(careful.nodes, by: isSame), "the walks see different values")
    }
    checkShape(careful, bytes)
    var tape = JSONTape()
    hold(scanner.scan(bytes, into: &tape) == fault, "a scan says otherwise than its walk")
    if fault == nil { checkCanonical(tape, bytes) }
  }

  private static func isSame(_ one: JSONTape.Node, _ other: JSONTape.Node) -> Bool {
    one.kind == other.kind && one.start == other.start && one.end == other.end
      && one.after == other.after && one.hasEscapes == other.hasEscapes
  }

  /// Also of a damaged row, every node lies within it and leads further on.
  private static func checkShape(_ tape: JSONTape, _ bytes: UnsafeRawBufferPointer) {
    for index in 0..<tape.count {
      let node = tape[index]
      hold(
        0 <= node.start && node.start <= node.end && node.end <= bytes.count, "outside of the row")
      hold(index < node.after && node.after <= tape.count, "a value that leads nowhere")
      if node.kind == .string || node.kind == .number { _ = tape.text(of: index, in: bytes) }
      guard node.kind == .array || node.kind == .object else { continue }
      for child in tape.children(of: index) { hold(child < node.after, "a child outside") }
    }
  }

  private static func checkCanonical(_ tape: JSONTape, _ bytes: UnsafeRawBufferPointer) {
    guard tape.count > 0 else { return }
    let canonical = tape.canonicalJSON(of: 0, in: bytes)
    let again = Array(canonical.utf8)
    var scanner = JSONScanner()
    var second = JSONTape()
    hold(scanner.scan(again, into: &second) == nil, "canonical text is damaged")
    let repeated = again.withUnsafeBytes { second.canonicalJSON(of: 0, in: $0) }
    hold(repeated.utf8.elementsEqual(canonical.utf8), "canonical text is not canonical")
  }
}
