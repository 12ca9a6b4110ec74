/// Lets threads pass one after the other, in the order of their numbers, each number once.
///
/// For those who hand over what they use again. Whoever can leave it and go on does so in an
/// ``OrderedHandover``.
package final class Turnstile: Sendable {
  private let next = Monitor(0)

  package init() {}

  /// Runs `body` once all lower numbers have passed.
  package func pass<Result>(_ number: Int, _ body: () -> Result) -> Result {
    next.wait(until: { $0 == number })
    defer { next.change { $0 += 1 } }
    return body()
  }
}
