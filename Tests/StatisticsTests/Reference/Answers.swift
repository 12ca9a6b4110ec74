@testable import Statistics

/// What this module says of the entries of the reference table.
enum Answers {
  /// Numbers of the table that the library they come from got wrong, as computed with 40 digits by
  /// bisection of the distribution itself.
  static let corrected: [String: [String: Double]] = [
    "special/t-chi2-ppf": ["t.2": 2.0157584218304514],
    "prop-ci/grid-0-1000000000": [
      "jeffreys_modified_bcd.1": 3.6888794473100205e-9, "mid_p.1": 2.9957322690667851e-9,
    ],
    "prop-ci/grid-1-1000000000": [
      "clopper_pearson.1": 5.5716433782031153e-9, "mid_p.0": 5.0020344835275894e-11,
      "mid_p.1": 4.9318605145953701e-9,
    ],
  ]

  private typealias Topic = (prefix: String, answer: (Value) -> Value)

  private static var topics: [Topic] {
    [
      ("prop-ci/one-sided", oneSided), ("prop-ci/coverage", coverage), ("prop-ci/", proportion),
      ("finite/hypergeom", hypergeometric), ("prop-test/", proportionTest), ("rate/", eventRate),
      ("special/norm", normalQuantiles), ("special/beta", betaQuantiles),
      ("special/t-chi2", studentAndChiSquareQuantiles), ("finite/fpc", populationCorrected),
      ("two-prop/newcombe", twoProportions), ("mcnemar/", mcNemar), ("trend/", trend),
      ("stratified/tiers", stratified), ("stratified/one-tier", stratified),
      ("stratified/neyman", allocation), ("stratified/cochran", design),
      ("stratified/enumeration", enumeration), ("kappa/", cohen), ("fleiss/", fleiss),
      ("krippendorff/", krippendorff), ("gwet/paradox", paradox), ("gwet/cont", tableCoefficients),
      ("weighted/", horvitzThompson), ("active-testing/", activeTesting),
      ("ppi/forest", binaryPredictionPowered), ("ppi/synthetic", gradedPredictionPowered),
      ("calibration/", calibration), ("chart/nist-ewma", movingAverage),
      ("chart/nist-cusum", cumulativeSum), ("chart/nist-p", shareChart),
      ("chart/nist-c", countChart), ("chart/sas-p", shareChart),
      ("chart/individuals", individuals), ("guardrail/nist", normalTolerance),
      ("guardrail/", freeTolerance), ("multiplicity/", multiplicity),
      ("plan/", withoutEvents), ("two-prop/power", power), ("two-prop/sample-size", margin),
      ("metrics/binary", binaryMetrics), ("metrics/mean", mean), ("metrics/median", median),
      ("metrics/quantiles", quantiles), ("drift/psi-5", shift),
      ("drift/psi-critical", criticalShift), ("drift/chi2", goodnessOfFit),
      ("drift/ks", twoSamples), ("uncertainty/", uncertainty), ("cartography/", cartography),
      ("confident-learning/", confidentLearning),
      ("dawid-skene/anaesthetists-1979", errorRates),
      ("dawid-skene/anaesthetists-first", errorRatesOfRows),
    ]
  }

  /// By the first topic whose prefix fits.
  static func of(_ entry: ReferenceTable.Entry) -> Value? {
    if entry.id.hasPrefix("gwet/raw4") { return rawCoefficient(entry.id, entry.inputs) }
    return topics.first { entry.id.hasPrefix($0.prefix) }?.answer(entry.inputs)
  }
}

extension Value {
  init(_ interval: Interval?) {
    self = .list([Value(interval?.low), Value(interval?.high)])
  }
}
