/// The writing systems that are told apart, to see an answer in another one than the question.
enum Script: Int, CaseIterable {
  case latin, cyrillic, greek, arabic, hebrew, indic, thai, hangul, eastAsian, other

  private static let enoughLetters = 12
  private static let lookedAt = 2_000

  /// Whether most letters of `text` are of another script than most of `question`.
  ///
  /// Nothing where one of them has too few letters or no script that clearly leads.
  static func differs(_ text: [UInt8], from question: [UInt8]) -> Bool? {
    guard let own = leading(text), let asked = leading(question) else { return nil }
    return own != asked
  }

  private static func leading(_ text: [UInt8]) -> Script? {
    // A letter takes a byte at least, and of outputs that are labels there are millions.
    guard text.count >= enoughLetters else { return nil }
    let start = text.prefix(lookedAt)
    guard !start.allSatisfy({ $0 < 0x80 }) else {
      let letters = start.count { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
      return letters >= enoughLetters ? .latin : nil
    }
    var counts = [Int](repeating: 0, count: allCases.count)
    var letters = 0
    var decoder = UTF8()
    var bytes = start.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) {
      guard let script = script(of: scalar) else { continue }
      counts[script.rawValue] += 1
      letters += 1
    }
    guard letters >= enoughLetters, let most = counts.max(), most * 10 >= letters * 8 else {
      return nil
    }
    return counts.firstIndex(of: most).flatMap(Script.init)
  }

  private static func script(of scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: .latin
    case 0..<0xC0: nil
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x590...0x5FF: .hebrew
    case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: .arabic
    case 0x900...0xDFF: .indic
    case 0xE00...0xE7F: .thai
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: .hangul
    // Japanese mixes kana with the characters that Chinese uses.
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      .eastAsian
    default: scalar.properties.isAlphabetic ? .other : nil
    }
  }
}
