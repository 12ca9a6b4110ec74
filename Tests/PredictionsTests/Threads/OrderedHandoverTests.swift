import Synchronization
import Testing

@testable import Predictions

/// What several threads bring, handed over in order.
@Suite("Handing over in order")
struct OrderedHandoverTests {
  @Test("each item comes once, in the order of its number", arguments: [1, 2, 5], [1, 4, 1_000])
  func order(threads: Int, limit: Int) {
    let handover = OrderedHandover<Int>(limit: limit)
    let tickets = Atomic(0)
    let handed = Mutex<[Int]>([])
    BackgroundThread.together(threads) { _ in
      while true {
        let number = tickets.add(1, ordering: .relaxed).oldValue
        guard number < 3_000 else { return }
        handover.bring(number, number: number) { item in handed.withLock { $0.append(item) } }
      }
    }
    #expect(handed.withLock { $0 } == Array(0..<3_000))
  }

  @Test("who comes early leaves the item, and who brings the missing one hands over all")
  func early() {
    let handover = OrderedHandover<String>(limit: 2)
    var handed: [String] = []
    handover.bring("c", number: 2) { handed.append($0) }
    handover.bring("b", number: 1) { handed.append($0) }
    #expect(handed.isEmpty)
    // Full, but this one is what the others wait for.
    handover.bring("a", number: 0) { handed.append($0) }
    #expect(handed == ["a", "b", "c"])
  }
}
