/// Names of a list, as whole words, in any case, with any spaces between their parts.
///
/// All names are looked for in one walk (Aho and Corasick 1975), so a list of thousands costs no more
/// than a short one. Where a script writes words without spaces, a name may stand inside of others.
struct NameFinder: SensitiveTextFinder {
  private struct State {
    var next: [UInt32: Int] = [:]
    /// Where the search goes on when nothing follows.
    var fallback = 0
    /// How long the name is that ends here; 0 where none does.
    var length = 0
    /// The nearest state on the way of fallbacks at which a name ends; 0 where there is none.
    var shorter = 0
  }

  private var states = [State()]
  private let kind: RedactedKind

  /// Names of one letter would be found everywhere; they are left out.
  init(_ names: [String], kind: RedactedKind = .name) {
    self.kind = kind
    for name in names {
      let scalars = Self.folded(RedactionText(name))
      guard scalars.count > 1 else { continue }
      insert(scalars)
    }
    link()
  }

  func find(in text: RedactionText, _ found: (SensitiveText) -> Void) {
    guard states.count > 1 else { return }
    // Where each scalar of the folded text stands, since runs of spaces are one there.
    var places: [Int] = []
    var state = 0
    for index in text.scalars.indices {
      let scalar = Self.fold(text[index])
      if scalar == Self.space, places.isEmpty || Self.fold(text[index - 1]) == Self.space {
        continue
      }
      places.append(index)
      state = following(state, scalar)
      var end = states[state].length > 0 ? state : states[state].shorter
      while end != 0 {
        let range = places[places.count - states[end].length]..<(index + 1)
        if Self.isWhole(text, range) { found(SensitiveText(range: range, kind: kind)) }
        end = states[end].shorter
      }
    }
  }

  // MARK: The table

  private mutating func insert(_ scalars: [UInt32]) {
    var state = 0
    for scalar in scalars {
      if let next = states[state].next[scalar] {
        state = next
      } else {
        states.append(State())
        states[state].next[scalar] = states.count - 1
        state = states.count - 1
      }
    }
    states[state].length = scalars.count
  }

  /// Fills in where to go on, states near the beginning before those behind them.
  private mutating func link() {
    var waiting = Array(states[0].next.values)
    var place = 0
    while place < waiting.count {
      let state = waiting[place]
      place += 1
      for (scalar, next) in states[state].next {
        let fallback = following(states[state].fallback, scalar)
        states[next].fallback = fallback
        states[next].shorter = states[fallback].length > 0 ? fallback : states[fallback].shorter
        waiting.append(next)
      }
    }
  }

  private func following(_ state: Int, _ scalar: UInt32) -> Int {
    var state = state
    while true {
      if let next = states[state].next[scalar] { return next }
      if state == 0 { return 0 }
      state = states[state].fallback
    }
  }

  // MARK: Letters

  private static let space: UInt32 = 0x20

  private static func folded(_ text: RedactionText) -> [UInt32] {
    var scalars: [UInt32] = []
    for scalar in text.scalars.map(fold) where scalar != space || scalars.last ?? space != space {
      scalars.append(scalar)
    }
    if scalars.last == space { scalars.removeLast() }
    return scalars
  }

  /// The small letter, where that is one scalar, and one kind of space.
  private static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar == 0x0A || scalar == 0x09 ? space : scalar.lowercased }
    let small = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars
    return small?.count == 1 ? small?.first?.value ?? scalar : scalar
  }

  /// Whether the words around the range end where it begins, and begin where it ends.
  private static func isWhole(_ text: RedactionText, _ range: Range<Int>) -> Bool {
    !(isJoining(text[range.lowerBound]) && isJoining(text[range.lowerBound - 1]))
      && !(isJoining(text[range.upperBound - 1]) && isJoining(text[range.upperBound]))
  }

  /// A letter or digit of a script that puts spaces between words.
  private static func isJoining(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      false
    default: scalar.isWord
    }
  }
}
