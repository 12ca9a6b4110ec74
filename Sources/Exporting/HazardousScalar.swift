/// Which characters must not reach a terminal or a reader's eye as they are.
enum HazardousScalar {
  /// Controls and the invisible, but for line break, tab, and the joiners that scripts need.
  static func matches(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x20...0x7E: false
    case 0x200C, 0x200D: false
    case 0x2028, 0x2029: true
    case ..<0x00A0: true
    default: scalar.properties.generalCategory == .format
    }
  }

  /// `text` with such characters as visible tokens: `⟨U+202E⟩`.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: matches) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if matches(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result +=
          "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "⟩"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
