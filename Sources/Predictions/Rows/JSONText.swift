/// Writes text as a JSON string with the fewest escapes.
package enum JSONText {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Appends `text`, which must be valid UTF-8, between quotes.
  ///
  /// Quotes, backslashes and controls below U+0020 are escaped, and nothing else.
  package static func appendString(_ text: some Sequence<UInt8>, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "\""))
    for byte in text { append(byte, to: &json) }
    json.append(UInt8(ascii: "\""))
  }

  /// Appends a byte of a text as it stands between the quotes.
  @inline(__always)
  fileprivate static func append(_ byte: UInt8, to json: inout some TextSink) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      json.append(UInt8(ascii: "\\"))
      json.append(byte)
    case 0x20...: json.append(byte)
    default: appendControl(byte, to: &json)
    }
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

  private static func appendControl(_ byte: UInt8, to json: inout some TextSink) {
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
      json.append(text: String(letter))
    } else {
      json.append(text: "u00")
      json.append(digits[Int(byte >> 4)])
      json.append(digits[Int(byte & 15)])
    }
  }
}

/// Text on its way into a JSON string: what it is given goes on with the fewest escapes.
struct EscapedText<Sink: TextSink>: TextSink {
  private(set) var sink: Sink

  init(sink: consuming Sink) { self.sink = sink }

  var isFull: Bool { sink.isFull }

  mutating func append(_ byte: UInt8) { JSONText.append(byte, to: &sink) }

  mutating func append(bytes: UnsafeRawBufferPointer) {
    for byte in bytes { JSONText.append(byte, to: &sink) }
  }
}
