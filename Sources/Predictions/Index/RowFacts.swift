/// What the index learns from one row.
struct RowFacts: Sendable {
  var digest = DigestPrefix(high: 0, low: 0)
  var rank = Rating.Rank.unrated
  var value = Float.nan
  var uncertainty = Float.nan
  var confidence = Float.nan
  var automatic: AutomaticResult?
  var signs = 0
  var isShielded = false
  var isNotAnObject = false
  var fault: RowFault?
  /// A hash of the row's id, or nothing where it has none.
  var key: UInt64?
  /// Of each of the file's segments, the value.
  var segments: [String?] = []
}
