/// Addresses of network devices: six pairs of hexadecimal digits with colons or hyphens.
struct HardwareAddressFinder: PlaceFinder {
  private static let length = 17

  func look(at place: Int, in text: RedactionText) -> Glance {
    Self.isAddress(text, place) ? .found(place..<place + Self.length, .hardwareAddress) : .nothing
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
