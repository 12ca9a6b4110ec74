/// How scalars without a glyph are named and counted.
enum HiddenScalar {
  /// Hidden scalars that count as alike when they follow each other.
  enum Group: String {
    case tag, variation
    case privateUse = "private"
    case unassigned, invisible
    /// Alike only to itself, since its name is what matters: bidirectional and C1 controls.
    case single
  }

  static func group(of scalar: Unicode.Scalar) -> Group {
    switch scalar.value {
    case 0xE0000...0xE007F: .tag
    case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: .variation
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: .privateUse
    case 0x80...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: .single
    case 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: .single
    // Assigned and visible, but of a width that changed from one Unicode version to another.
    case 0x2630...0x2637, 0x268A...0x268F, 0x302E...0x302F, 0x3248...0x324F, 0x4DC0...0x4DFF,
      0x16FF0...0x16FF1, 0x1D300...0x1D356, 0x1D360...0x1D376:
      .single
    case 0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B...0x200D, 0x2060...0x206F,
      0x2800, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFC:
      .invisible
    default: .unassigned
    }
  }

  /// The token of a run: `⟨U+200B⟩`, `⟨U+200B ×3⟩` where all are the same, else `⟨tag ×12⟩`.
  static func token(first: Unicode.Scalar, count: Int, same: Bool, group: String) -> String {
    let name = same ? codePoint(first) : group
    return count == 1 ? "⟨\(name)⟩" : "⟨\(name) ×\(count)⟩"
  }

  static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// `␛` for ESC and so on: the picture that Unicode keeps for each C0 control and DEL.
  static func picture(ofControl value: UInt32) -> String? {
    let picture: UInt32 = value == 0x7F ? 0x2421 : 0x2400 + value
    guard value < 0x20 || value == 0x7F, let scalar = Unicode.Scalar(picture) else { return nil }
    return String(Character(scalar))
  }

  /// `⟨DE⟩` for the two regional indicators of a flag.
  static func flag(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> String {
    let letters = [first, second].compactMap { Unicode.Scalar($0.value - 0x1F1E6 + 0x41) }
    return "⟨" + letters.map { String(Character($0)) }.joined() + "⟩"
  }

  static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  static func isSkinTone(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F3FB...0x1F3FF).contains(scalar.value)
  }
}
