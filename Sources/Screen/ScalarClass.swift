/// What a scalar is to a grid of cells; `TextWidth` and `Sanitizer` know scalars only by this.
enum ScalarClass: UInt8 {
  /// Has no glyph of a width that all terminals agree on; shown as a token.
  case hidden
  /// A glyph of one cell; where East Asian Width says ambiguous too.
  case narrow
  /// A glyph of two cells.
  case wide
  /// Of no width: drawn onto the cell before it.
  case mark
  /// A glyph of one cell that continues the grapheme before it, such as a vowel sign.
  case joining
  /// One cell by itself, but the beginning of sequences that some terminals draw in two.
  case emoji
  /// Two cells by itself, and the beginning of sequences.
  case wideEmoji
  /// A Hangul initial of two cells that a following syllable would swallow.
  case leadingJamo

  /// The class of a scalar, in constant time for the basic plane and O(log runs) beyond.
  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x1_0000 {
      self = ScalarClass.basicPlane[Int(value)]
    } else {
      self = ScalarClass.lookUp(value)
    }
  }

  /// How many cells a glyph of this class fills by itself.
  var width: Int {
    switch self {
    case .hidden, .mark: 0
    case .narrow, .joining, .emoji: 1
    case .wide, .wideEmoji, .leadingJamo: 2
    }
  }

  private static let firstScalars: [UInt32] = {
    var first: UInt32 = 0
    return runs.map { run in
      defer { first += run >> 3 }
      return first
    }
  }()

  private static let basicPlane: [ScalarClass] = {
    var classes: [ScalarClass] = []
    classes.reserveCapacity(0x1_0000)
    for run in runs where classes.count < 0x1_0000 {
      let count = min(Int(run >> 3), 0x1_0000 - classes.count)
      classes.append(contentsOf: repeatElement(classOfRun(run), count: count))
    }
    return classes
  }()

  private static func classOfRun(_ run: UInt32) -> ScalarClass {
    ScalarClass(rawValue: UInt8(run & 7)) ?? .hidden
  }

  private static func lookUp(_ value: UInt32) -> ScalarClass {
    var low = 0
    var high = firstScalars.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstScalars[middle] <= value { low = middle } else { high = middle }
    }
    return classOfRun(runs[low])
  }
}
