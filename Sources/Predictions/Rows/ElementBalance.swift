/// Finds the end of an element by its quotes and brackets alone.
///
/// It gives up where they contradict each other: a bracket closed by one of the other kind, a line
/// break inside of a string, or a string that stands where none can, which is what a missing quote
/// turns the rest of a document into.
enum ElementBalance {
  enum Result: Equatable {
    case whole(Int)
    case unfinished
    case unbalanced
  }

  static func length(
    of bytes: UnsafeRawBufferPointer, layout: ElementFinder.Layout, isLast: Bool
  ) -> Result {
    switch bytes[0] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return container(bytes)
    case UInt8(ascii: "\""):
      return string(bytes, from: 0).map { .whole($0) } ?? .unbalanced
    default: return word(bytes, layout: layout, isLast: isLast)
    }
  }

  private static func container(_ bytes: UnsafeRawBufferPointer) -> Result {
    var brackets: [UInt8] = []
    var previous = UInt8(ascii: ",")
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        brackets.append(byte + 2)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard brackets.popLast() == byte else { return .unbalanced }
        if brackets.isEmpty { return .whole(at + 1) }
      case UInt8(ascii: "\""):
        guard opensString(after: previous) else { return .unbalanced }
        guard let stop = string(bytes, from: at) else {
          return endsInsideString(bytes, from: at) ? .unfinished : .unbalanced
        }
        at = stop - 1
      default: break
      }
      if !ByteSearch.isSpace(byte) { previous = byte }
      at += 1
    }
    return .unfinished
  }

  /// The place behind the string at `start`, when it closes on its line and nothing odd follows.
  private static func string(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var at = start + 1
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "\""):
        guard let next = ByteSearch.firstVisible(in: bytes, from: at + 1) else { return at + 1 }
        return closesString(before: bytes[next]) ? at + 1 : nil
      case 0x0A: return nil
      default: break
      }
      at += 1
    }
    return nil
  }

  private static func endsInsideString(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[(start + 1)...])
    return !rest.contains { $0 == 0x0A || $0 == UInt8(ascii: "\"") }
  }

  /// Anything up to the next comma, bracket or line break.
  private static func word(
    _ bytes: UnsafeRawBufferPointer, layout: ElementFinder.Layout, isLast: Bool
  ) -> Result {
    let stop = bytes.firstIndex { byte in
      byte == 0x0A || layout == .list && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]"))
    }
    guard var length = stop ?? (isLast ? bytes.count : nil) else { return .unfinished }
    while length > 1, ByteSearch.isSpace(bytes[length - 1]) { length -= 1 }
    return .whole(max(1, length))
  }

  private static func opensString(after byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "{")
      || byte == UInt8(ascii: "[")
  }

  private static func closesString(before byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: "]")
  }
}
