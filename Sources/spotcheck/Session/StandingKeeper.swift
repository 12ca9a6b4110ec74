import Evaluation
import Synchronization

/// Keeps what a run's standing needs from one review to the next, for whichever thread works it out.
final class StandingKeeper: Sendable {
  private let watch = Mutex(RunWatch())

  /// What the reviews say now, and where the guardrails stand.
  func standing(
    _ context: QueryContext, rules: [GuardrailRule], weight: String?
  ) -> RunStanding {
    watch.withLock { $0.standing(context, rules: rules, weight: weight) }
  }
}
