/// A cell that holds a list or an object: exports of tracing tools write JSON into their tables,
/// and Python's data frames write their lists as Python prints them.
enum CellValue {
  /// The JSON that the cell holds, or nothing where it is a text like any other.
  ///
  /// What is returned stands inside of a row, so it nests no deeper than a row allows.
  static func json(of cell: some Collection<UInt8>, scanner: inout CellScanner) -> [UInt8]? {
    let text = Array(cell).trimmedOfSpace
    guard let first = text.first, let last = text.last else { return nil }
    let isList = first == UInt8(ascii: "[") && last == UInt8(ascii: "]")
    guard isList || first == UInt8(ascii: "{") && last == UInt8(ascii: "}") else { return nil }
    if scanner.isValue(text) { return text }
    for json in [PythonLiteral.json(of: text), NumericArray.json(of: text)] {
      if let json, scanner.isValue(json) { return json }
    }
    return nil
  }
}

/// What looking into cells needs, kept from cell to cell.
struct CellScanner: Sendable {
  private var scanner = JSONScanner()
  private var tape = JSONTape()

  /// The text is one value without any fault, also when a row lies around it.
  mutating func isValue(_ text: [UInt8]) -> Bool {
    scanner.scan([UInt8(ascii: "[")] + text + [UInt8(ascii: "]")], into: &tape) == nil
      && tape.count > 1 && tape[1].after == tape.count
  }
}

/// Lists and dictionaries as Python prints them: `['a', "b's", None]`.
enum PythonLiteral {
  private static let words: [(python: [UInt8], json: [UInt8])] = [
    (Array("None".utf8), Array("null".utf8)), (Array("True".utf8), Array("true".utf8)),
    (Array("False".utf8), Array("false".utf8)), (Array("nan".utf8), Array("NaN".utf8)),
  ]

  /// The same value as JSON where it is one; whether it is, the scanner has to say.
  static func json(of text: [UInt8]) -> [UInt8]? {
    var json: [UInt8] = []
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        guard let end = appendString(text, from: at, to: &json) else { return nil }
        at = end
      } else if let word = words.first(where: { text[at...].starts(with: $0.python) }) {
        json += word.json
        at += word.python.count
      } else {
        json.append(byte)
        at += 1
      }
    }
    return json
  }

  /// Appends the string that begins at `start` and returns the place behind it.
  private static func appendString(
    _ text: [UInt8], from start: Int, to json: inout [UInt8]
  ) -> Int? {
    var content: [UInt8] = []
    var at = start + 1
    while at < text.count, text[at] != text[start] {
      if text[at] == UInt8(ascii: "\\") {
        guard at + 1 < text.count else { return nil }
        at = appendEscape(text, at: at, to: &content)
      } else {
        content.append(text[at])
        at += 1
      }
    }
    guard at < text.count else { return nil }
    JSONText.appendString(content, to: &json)
    return at + 1
  }

  /// Decodes the escape at `at`; one that Python does not print stays as it is.
  private static func appendEscape(
    _ text: [UInt8], at: Int, to content: inout [UInt8]
  ) -> Int {
    let letter = text[at + 1]
    switch letter {
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"): content.append(letter)
    case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = letter == UInt8(ascii: "x") ? 2 : letter == UInt8(ascii: "u") ? 4 : 8
      let end = at + 2 + digits
      guard end <= text.count,
        let number = UInt32(String(decoding: text[(at + 2)..<end], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(number)
      else { fallthrough }
      content += Array(String(scalar).utf8)
      return end
    default: content += [text[at], letter]
    }
    return at + 2
  }
}

/// Arrays as NumPy prints them: `[0.25 0.75]`.
enum NumericArray {
  private static let allowed = Set("0123456789.eE+-[] \n".utf8)

  /// The same numbers with commas between them; nothing where there is more than numbers.
  static func json(of text: [UInt8]) -> [UInt8]? {
    guard text.allSatisfy(allowed.contains) else { return nil }
    var json: [UInt8] = []
    var hasGap = false
    for byte in text {
      if ByteSearch.isSpace(byte) {
        hasGap = true
        continue
      }
      // NumPy prints `1.` for 1.0, which JSON does not know.
      if json.last == UInt8(ascii: "."), hasGap || !(0x30...0x39).contains(byte) {
        json.append(UInt8(ascii: "0"))
      }
      if hasGap, let last = json.last, last != UInt8(ascii: "["), byte != UInt8(ascii: "]") {
        json.append(UInt8(ascii: ","))
      }
      hasGap = false
      json.append(byte)
    }
    return json
  }
}

extension [UInt8] {
  fileprivate var trimmedOfSpace: [UInt8] {
    guard let first = firstIndex(where: { !ByteSearch.isSpace($0) }),
      let last = lastIndex(where: { !ByteSearch.isSpace($0) })
    else { return [] }
    return Array(self[first...last])
  }
}
