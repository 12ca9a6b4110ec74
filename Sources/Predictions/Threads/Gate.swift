/// A gate that is closed at first and, once opened, stays open; any number of threads may wait.
final class Gate: Sendable {
  private let isOpen = Monitor(false)

  func open() { isOpen.change { $0 = true } }

  func wait() { isOpen.wait(until: { $0 }) }
}
