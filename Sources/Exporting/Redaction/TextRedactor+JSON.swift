import Predictions

extension TextRedactor {
  /// Canonical JSON with its texts redacted one by one, keys too, so that an escape hides nothing.
  ///
  /// A number that is to be taken out becomes a text, and keys of one object that were two stay two.
  /// Values of any depth are written without recursion. What is no JSON is redacted as a text.
  func redacted(json: String, _ counts: inout RedactionCounts) -> String {
    let bytes = Array(json.utf8)
    var scanner = JSONScanner()
    var tape = JSONTape()
    guard scanner.scan(bytes, into: &tape) == nil else { return redacted(json, &counts) }
    return bytes.withUnsafeBytes { bytes in
      var result = ""
      // What stands between two values is kept as it is.
      var copied = 0
      var keys: [Int: String] = [:]
      // The key of the value that comes next, if it is a member's.
      var name: String?
      for index in 0..<tape.count {
        let node = tape[index]
        if node.kind == .object { addKeys(of: index, tape, in: bytes, to: &keys, &counts) }
        guard node.kind == .string || node.kind == .number else {
          name = nil
          continue
        }
        let quotes = node.kind == .string ? 1 : 0
        let text = tape.text(of: index, in: bytes)
        let key = keys.removeValue(forKey: index)
        let safe = key ?? redacted(text, of: name ?? "", &counts)
        name = key == nil ? nil : text
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

  /// What the keys of the object at `index` become, by their places.
  private func addKeys(
    of index: Int, _ tape: JSONTape, in bytes: UnsafeRawBufferPointer, to keys: inout [Int: String],
    _ counts: inout RedactionCounts
  ) {
    var places: [(place: Int, key: String)] = []
    var place = index + 1
    while place < tape[index].after {
      places.append((place, tape.text(of: place, in: bytes)))
      place = tape[place + 1].after
    }
    let names = RedactedNames(of: places.lazy.map(\.key)) { redacted($0, &$1) }
    for (place, key) in places { keys[place] = names.redacted(key, &counts) }
  }
}
