import Testing

@testable import Predictions

/// Waiting for what is still arriving.
@Suite("Growth")
struct GrowthTests {
  @Test("whoever waits is woken by more bytes")
  func moreBytes() {
    let growth = Growth()
    growth.advance(to: 4)
    #expect(growth.wait(beyond: 3) { true })
    let hasStarted = BackgroundThread.start { growth.advance(to: 5) }
    #expect(hasStarted)
    #expect(growth.wait(beyond: 4) { true })
    #expect(growth.size == 5)
  }

  @Test("the end wakes whoever waits, and stays the end")
  func end() {
    let growth = Growth()
    let hasStarted = BackgroundThread.start { growth.finish(interruption: "cut") }
    #expect(hasStarted)
    #expect(growth.wait(beyond: 0) { true })
    growth.finish()
    growth.advance(to: 9)
    #expect(growth.isFinal)
    #expect(growth.size == 0)
    #expect(growth.interruption == "cut")
  }

  @Test("whoever wants no more says so, and no wait is worth while any more")
  func cancelling() {
    let wasTold = Monitor(false)
    let growth = Growth { wasTold.change { $0 = true } }
    let hasStarted = BackgroundThread.start { growth.cancel() }
    #expect(hasStarted)
    #expect(!growth.wait(beyond: 0) { true })
    // The thread that waits may be a step ahead of the one that tells.
    #expect(wasTold.wait(until: { $0 }, atMost: .seconds(60)) { $0 })
  }

  @Test("an end that has come needs nobody to be told any more")
  func cancellingLate() {
    let wasTold = Monitor(false)
    let growth = Growth { wasTold.change { $0 = true } }
    growth.finish()
    growth.cancel()
    #expect(!wasTold.value)
  }

  @Test("a wait that lasts is told again until it is settled")
  func settling() {
    let growth = Growth()
    var calls = 0
    let hasMore = growth.wait(beyond: 0) {
      calls += 1
      if calls == 3 { growth.advance(to: 1) }
      return calls == 3
    }
    #expect(hasMore)
    #expect(calls == 3)
  }

  @Test("the beginning is a number of bytes, or all there are")
  func beginning() {
    let whole = Growth()
    let hasStarted = BackgroundThread.start {
      whole.advance(to: 3)
      whole.advance(to: 8)
    }
    #expect(hasStarted)
    whole.waitForBeginning(8, isEnough: nil)
    #expect(whole.size == 8)
    let short = Growth()
    short.advance(to: 3)
    short.finish()
    short.waitForBeginning(8, isEnough: nil)
    #expect(short.size == 3)
  }

  @Test("in a hurry what came is enough once nothing more comes, if it says anything")
  func hurry() {
    let growth = Growth()
    growth.advance(to: 1)
    growth.waitForBeginning(100) { size in
      if size == 1 { growth.advance(to: 2) }
      return size == 2
    }
    #expect(growth.size == 2)
  }
}
