import Predictions

extension TextRedactor {
  /// Canonical JSON with its texts redacted one by one, keys too, so that an escape hides nothing.
  ///
  /// A number that is to be taken out becomes a text. Values of any depth are written without
  /// recursion. What is no JSON is redacted as a text.
  func redacted(json: String, _ counts: inout RedactionCounts) -> String {
    let bytes = Array(json.utf8)
    var scanner = JSONScanner()
    var tape = JSONTape()
    guard scanner.scan(bytes, into: &tape) == nil else { return redacted(json, &counts) }
    return bytes.withUnsafeBytes { bytes in
      var result = ""
      // What stands between two values is kept as it is.
      var copied = 0
      for index in 0..<tape.count {
        let node = tape[index]
        guard node.kind == .string || node.kind == .number else { continue }
        let quotes = node.kind == .string ? 1 : 0
        let text = tape.text(of: index, in: bytes)
        let safe = redacted(text, &counts)
        result += String(decoding: bytes[copied..<(node.start - quotes)], as: UTF8.self)
        result +=
          safe == text
          ? String(decoding: bytes[(node.start - quotes)..<(node.end + quotes)], as: UTF8.self)
          : JSONWriting.string(safe)
        copied = node.end + quotes
      }
      return result + String(decoding: bytes[copied...], as: UTF8.self)
    }
  }
}
