/// How long this reviewer takes, for `about 12 min left`. It lives and dies with the screen.
struct Pace: Hashable, Sendable {
  /// Longer gaps are pauses, not looking.
  private static let longestGap = 180_000
  /// Enough gaps that one of them does not decide.
  private static let fewestGaps = 3

  private var gaps: [Int] = []
  private var last: Int?

  /// A verdict was given at `time`.
  mutating func note(_ time: Int) {
    if let last, time - last < Self.longestGap { gaps.append(time - last) }
    last = time
    if gaps.count > 50 { gaps.removeFirst() }
  }

  /// Minutes that `count` more take at the median pace, at least 1; nothing until it is known.
  func minutes(for count: Int) -> Int? {
    guard gaps.count >= Self.fewestGaps, count > 0 else { return nil }
    let median = gaps.sorted()[gaps.count / 2]
    return max(1, (median * count + 30_000) / 60_000)
  }
}
