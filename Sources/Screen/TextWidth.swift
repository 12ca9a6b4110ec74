/// How many columns text fills, by one pinned table (Unicode 15.0) instead of the system's.
///
/// East Asian wide and emoji presentation are 2, combining marks 0, ambiguous 1. What has no width
/// that terminals agree on is never drawn: `Sanitizer` replaces it, and the replacement is measured.
package enum TextWidth {
  /// The columns of a scalar by itself, or nil where it is only ever shown as a token.
  package static func columns(of scalar: Unicode.Scalar) -> Int? {
    let scalarClass = ScalarClass(scalar)
    return scalarClass == .hidden ? nil : scalarClass.width
  }

  /// The columns of a text once it is sanitised, O(text).
  package static func columns(of text: String) -> Int {
    DisplayText(text).width
  }
}
