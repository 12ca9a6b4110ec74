/// Addresses of network devices: six pairs of hexadecimal digits with colons or hyphens, or three
/// fours with dots, `001a.2b3c.4d5e`.
struct HardwareAddressFinder: PlaceFinder {
  private static let forms: [(separators: StaticString, group: Int, length: Int)] = [
    (":-", 2, 17), (".", 4, 14),
  ]

  func look(at place: Int, in text: RedactionText) -> Glance {
    guard text[place].isHexadecimal else { return .nothing }
    for form in Self.forms
    where Self.isAddress(text, place, form.separators, group: form.group, length: form.length) {
      return .found(place..<place + form.length, .hardwareAddress)
    }
    return .nothing
  }

  private static func isAddress(
    _ text: RedactionText, _ start: Int, _ separators: StaticString, group: Int, length: Int
  ) -> Bool {
    let separator = text[start + group]
    guard separator.isOne(of: separators) else { return false }
    let isBounded =
      isBound(text[start - 1], text[start - 2], separator)
      && isBound(text[start + length], text[start + length + 1], separator)
    guard isBounded else { return false }
    let digits = (0..<length).filter { $0 % (group + 1) != group }.map { text[start + $0] }
    let hasSeparators = stride(from: group, to: length, by: group + 1).allSatisfy {
      text[start + $0] == separator
    }
    guard hasSeparators, digits.allSatisfy(\.isHexadecimal) else { return false }
    // Fours of digits alone are parts of numbers, and of letters alone are words.
    return group == 2
      || (digits.contains(where: \.isDigit) && !digits.allSatisfy(\.isDigit))
  }

  /// Whether nothing goes on here; a full stop may end a sentence.
  private static func isBound(_ scalar: UInt32, _ beyond: UInt32, _ separator: UInt32) -> Bool {
    guard scalar == separator else { return !scalar.isWord }
    return separator == UInt32(ascii: ".") && !beyond.isWord
  }
}
