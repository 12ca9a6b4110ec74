/// What stands in a document behind the list of its rows, passed over up to the document's end.
///
/// Only its brackets and strings are looked at. It is passed so that whatever follows the document is
/// noticed, and that its end is missing where it was cut off.
struct DocumentTail: Sendable {
  /// Containers that are still open.
  private var depth: Int
  private var isInString = false
  /// The byte to come stands behind a backslash.
  private var isEscaped = false

  /// - Parameter depth: how many containers lie around the list.
  init(depth: Int) { self.depth = depth }

  /// The last bracket was closed.
  var isPassed: Bool { depth <= 0 }

  /// Returns how far the tail reaches: behind the last bracket, or to the end of the bytes.
  mutating func pass(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var at = start
    while at < bytes.count, !isPassed {
      if isInString {
        at = passString(bytes, from: at)
        continue
      }
      switch bytes[at] {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      at += 1
    }
    return at
  }

  private mutating func passString(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
        return at
      }
    }
    return at
  }
}
