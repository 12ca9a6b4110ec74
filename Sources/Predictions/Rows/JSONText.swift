/// Writes text as a JSON string with the fewest escapes.
package enum JSONText {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Appends `text`, which must be valid UTF-8, between quotes.
  ///
  /// Quotes, backslashes and controls below U+0020 are escaped, and nothing else.
  package static func appendString(_ text: some Sequence<UInt8>, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): json += [UInt8(ascii: "\\"), byte]
      case 0x20...: json.append(byte)
      default: appendControl(byte, to: &json)
      }
    }
    json.append(UInt8(ascii: "\""))
  }

  /// A list of texts without spaces, as canonical JSON has it.
  static func list(_ texts: [String]) -> String {
    var json: [UInt8] = []
    for text in texts {
      json.append(UInt8(ascii: json.isEmpty ? "[" : ","))
      appendString(text.utf8, to: &json)
    }
    return texts.isEmpty ? "[]" : String(decoding: json, as: UTF8.self) + "]"
  }

  private static func appendControl(_ byte: UInt8, to json: inout [UInt8]) {
    let letter: Character? =
      switch byte {
      case 0x08: "b"
      case 0x09: "t"
      case 0x0A: "n"
      case 0x0C: "f"
      case 0x0D: "r"
      default: nil
      }
    json.append(UInt8(ascii: "\\"))
    if let letter {
      json.append(contentsOf: letter.utf8)
    } else {
      json.append(contentsOf: "u00".utf8)
      json += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
