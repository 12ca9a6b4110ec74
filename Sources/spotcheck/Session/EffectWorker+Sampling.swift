import Evaluation
import Interface

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
}
