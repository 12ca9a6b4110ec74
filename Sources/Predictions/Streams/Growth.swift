/// How far bytes have come that are still arriving: the one place that knows whether more will.
///
/// A pump advances it while it spools a stream; of a followed file `look` says how long it is now.
/// Whoever reads waits here, and is woken by more bytes, by their end, or because nobody wants them
/// any more.
///
///     let growth = Growth()
///     growth.advance(to: 4096)                  // the pump
///     growth.wait(beyond: 4096) { true }        // the reader
///     growth.finish()
final class Growth: Sendable {
  enum Kind: Sendable {
    /// A stream that ends some time.
    case arriving
    /// A file that somebody may add to for as long as he likes.
    case followed
  }

  /// What a look at a followed file finds.
  enum Look: Sendable {
    case size(Int)
    /// It is not the file any more that it was.
    case over(why: String)
  }

  /// How long somebody who waits for a screen waits for more bytes to decide by.
  private enum Patience {
    static let stall = Duration.milliseconds(200)
    static let total = Duration.seconds(1)
  }

  /// Whoever waits says after this time that he does, and takes less than he would like to have.
  private static let pause = Duration.milliseconds(40)

  private struct State: Sendable {
    var size = 0
    var isFinal = false
    var isCancelled = false
    var interruption: String?
    var first: ContinuousClock.Instant?
    var last: ContinuousClock.Instant?
    /// Whom to tell that nobody wants more bytes; gone with the last byte, as what it holds is.
    var onCancel: (@Sendable () -> Void)?

    var isOver: Bool { isFinal || isCancelled }
  }

  let kind: Kind
  private let interval: Duration
  private let look: (@Sendable () -> Look)?
  private let state: Monitor<State>

  /// A stream, which somebody else advances.
  ///
  /// - Parameter onCancel: called when nobody wants more bytes.
  init(onCancel: @escaping @Sendable () -> Void = {}) {
    kind = .arriving
    interval = .zero
    look = nil
    state = Monitor(State(onCancel: onCancel))
  }

  /// A file that is looked at, by whoever waits, every `interval`.
  init(every interval: Duration, look: @escaping @Sendable () -> Look) {
    kind = .followed
    self.interval = interval
    self.look = look
    state = Monitor(State())
    lookAgain()
  }

  /// The bytes that have come.
  var size: Int { state.value.size }
  /// No more bytes will come.
  var isFinal: Bool { state.value.isFinal }
  /// Why the bytes ended before their time.
  var interruption: String? { state.value.interruption }

  func advance(to size: Int) {
    let now = ContinuousClock.now
    state.change { state in
      guard size > state.size, !state.isFinal else { return }
      state.size = size
      state.first = state.first ?? now
      state.last = now
    }
  }

  /// No more bytes will come; `interruption` says why, where that is not their natural end.
  func finish(interruption: String? = nil) {
    state.change { state in
      guard !state.isFinal else { return }
      state.isFinal = true
      state.interruption = interruption
      state.onCancel = nil
    }
  }

  /// Nobody wants more bytes: whoever waits is woken, and so is whoever brings them.
  func cancel() {
    state.change { state in
      state.isCancelled = true
      state.onCancel?()
      state.onCancel = nil
    }
  }

  /// Waits for bytes beyond the first `seen`; false where none are wanted any more.
  ///
  /// Bytes that end within a row were looked through in vain, so for a little while `wanted` bytes
  /// are waited for; that keeps the work for a very long row linear.
  ///
  /// - Parameter whileWaiting: called after a short while, and again until it returns true.
  func wait(beyond seen: Int, wanting wanted: Int = 0, whileWaiting: () -> Bool) -> Bool {
    var isSettled = false
    var least = max(seen, wanted - 1)
    while true {
      let hasCome = wait(for: isSettled ? nil : Self.pause) { $0.size > least }
      if hasCome { return !state.value.isCancelled }
      least = seen
      if size <= seen { isSettled = whileWaiting() }
    }
  }

  /// Waits for the first `limit` bytes or all there are.
  ///
  /// - Parameter isEnough: says whether the bytes so far would do, for somebody who is in a hurry;
  ///   without one only the end of the bytes shortens the wait.
  func waitForBeginning(_ limit: Int, isEnough: ((Int) -> Bool)?) {
    guard let isEnough else {
      _ = wait(for: nil) { $0.size >= limit }
      return
    }
    while true {
      _ = wait(for: nil) { $0.size > 0 }
      let state = state.value
      guard !state.isOver, state.size < limit, let first = state.first, let last = state.last
      else { return }
      let due = kind == .followed ? last : min(first + Patience.total, last + Patience.stall)
      let rest = due - ContinuousClock.now
      let seen = state.size
      if rest > .zero {
        _ = wait(for: rest) { $0.size > seen }
      } else if isEnough(seen) {
        return
      } else {
        _ = wait(for: nil) { $0.size > seen }
      }
    }
  }

  /// Waits until `isDone` or all is over; false when time ran out.
  private func wait(for limit: Duration?, until isDone: (State) -> Bool) -> Bool {
    let deadline = limit.map { ContinuousClock.now + $0 }
    while true {
      lookAgain()
      let rest = deadline.map { $0 - ContinuousClock.now }
      let step = look == nil ? rest : min(rest ?? interval, interval)
      let isReached = state.wait(until: { $0.isOver || isDone($0) }, atMost: step) {
        $0.isOver || isDone($0)
      }
      if isReached { return true }
      if let deadline, ContinuousClock.now >= deadline { return false }
    }
  }

  private func lookAgain() {
    switch look?() {
    case .size(let size): advance(to: size)
    case .over(let why): finish(interruption: why)
    case nil: break
    }
  }
}
