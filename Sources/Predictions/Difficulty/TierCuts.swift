/// Where one tier ends and the next begins; what is not given is the signal's own cut.
///
/// `easy` is the least probability of an easy prediction, or the least variability of an ambiguous
/// one where the signal is ``SignalKind/dynamics``. `hard` is the probability below which a
/// prediction is hard: of the top two labels together for ``SignalKind/scores``, of the one value
/// for ``SignalKind/confidence`` and ``SignalKind/dynamics``. Values are compared in Double.
package struct TierCuts: Hashable, Sendable {
  package var easy: Double?
  package var hard: Double?

  package init(easy: Double? = nil, hard: Double? = nil) {
    self.easy = easy
    self.hard = hard
  }

  /// The cut for `easy` under `signal`.
  package func easy(under signal: SignalKind) -> Double {
    easy ?? (signal == .dynamics ? 0.25 : 0.90)
  }

  /// The cut for `hard` under `signal`.
  package func hard(under signal: SignalKind) -> Double {
    hard ?? (signal == .scores ? 0.75 : 0.50)
  }
}
