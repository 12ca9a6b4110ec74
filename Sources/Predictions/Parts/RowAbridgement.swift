/// A long row with its texts and lists cut short, to choose parts and signal from, or to show.
///
/// Which fields it has, and what kinds of values, is as in the row: nothing else of a text of a
/// hundred megabytes would say more about what it is than its beginning does.
struct RowAbridgement {
  /// Rows up to this length are taken as they are.
  let limit: Int
  let textLimit: Int
  let childLimit: Int
  private static let depthLimit = 16

  /// Enough to know what the fields are.
  static let sampled = RowAbridgement(limit: 4 << 20, textLimit: 4 << 10, childLimit: 1_000)
  /// More than anybody scrolls through in the tree of a row.
  static let shown = RowAbridgement(limit: 1 << 20, textLimit: 64 << 10, childLimit: 5_000)

  /// The row as JSON that is a few megabytes long at most, unless it nests thousands in thousands.
  func json(of tape: JSONTape, in bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var json: [UInt8] = []
    append(0, of: tape, in: bytes, depth: 0, to: &json)
    return json
  }

  private func append(
    _ node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer, depth: Int,
    to json: inout [UInt8]
  ) {
    switch tape[node].kind {
    case .string: appendText(node, of: tape, in: bytes, to: &json)
    case .number where tape[node].end - tape[node].start > textLimit:
      json.append(UInt8(ascii: "0"))
    case .number, .true, .false, .null: json.append(contentsOf: tape.raw(node, in: bytes))
    case .array, .object: appendChildren(node, of: tape, in: bytes, depth: depth, to: &json)
    }
  }

  private func appendChildren(
    _ node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer, depth: Int,
    to json: inout [UInt8]
  ) {
    let isObject = tape[node].kind == .object
    json.append(UInt8(ascii: isObject ? "{" : "["))
    var child = node + 1
    var count = 0
    while child < tape[node].after, count < childLimit, depth < Self.depthLimit {
      if count > 0 { json.append(UInt8(ascii: ",")) }
      if isObject {
        appendText(child, of: tape, in: bytes, to: &json)
        json.append(UInt8(ascii: ":"))
        child += 1
      }
      append(child, of: tape, in: bytes, depth: depth + 1, to: &json)
      child = tape[child].after
      count += 1
    }
    json.append(UInt8(ascii: isObject ? "}" : "]"))
  }

  private func appendText(
    _ node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer, to json: inout [UInt8]
  ) {
    let text = tape.raw(node, in: bytes)
    json.append(UInt8(ascii: "\""))
    json.append(contentsOf: text.prefix(cut(text)))
    json.append(UInt8(ascii: "\""))
  }

  /// Where a text is cut: neither within a character nor within an escape.
  private func cut(_ text: UnsafeRawBufferPointer) -> Int {
    guard text.count > textLimit else { return text.count }
    var at = 0
    while at < textLimit {
      let isEscape = text[at] == UInt8(ascii: "\\")
      at += !isEscape ? 1 : text[at + 1] == UInt8(ascii: "u") ? 6 : 2
    }
    while at < text.count, text[at] & 0xC0 == 0x80 { at += 1 }
    return min(at, text.count)
  }
}
