/// What a signal says of one row, with the tier as a code: numbers that are copied and never counted.
struct CodedRating {
  /// A tier: one of ``tiers``, or behind them one of the file's own, in the order they were met.
  struct Code: RawRepresentable, Equatable {
    let rawValue: UInt8

    static let unrated = Code(rawValue: 0)
    static let easy = Code(rawValue: 1)
    static let ambiguous = Code(rawValue: 2)
    static let hard = Code(rawValue: 3)

    static func named(_ place: Int) -> Code { Code(rawValue: UInt8(tiers.count + place)) }
  }

  static let tiers: [Tier] = [.unrated, .easy, .ambiguous, .hard]

  var tier = Code.unrated
  /// The signal's number; NaN where there is none.
  var value = Double.nan
  /// From 0, sure, to 1; NaN where nothing tells.
  var uncertainty = Double.nan
}
