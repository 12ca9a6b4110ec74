import Foundation

/// How often a test leaves something to chance.
///
/// As often as a change needs, which takes no time, or so many times that:
///
///     SPOTCHECK_TRIALS=25 swift test --filter RoundTripTests
///
/// The numbers are then those of an ordinary run, and more behind them.
package enum Trials {
  private static let times =
    ProcessInfo.processInfo.environment["SPOTCHECK_TRIALS"].flatMap(Int.init) ?? 1

  /// `usual` times, and more often where that was asked for.
  package static func count(_ usual: Int) -> Int { usual * max(1, times) }
}
