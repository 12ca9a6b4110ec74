/// The cover over text that may be upsetting, and how far it is lifted for the row on show.
struct Shield: Sendable {
  /// How much of a covered text is shown.
  enum Lift: Int, Comparable, Sendable {
    case covered, masked, open

    static func < (left: Lift, right: Lift) -> Bool { left.rawValue < right.rawValue }
  }

  /// Milliseconds without a key after which a lifted shield comes down again.
  static let pause = 60_000

  private(set) var lift = Lift.covered
  /// Covered texts looked at in this sitting.
  private(set) var exposures = 0
  private var exposuresAtBreak = 0
  private var timeAtBreak: Int?

  /// Shows more of the text; `hasWords` tells whether masking words would hide anything.
  mutating func raise(hasWords: Bool) {
    if lift == .covered { exposures += 1 }
    lift = lift == .covered && hasWords ? .masked : .open
  }

  /// The text was on show before it was flagged, so it stays until the row is left: `u w` is two keys.
  mutating func keepOpen() { lift = .open }

  /// Covers the text again.
  mutating func lower() { lift = .covered }

  /// The sitting, or the stretch after a break, begins to count.
  mutating func begin(at now: Int) {
    if timeAtBreak == nil { timeAtBreak = now }
  }

  /// Whether a break is due at `now`; asked once per stretch.
  mutating func suggestsBreak(now: Int, options: ReviewOptions) -> Bool {
    let start = timeAtBreak ?? now
    let isDue =
      exposures - exposuresAtBreak >= options.exposuresUntilBreak
      || now - start >= options.millisecondsUntilBreak
    if isDue {
      exposuresAtBreak = exposures
      timeAtBreak = now
    }
    return isDue
  }
}
