/// Whether a model is right as often as it is sure, over bins of equal width.
///
/// Takes predictions one by one, in any order, and keeps none. The bins are ((m − 1)/M, m/M], with 0 in
/// the first, as Guo et al. 2017 have them. An outcome is 1 where the prediction was right, 0 where it
/// was wrong, or a grade between. A confidence or an outcome that is not within 0 and 1 is none, and
/// left out.
///
///     var calibration = Calibration()
///     calibration.add(confidence: 0.93, outcome: 1)
///     calibration.bins.expectedCalibrationError
package struct Calibration: Sendable {
  /// In order of confidence, empty ones too.
  package private(set) var bins: [ReliabilityBin]
  private var squares = ExactSum()
  private var losses = ExactSum()

  /// With fifteen bins where nothing else is said.
  package init(bins count: Int = 15) {
    precondition(count > 0, "no bins")
    bins = (0..<count).map {
      ReliabilityBin(range: Double($0) / Double(count)...Double($0 + 1) / Double(count))
    }
  }

  /// Counts one prediction, in constant time.
  package mutating func add(confidence: Double, outcome: Double) {
    guard confidence >= 0, confidence <= 1, outcome >= 0, outcome <= 1 else { return }
    bins[place(of: confidence)].add(confidence: confidence, outcome: outcome)
    squares.add((confidence - outcome) * (confidence - outcome))
    losses.add(Self.loss(confidence, outcome))
  }

  /// How many predictions were counted.
  package var count: Int { bins.reduce(0) { $0 + $1.count } }

  /// The mean of (confidence − outcome)²: G. W. Brier, "Verification of Forecasts Expressed in Terms of
  /// Probability" (1950), for two outcomes counted once. Undefined without predictions.
  package var brierScore: Double? { count > 0 ? squares.value / Double(count) : nil }

  /// The mean of −(y log p + (1 − y) log(1 − p)), in nats: I. J. Good, "Rational Decisions" (1952).
  ///
  /// Undefined without predictions, and where something was held for impossible and came.
  package var logLoss: Double? { count > 0 ? (losses.value / Double(count)).finite : nil }

  /// The bin whose range ends at or above the confidence. The product rounds, the ends decide.
  private func place(of confidence: Double) -> Int {
    let count = bins.count
    var place = min(count - 1, Int(confidence * Double(count)))
    if place > 0, confidence <= bins[place].range.lowerBound { place -= 1 }
    if place < count - 1, confidence > bins[place].range.upperBound { place += 1 }
    return place
  }

  private static func loss(_ confidence: Double, _ outcome: Double) -> Double {
    let right = outcome > 0 ? -outcome * Elementary.log(confidence) : 0
    let wrong = outcome < 1 ? -(1 - outcome) * Elementary.logOnePlus(-confidence) : 0
    return right + wrong
  }
}

extension Calibration {
  /// Adds all predictions of another one over as many bins, in constant time.
  package mutating func add(_ other: Calibration) {
    precondition(bins.count == other.bins.count, "bins of another number")
    for place in bins.indices { bins[place].add(other.bins[place]) }
    squares.add(other.squares)
    losses.add(other.losses)
  }
}
