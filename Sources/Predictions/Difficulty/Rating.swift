/// What a signal says of one row.
struct Rating {
  enum Rank: Hashable {
    case easy, ambiguous, hard, unrated
    /// The file's own name for it.
    case named(String)

    var tier: Tier {
      switch self {
      case .easy: .easy
      case .ambiguous: .ambiguous
      case .hard: .hard
      case .unrated: .unrated
      case .named(let name): Tier(name: name)
      }
    }
  }

  var rank = Rank.unrated
  /// The signal's number; NaN where there is none.
  var value = Double.nan
  /// From 0, sure, to 1; NaN where nothing tells.
  var uncertainty = Double.nan
}

extension Rating {
  /// A rating whose tier is none of the file's own.
  init(_ coded: CodedRating) {
    rank =
      switch coded.tier {
      case .easy: .easy
      case .ambiguous: .ambiguous
      case .hard: .hard
      default: .unrated
      }
    value = coded.value
    uncertainty = coded.uncertainty
  }
}
