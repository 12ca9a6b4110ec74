import Foundation
import TestSupport
import Testing

@testable import Screen

@Suite("Widths against the Unicode data", .enabled(if: SharedFolder.hasCorpus("unicode")))
struct UnicodeDataTests {
  @Test("the table is what its rules make of the data files")
  func table() throws {
    let data = try UnicodeData()
    var runs: [UInt32] = []
    var current = data.scalarClass(of: 0)
    var length: UInt32 = 0
    for value in UInt32(0)...0x10FFFF {
      let next = data.scalarClass(of: value)
      if next != current {
        runs.append(length << 3 | UInt32(current.rawValue))
        (current, length) = (next, 0)
      }
      length += 1
    }
    runs.append(length << 3 | UInt32(current.rawValue))
    #expect(runs == ScalarClass.runs)
  }

  @Test("every emoji is one glyph that is undisputed, or its base with a marker")
  func emoji() throws {
    let sequences = try UnicodeData.sequences("emoji-test.txt")
    #expect(sequences.count > 3_655)
    for sequence in sequences {
      let input = String(String.UnicodeScalarView(sequence))
      let text = DisplayText(input)
      #expect(SafeText.fault(in: text) == nil, "\(SafeText.codePoints(input))")
      #expect(text.clusters.count <= 15, "\(SafeText.codePoints(input))")
      if sequence.count > 1, !text.string.contains("⟨") {
        let isUnchanged = text.string == input && sequence.count == 2
        #expect(isUnchanged || text.string.hasSuffix("⁺"), "\(SafeText.codePoints(input))")
      }
    }
  }

  @Test("a cut never parts what the grapheme break tests keep together")
  func graphemes() throws {
    let examples = try UnicodeData.graphemeBreaks()
    #expect(examples.count == 602)
    for graphemes in examples {
      let input = String(String.UnicodeScalarView(graphemes.joined()))
      let text = DisplayText(input)
      #expect(SafeText.fault(in: text) == nil, "\(SafeText.codePoints(input))")
      #expect(DisplayText(text.string).string == text.string, "\(SafeText.codePoints(input))")
      guard text.string == input else { continue }
      let wholes = (0...graphemes.count).map { count in
        String(String.UnicodeScalarView(graphemes.prefix(count).joined()))
      }
      for columns in 0..<text.width {
        let kept = text.truncated(to: columns).string.dropLast()
        #expect(wholes.contains(String(kept)), "\(SafeText.codePoints(input)) in \(columns)")
      }
    }
  }
}

/// The parts of the Unicode data that widths depend on.
private struct UnicodeData {
  private var categories: [UInt32: Substring] = [:]
  private var isWide: Set<UInt32> = []
  private var emoji: Set<UInt32> = [0xA9, 0xAE]

  init() throws {
    for line in try UnicodeData.lines("EastAsianWidth.txt") {
      let fields = line.split(separator: ";", maxSplits: 1)
      let comment = line.split(separator: "#", maxSplits: 1)
      guard fields.count == 2, comment.count == 2, let width = fields[1].split(separator: " ").first
      else { continue }
      for value in UnicodeData.range(fields[0]) {
        categories[value] = comment[1].drop { $0 == " " }.prefix(2)
        if width == "W" || width == "F" { isWide.insert(value) }
      }
    }
    for line in try UnicodeData.lines("emoji-test.txt") where !line.contains("; component") {
      emoji.formUnion(UnicodeData.scalars(line.split(separator: ";")[0]).map(\.value))
    }
    emoji = emoji.filter { value in
      value > 0xFF && value < 0xE0000 && ![0x200D, 0x20E3, 0xFE0F].contains(value)
        && !(0x1F1E6...0x1F1FF).contains(value) && !(0x1F3FB...0x1F3FF).contains(value)
        || value == 0xA9 || value == 0xAE
    }
  }

  func scalarClass(of value: UInt32) -> ScalarClass {
    guard let category = categories[value], !UnicodeData.isListedAsHidden(value) else {
      return .hidden
    }
    if ["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"].contains(category) { return .hidden }
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value) { return .mark }
    if category == "Mn" || category == "Me" { return .mark }
    if isWide.contains(value) {
      if (0x1100...0x115E).contains(value) || (0xA960...0xA97C).contains(value) {
        return .leadingJamo
      }
      return emoji.contains(value) ? .wideEmoji : .wide
    }
    if category == "Mc" || [0xE33, 0xEB3, 0xFF9E, 0xFF9F].contains(value) { return .joining }
    return emoji.contains(value) ? .emoji : .narrow
  }

  private static func isListedAsHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x34F, 0x115F, 0x1160, 0x17B4...0x17B5, 0x2800, 0x3164, 0xFFA0, 0xFFFC,
      0x180B...0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF,
      0x2630...0x2637, 0x268A...0x268F, 0x302E...0x302F, 0x3248...0x324F, 0x4DC0...0x4DFF,
      0x16FF0...0x16FF1, 0x1D300...0x1D356, 0x1D360...0x1D376:
      true
    default: false
    }
  }

  static func sequences(_ file: String) throws -> [[Unicode.Scalar]] {
    try lines(file).map { scalars($0.split(separator: ";")[0]) }
  }

  static func graphemeBreaks() throws -> [[[Unicode.Scalar]]] {
    try lines("GraphemeBreakTest.txt").map { line in
      line.split(separator: "#")[0].split(separator: "÷").map(scalars).filter { !$0.isEmpty }
    }
  }

  private static func lines(_ file: String) throws -> [Substring] {
    let url = SharedFolder.corpus("unicode").appendingPathComponent(file)
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .filter { $0.first != "#" }
  }

  private static func scalars(_ text: Substring) -> [Unicode.Scalar] {
    text.split { $0 == " " || $0 == "×" || $0 == "\t" }
      .compactMap { UInt32($0, radix: 16) }.compactMap(Unicode.Scalar.init)
  }

  private static func range(_ text: Substring) -> ClosedRange<UInt32> {
    let ends = text.filter { $0 != " " }.split(separator: ".").compactMap { UInt32($0, radix: 16) }
    return (ends.first ?? 0)...(ends.last ?? 0)
  }
}
