import Screen

/// Judges text for terminals by the standard library's properties, not by the table under test.
enum SafeText {
  /// What is wrong with a text, nil where a terminal may see it.
  static func fault(in text: DisplayText) -> String? {
    if text.width != text.clusters.reduce(0, { $0 + $1.width }) { return "wrong sum of widths" }
    for cluster in text.clusters {
      if let fault = fault(in: cluster) { return "\(fault) in \(codePoints(cluster.glyph))" }
    }
    return nil
  }

  static func codePoints(_ text: String) -> String {
    text.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
      .joined(separator: " ")
  }

  private static func fault(in cluster: DisplayText.Cluster) -> String? {
    let scalars = Array(cluster.glyph.unicodeScalars)
    guard let base = scalars.first else { return "empty glyph" }
    if scalars.count > 5 { return "more than five scalars" }
    if TextWidth.columns(of: base) != cluster.width { return "width is not that of the base" }
    for scalar in scalars.dropFirst() where !isTextVariant(scalar) {
      if TextWidth.columns(of: scalar) != 0 { return "a second glyph" }
    }
    return scalars.contains { !isVisible($0) && !isTextVariant($0) } ? "an invisible scalar" : nil
  }

  /// U+FE0E after a glyph of one column changes no width and is kept.
  private static func isTextVariant(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0E
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    default:
      return !properties.isDefaultIgnorableCodePoint && scalar.value != 0x2800
    }
  }
}
