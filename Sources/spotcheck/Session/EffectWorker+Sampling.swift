import Evaluation
import Interface
import Predictions

extension EffectWorker {
  /// Makes a draw or takes one up; the ledger writes it in its own time.
  func sample(_ order: DrawOrder, overlap: Double?) -> [Event] {
    let context = context
    return run(inBackground: true) { [ledger] _ in
      do throws(DrawError) {
        let open = try OpenDraw.start(order, overlap: overlap, in: context, ledger: ledger)
        return open.map { .sampled($0) }
      } catch {
        return .samplingFailed(error.words)
      }
    }
  }

  /// Measures guardrails, as `check` does, without responding.
  func check(_ rules: [GuardrailRule]) -> [Event] {
    let context = context
    return run(inBackground: true) { _ in
      do throws(QueryError) {
        var evaluator = MetricEvaluator(context)
        var findings: [GuardrailFinding] = []
        for rule in rules { findings.append(try evaluator.finding(of: rule)) }
        return .guardrailsChecked(findings)
      } catch {
        return .notice("the guardrails cannot be measured: \(error)")
      }
    }
  }
}
