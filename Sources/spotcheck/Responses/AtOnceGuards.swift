import Configuration
import Dispatch
import Evaluation
import Reviewing
import Synchronization

/// Responds while the screen is open to guardrails that say `at-once: true`, as soon as the review is
/// saved that leads out of their range.
///
/// It compares what the book said before the review with what it says now, over the same rows, so that
/// what had been left before is not responded to again, and an index that grows changes nothing. Only
/// what is judged at this screen counts: others have a screen of their own. All of it is done on a
/// thread of its own, one after the other; the screen waits for nothing but its end.
final class AtOnceGuards: Sendable {
  private struct Waiting: Sendable {
    /// What was said before the first judgement that was not looked at yet.
    var before: QueryContext?
    /// Looks that are at work.
    var looks = 0
  }

  private let guardrails: [(rule: GuardrailRule, command: String)]
  private let files: [String]
  private let folder: String
  private let history: HistoryFile
  private let notice: @Sendable (String) -> Void
  private let waiting = Mutex(Waiting())
  private let failures = Mutex<[String]>([])
  private let queue = DispatchQueue(label: "spotcheck.at-once", qos: .utility)

  /// As long as check's responses have.
  private static let seconds = 30

  /// Nothing where no guardrail asks for it.
  ///
  /// - Parameter notice: tells the reviewer what was done; called on another thread.
  init?(_ workspace: Workspace, notice: @escaping @Sendable (String) -> Void) {
    guardrails = workspace.found.configuration.guardrails.compactMap { guardrail in
      guard guardrail.atOnce, let command = guardrail.respond else { return nil }
      return GuardrailRule(guardrail).map { ($0, command) }
    }
    guard !guardrails.isEmpty else { return nil }
    files = workspace.paths
    folder = workspace.found.folder
    history = HistoryFile(workspace.found)
    self.notice = notice
  }

  /// Takes note that something is about to be judged.
  func noteJudgement(before context: QueryContext) {
    waiting.withLock { waiting in
      if waiting.before == nil { waiting.before = context }
    }
  }

  /// Looks at what was judged since the last look, now that it is saved; returns at once.
  func look(at context: QueryContext, heads: [String]) {
    let before = waiting.withLock { waiting in
      defer { waiting.before = nil }
      if waiting.before != nil { waiting.looks += 1 }
      return waiting.before
    }
    guard let before else { return }
    queue.async {
      self.respond(before, context, heads)
      self.waiting.withLock { $0.looks -= 1 }
    }
  }

  /// Waits until all that was begun has ended, and says what failed, for the end of a sitting.
  func finish() {
    if waiting.withLock({ $0.looks > 0 }) {
      Console.report("a guardrail was left or is being measured: a moment, until that is done")
    }
    queue.sync {}
    for sentence in failures.withLock({ $0 }) { Console.report("error: \(sentence)") }
  }

  private func respond(_ before: QueryContext, _ now: QueryContext, _ heads: [String]) {
    let then = QueryContext(
      snapshot: now.snapshot, store: now.store, book: before.book, reviewer: now.reviewer,
      now: now.now, comment: now.comment)
    var (old, new) = (MetricEvaluator(then), MetricEvaluator(now))
    for (rule, command) in guardrails {
      // A query that does not fit these predictions is said where guardrails are checked.
      guard let finding = try? new.finding(of: rule), finding.state == .left,
        let earlier = try? old.finding(of: rule), finding.isWorse(than: earlier)
      else { continue }
      notice("\(finding.sentence): running \(command)")
      let response = Response(
        command, with: Response.facts(finding, in: now, files: files, heads: heads), in: folder,
        seconds: Self.seconds)
      note(response.sentence, isFailure: !response.hasSucceeded)
      let entries = HistoryEntries(now, heads: heads, files: files)
      do throws(CommandError) {
        try history.append(entries.incident(finding, response))
      } catch {
        note(error.sentence, isFailure: true)
      }
    }
  }

  private func note(_ sentence: String, isFailure: Bool) {
    notice(sentence)
    if isFailure { failures.withLock { $0.append(sentence) } }
  }
}

extension GuardrailFinding {
  /// It was left only now, or has gone farther from the range: a second grave case is one more.
  fileprivate func isWorse(than earlier: GuardrailFinding) -> Bool {
    guard earlier.state == .left, let value = measurement.value,
      let before = earlier.measurement.value
    else { return true }
    guard measurement.metric.unit == .count else { return false }
    return distance(of: value) > distance(of: before)
  }

  private func distance(of value: Double) -> Double {
    max(rule.range.lowerBound - value, value - rule.range.upperBound)
  }
}
