import Screen

/// A text as finders look at it: invisible characters left out, digits, dashes, spaces and
/// full-width letters as their plain ones, so that no disguise of that kind hides anything.
///
/// Each scalar knows its place in the text itself, which alone is what gets changed.
struct RedactionText {
  /// The scalars to look at.
  let scalars: [UInt32]
  /// Where each of them stands in the text, in scalars; nothing where they are one to one.
  private let places: [Int]?

  init(_ text: String) {
    if text.utf8.allSatisfy({ $0 < 0x7F && ($0 >= 0x20 || $0 == 0x09 || $0 == 0x0A) }) {
      scalars = text.utf8.map(UInt32.init)
      places = nil
      return
    }
    var scalars: [UInt32] = []
    var places: [Int] = []
    for (place, scalar) in text.unicodeScalars.enumerated() {
      guard let plain = Self.plain(scalar) else { continue }
      scalars.append(plain)
      places.append(place)
    }
    self.scalars = scalars
    self.places = places
  }

  var count: Int { scalars.count }

  /// The scalar at `index`; a line break, which belongs to nothing, outside of the text.
  subscript(index: Int) -> UInt32 {
    index >= 0 && index < scalars.count ? scalars[index] : 0x0A
  }

  /// The scalars of the text itself from the first of `range` to its last.
  func original(_ range: Range<Int>) -> Range<Int> {
    guard let places else { return range }
    return places[range.lowerBound]..<(places[range.upperBound - 1] + 1)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x09, 0x0A, 0x20..<0x7F: return scalar.value
    case 0x0D: return 0x0A
    case 0x200C, 0x200D, 0xFE0E, 0xFE0F: return nil
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return 0x20
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: return 0x2D
    case 0x2028, 0x2029, 0x85: return 0x0A
    case 0xFF01...0xFF5E: return scalar.value - 0xFF01 + 0x21
    case ..<0x20, 0x7F: return nil
    default: break
    }
    if HiddenText.matches(scalar) { return nil }
    if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
      return 0x30 + UInt32(digit)
    }
    return scalar.value
  }
}

extension UInt32 {
  /// The code of an ASCII character.
  init(ascii scalar: Unicode.Scalar) { self = scalar.value }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isUppercase: Bool { self >= 0x41 && self <= 0x5A }

  var isLowercase: Bool { self >= 0x61 && self <= 0x7A }

  /// A letter of ASCII or of any other script.
  var isLetter: Bool {
    if self < 0x80 { return isUppercase || isLowercase }
    return Unicode.Scalar(self)?.properties.isAlphabetic ?? false
  }

  /// A letter or a digit: beside one, nothing begins or ends.
  var isWord: Bool { isDigit || isLetter }

  var isASCIIWord: Bool { isDigit || isUppercase || isLowercase }

  var isHexadecimal: Bool {
    isDigit || (self >= 0x41 && self <= 0x46) || (self >= 0x61 && self <= 0x66)
  }

  /// The small letter of an ASCII capital.
  var lowercased: UInt32 { isUppercase ? self + 0x20 : self }

  func isOne(of text: StaticString) -> Bool {
    self < 0x80 && text.withUTF8Buffer { $0.contains(UInt8(truncatingIfNeeded: self)) }
  }
}

extension RedactionText {
  /// Whether `word`, in small letters, stands at `index` in any case.
  func has(_ word: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { bytes in
      bytes.indices.allSatisfy { self[index + $0].lowercased == UInt32(bytes[$0]) }
    }
  }

  /// The first place from `start` on whose scalar does not meet `condition`, at most `most` further.
  func end(from start: Int, most: Int = .max, _ condition: (UInt32) -> Bool) -> Int {
    var index = start
    let limit = most < count - start ? start + most : count
    while index < limit, condition(scalars[index]) { index += 1 }
    return index
  }

  /// The first place of those before `end` that meet `condition`, at most `most` back.
  func start(before end: Int, most: Int, _ condition: (UInt32) -> Bool) -> Int {
    var index = end
    while index > 0, end - index < most, condition(scalars[index - 1]) { index -= 1 }
    return index
  }
}
