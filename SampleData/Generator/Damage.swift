/// How one line of a run was spoilt on its way to the disk.
struct Damage {
  enum Kind {
    /// The line ends inside of a text.
    case stringNotClosed
    /// The line ends behind a member.
    case objectNotClosed
    /// One byte of a letter outside ASCII is gone.
    case badUTF8
    /// Two points in a number.
    case badNumber
    /// A bracket too many.
    case textAfterValue
    /// A note of the logger instead of a row.
    case note(String)
  }

  let line: Int
  let kind: Kind

  static let newest = [
    Damage(line: 61, kind: .stringNotClosed), Damage(line: 143, kind: .badUTF8),
    Damage(line: 227, kind: .objectNotClosed), Damage(line: 318, kind: .badNumber),
    Damage(line: 402, kind: .textAfterValue),
    Damage(line: 455, kind: .note("\"rate limited, 30 s pause\"")),
  ]

  static let earlier = [
    Damage(line: 119, kind: .stringNotClosed), Damage(line: 250, kind: .note("null")),
  ]

  func apply(to lines: inout [[UInt8]]) {
    switch kind {
    case .stringNotClosed: lines[line].removeLast(lines[line].count * 2 / 5)
    case .objectNotClosed:
      if let comma = Self.firstIndex(of: "\"passed\"", in: lines[line]) {
        lines[line].removeSubrange((comma - 1)...)
      }
    case .badUTF8:
      let at = nearest(to: line, in: lines) { $0.contains { $0 >= 0xc3 } }
      if let byte = lines[at].lastIndex(where: { $0 >= 0xc3 }) { lines[at].remove(at: byte + 1) }
    case .badNumber:
      if let start = Self.firstIndex(of: "\"confidence\":0", in: lines[line]) {
        lines[line].insert(UInt8(ascii: "."), at: start + 14)
      }
    case .textAfterValue: lines[line].append(UInt8(ascii: "}"))
    case .note(let text): lines[line] = Array(text.utf8)
    }
  }

  private func nearest(
    to line: Int, in lines: [[UInt8]], where fits: ([UInt8]) -> Bool
  ) -> Int {
    lines[line...].firstIndex(where: fits) ?? line
  }

  private static func firstIndex(of text: String, in bytes: [UInt8]) -> Int? {
    bytes.firstRange(of: Array(text.utf8))?.lowerBound
  }
}
