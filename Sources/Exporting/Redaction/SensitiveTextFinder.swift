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

/// A finder that can tell at each place whether what it looks for begins there.
protocol PlaceFinder: SensitiveTextFinder {
  func look(at place: Int, in text: RedactionText) -> Glance
}

/// What a look at a place says.
enum Glance {
  /// Nothing begins here.
  case nothing
  /// Nothing begins before this place further on.
  case nothingUntil(Int)
  case found(Range<Int>, RedactedKind)
}

extension PlaceFinder {
  func find(in text: RedactionText, _ found: (SensitiveText) -> Void) {
    var place = 0
    while place < text.count {
      switch look(at: place, in: text) {
      case .nothing: place += 1
      case .nothingUntil(let next): place = max(place + 1, next)
      case .found(let range, let kind):
        found(SensitiveText(range: range, kind: kind))
        place = max(place + 1, range.upperBound)
      }
    }
  }
}
