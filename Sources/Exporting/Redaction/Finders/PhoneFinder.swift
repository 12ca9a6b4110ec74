/// Phone numbers as people write them: with a country's code behind a plus or two zeros, in the North
/// American way, or with a trunk zero and groups.
///
/// Digits alone are left, since ids and amounts look the same; but for those behind two zeros, which
/// few of these have. ``StatedPhoneFinder`` finds others where a word before them says what they are.
struct PhoneFinder: PlaceFinder {
  /// As many as numbers have (E.164), and two zeros before them.
  private static let mostDigits = 15 + 2

  func look(at place: Int, in text: RedactionText) -> Glance {
    guard let number = Number(in: text, at: place) else { return .nothing }
    // What is no number from here is none from a digit further on in the same group.
    return number.isPhone ? .found(place..<number.end, .phone) : .nothingUntil(number.firstGroupEnd)
  }

  /// Groups of digits with single signs between them.
  private struct Number {
    private(set) var groups: [Int] = []
    private(set) var separators: Set<UInt32> = []
    private(set) var end: Int
    private(set) var firstGroupEnd: Int
    private let hasPlus: Bool
    private let hasParenthesis: Bool
    private var digits: [UInt32] = []

    init?(in text: RedactionText, at start: Int) {
      let before = text.beside(start - 1, step: -1)
      hasPlus = text[start] == UInt32(ascii: "+")
      var index = hasPlus ? start + 1 : start
      hasParenthesis = text[index] == UInt32(ascii: "(")
      if hasParenthesis { index += 1 }
      guard text[index].isDigit, !before.isWord, !before.isOne(of: ".-_/#@+:$=&%") || hasPlus
      else { return nil }
      if hasPlus, before.isWord || before.isOne(of: "+_") { return nil }
      (end, firstGroupEnd) = (index, index)
      while digits.count <= PhoneFinder.mostDigits {
        let group = index
        index = text.end(from: group, most: PhoneFinder.mostDigits + 1, \.isDigit)
        guard index > group else { break }
        digits += text.scalars[group..<index]
        groups.append(index - group)
        end = index
        if groups.count == 1 { firstGroupEnd = index }
        index = afterSeparator(in: text, at: index)
        guard index > end || text[index].isDigit else { break }
      }
      let after = text.beside(end, step: 1)
      if after.isWord || after == UInt32(ascii: "_") { return nil }
    }

    /// Behind what may stand between two groups: one sign, or a parenthesis and a space.
    private mutating func afterSeparator(in text: RedactionText, at place: Int) -> Int {
      var index = place
      if text[index] == UInt32(ascii: ")") { index += 1 }
      if text[index].isOne(of: " -./") {
        separators.insert(text[index])
        index += 1
      }
      if text[index] == UInt32(ascii: "(") { index += 1 }
      return index
    }

    var isPhone: Bool {
      guard digits.count <= PhoneFinder.mostDigits else { return false }
      if hasPlus { return isInternational(digits[...], least: 8) }
      return isNorthAmerican || isNational || isDialled
    }

    private func isInternational(_ digits: ArraySlice<UInt32>, least: Int) -> Bool {
      // A number with a fraction is none.
      let isFraction = groups.count == 2 && separators == [UInt32(ascii: ".")]
      return (least...15).contains(digits.count) && digits.first != UInt32(ascii: "0")
        && !isFraction
    }

    /// `0049 30 1234567`, `00 41 79 123 45 67`, `0041791234567`
    private var isDialled: Bool {
      guard digits.starts(with: [0x30, 0x30]), groups[0] >= 2 else { return false }
      guard groups.count > 1 else { return isInternational(digits.dropFirst(2), least: 10) }
      // Pairs alone are bytes or times.
      return groups.contains { $0 != 2 } && isInternational(digits.dropFirst(2), least: 8)
    }

    /// `202-555-0143`, `(202) 555-0143`, `1 202 555 0143`
    private var isNorthAmerican: Bool {
      let shape = groups.first == 1 ? Array(groups.dropFirst()) : groups
      guard shape == [3, 3, 4] || (hasParenthesis && shape == [3, 7]) else { return false }
      let code = digits.count - 10
      return (code == 0 || digits[0] == UInt32(ascii: "1"))
        && digits[code] >= UInt32(ascii: "2") && digits[code + 3] >= UInt32(ascii: "2")
    }

    /// `020 7946 0958`, `030/23125 000`, `(0)30 23125000`
    private var isNational: Bool {
      guard digits[0] == UInt32(ascii: "0"), (10...12).contains(digits.count) else { return false }
      guard groups.count >= 2, groups[0] <= 6, !separators.contains(UInt32(ascii: ".")) else {
        return false
      }
      return groups[0] >= 2 || hasParenthesis
    }
  }
}

extension RedactionText {
  /// What stands at `index`, or beyond the underscores there, which emphasise what is beside them.
  fileprivate func beside(_ index: Int, step: Int) -> UInt32 {
    var index = index
    for _ in 0..<3 where self[index] == UInt32(ascii: "_") { index += step }
    return self[index]
  }
}
