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
