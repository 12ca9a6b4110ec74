/// Finds what should not leave in one way of writing it.
///
/// A finder walks the text once and looks back and ahead a bounded way, so its time is linear in
/// the text whatever stands there.
protocol SensitiveTextFinder: Sendable {
  /// Hands over every find, from the first to the last.
  func find(in text: RedactionText, _ found: (SensitiveText) -> Void)
}

/// A part of a text that is to be taken out.
struct SensitiveText: Hashable {
  var range: Range<Int>
  var kind: RedactedKind
}
