/// Takes what threads bring in whatever order, and hands it over in the order of its numbers.
///
/// Nobody waits for a turn: whoever brings what is next hands it over, with all that follows and was
/// brought meanwhile, and whoever comes too early leaves it here and goes on. Only who is very early has
/// to wait, so that little lies here.
///
///     let handover = OrderedHandover<Facts>(limit: 4)
///     handover.bring(facts, number: 7) { print($0) }
final class OrderedHandover<Item: Sendable>: Sendable {
  private struct State: Sendable {
    /// What was brought and is not next yet, by its number.
    var waiting: [Int: Item] = [:]
    var next = 0
    var isHandingOver = false
  }

  private let state = Monitor(State())
  private let limit: Int

  /// - Parameter limit: how many may lie here before who comes early has to wait.
  init(limit: Int) { self.limit = limit }

  /// Brings an item; each number from 0 on has to come once, or what follows is never handed over.
  ///
  /// - Parameter handOver: called in the order of the numbers, by one thread at a time, here or by
  ///   whoever brings an earlier item.
  func bring(_ item: Item, number: Int, handOver: (Item) -> Void) {
    state.wait(until: { [limit] in $0.next == number || $0.waiting.count < limit }) {
      $0.waiting[number] = item
    }
    var isMine = false
    while let next = takeNext(&isMine) { handOver(next) }
  }

  /// The next item, unless another thread is at it, which then sees to this one too.
  private func takeNext(_ isMine: inout Bool) -> Item? {
    state.change { state in
      guard isMine || !state.isHandingOver else { return nil }
      let item = state.waiting.removeValue(forKey: state.next)
      isMine = item != nil
      state.isHandingOver = isMine
      if isMine { state.next += 1 }
      return item
    }
  }
}
