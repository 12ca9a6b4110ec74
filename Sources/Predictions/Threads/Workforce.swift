import Synchronization

/// Work over rows in pieces, on all processors, with results in the order of the pieces.
package enum Workforce {
  /// Does pieces 0, 1, … up to `pieces` on several threads, the calling one included.
  ///
  /// - Parameters:
  ///   - isCancelled: asked before each piece; those that are begun are finished.
  ///   - work: what a piece comes to, on any thread.
  ///   - take: takes the results one after the other, in the order of the pieces, on any thread.
  package static func run<Result: Sendable>(
    pieces: Int, isCancelled: @escaping @Sendable () -> Bool = { false },
    work: @escaping @Sendable (Int) -> Result, take: @escaping @Sendable (Int, Result) -> Void
  ) {
    let shift = Shift(pieces: pieces, isCancelled: isCancelled, work: work, take: take)
    BackgroundThread.together(min(Processors.count, pieces)) { _ in shift.work() }
  }

  /// What each of `count` things comes to, in their order.
  ///
  /// - Parameters:
  ///   - atOnce: how many a thread does before it asks for more, where each is little work.
  ///   - value: what the thing with a number comes to, on any thread.
  static func results<Value: Sendable>(
    of count: Int, atOnce: Int = 1, _ value: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    let results = Monitor<[Value]>([])
    run(
      pieces: (count + atOnce - 1) / atOnce,
      work: { piece in (piece * atOnce..<min(count, (piece + 1) * atOnce)).map(value) },
      take: { _, values in results.withLock { $0 += values } })
    return results.value
  }
}

/// What the threads of one ``Workforce`` share.
private final class Shift<Result: Sendable>: Sendable {
  private let pieces: Int
  private let isCancelled: @Sendable () -> Bool
  private let body: @Sendable (Int) -> Result
  private let take: @Sendable (Int, Result) -> Void
  private let next = Atomic(0)
  private let turnstile = Turnstile()

  init(
    pieces: Int, isCancelled: @escaping @Sendable () -> Bool,
    work: @escaping @Sendable (Int) -> Result, take: @escaping @Sendable (Int, Result) -> Void
  ) {
    self.pieces = pieces
    self.isCancelled = isCancelled
    body = work
    self.take = take
  }

  func work() {
    while true {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard piece < pieces else { return }
      // A piece that is not done still passes, or those behind it would wait for ever.
      guard !isCancelled() else {
        turnstile.pass(piece) {}
        continue
      }
      let result = body(piece)
      turnstile.pass(piece) { take(piece, result) }
    }
  }
}
