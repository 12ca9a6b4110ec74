/// Addresses of network devices: six pairs of hexadecimal digits with colons or hyphens.
struct HardwareAddressFinder: SensitiveTextFinder {
  private static let length = 17

  func find(in text: RedactionText, _ found: (SensitiveText) -> Void) {
    var index = 0
    while index + Self.length <= text.count {
      guard Self.isAddress(text, index) else {
        index += 1
        continue
      }
      found(SensitiveText(range: index..<(index + Self.length), kind: .hardwareAddress))
      index += Self.length
    }
  }

  private static func isAddress(_ text: RedactionText, _ start: Int) -> Bool {
    let separator = text[start + 2]
    guard text[start].isHexadecimal, separator.isOne(of: ":-") else { return false }
    let isBounded = [text[start - 1], text[start + length]].allSatisfy {
      !$0.isWord && $0 != separator
    }
    return isBounded
      && (1..<length).allSatisfy { place in
        place % 3 == 2
          ? text[start + place] == separator : text[start + place].isHexadecimal
      }
  }
}
