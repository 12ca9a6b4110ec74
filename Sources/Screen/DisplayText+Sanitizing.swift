extension DisplayText {
  /// Columns from one tab stop to the next.
  static let tabStop = 4

  /// Adds sanitised text as long as the width so far satisfies a condition.
  mutating func append(sanitising untrusted: String, while isWanted: (Int) -> Bool) {
    var untrusted = untrusted
    let prefix = untrusted.withUTF8 { bytes in
      append(printableASCII: bytes, while: isWanted)
    }
    guard let prefix else { return }
    let rest = untrusted.utf8.index(untrusted.startIndex, offsetBy: prefix)
    var sanitizer = Sanitizer(untrusted, from: rest)
    while isWanted(width), let piece = sanitizer.next() {
      append(piece)
    }
  }

  mutating func append(_ piece: Sanitizer.Piece) {
    switch piece {
    case .cell(let glyph, let width, let joins):
      append(Cluster(glyph: glyph, width: width, kind: .plain, joins: joins))
    case .token(let name, let joins):
      for (place, character) in name.enumerated() {
        append(
          Cluster(glyph: String(character), width: 1, kind: .token, joins: joins && place == 0))
      }
    case .lineBreak:
      append(Cluster(glyph: "⏎", width: 1, kind: .token, joins: false))
    case .tab:
      for _ in 0..<(DisplayText.tabStop - width % DisplayText.tabStop) { append(.blank) }
    }
  }

  mutating func append(_ cluster: Cluster) {
    clusters.append(cluster)
    width += cluster.width
  }

  /// Adds the printable ASCII at the beginning, most of what is ever drawn.
  ///
  /// Returns where the sanitiser has to go on, or nil where all that is wanted was added.
  private mutating func append(
    printableASCII bytes: UnsafeBufferPointer<UInt8>, while isWanted: (Int) -> Bool
  ) -> Int? {
    clusters.reserveCapacity(clusters.count + min(bytes.count, 512))
    for (offset, byte) in bytes.enumerated() {
      guard isWanted(width) else { return nil }
      guard byte >= 0x20, byte < 0x7F else { return offset }
      // What is not ASCII may be a mark for the character before it.
      if offset + 1 < bytes.count, bytes[offset + 1] >= 0x80 { return offset }
      append(DisplayText.asciiClusters[Int(byte)])
    }
    return nil
  }

  private static let asciiClusters: [Cluster] = (0..<0x7F).map {
    Cluster(glyph: String(Unicode.Scalar(UInt8($0))), width: 1, kind: .plain, joins: false)
  }
}

extension DisplayText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init(value)
  }

  package init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.text
  }

  /// Collects literals and values; values are sanitised one by one, so none can act on the next.
  package struct StringInterpolation: StringInterpolationProtocol {
    var text = DisplayText()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      text.append(DisplayText(literal))
    }

    package mutating func appendInterpolation(_ untrusted: some StringProtocol) {
      text.append(DisplayText(String(untrusted)))
    }

    package mutating func appendInterpolation(_ other: DisplayText) {
      text.append(other)
    }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text.append(DisplayText(value.description))
    }
  }
}
