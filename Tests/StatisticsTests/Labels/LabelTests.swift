import TestSupport
import Testing

@testable import Statistics

@Suite("Targets that are probably wrong")
struct ConfidentJointTests {
  private static let predictions: [ConfidentJoint.Prediction] = [
    (0, [0.9, 0.1]), (0, [0.8, 0.2]), (0, [0.1, 0.9]), (0, [0.6, 0.4]),
    (1, [0.2, 0.8]), (1, [0.3, 0.7]),
  ]

  @Test("are counted by what the model says with confidence")
  func counts() throws {
    let joint = try #require(ConfidentJoint(Self.predictions, labels: 2))
    #expect(isClose(try #require(joint.thresholds[0]), 0.6))
    #expect(isClose(try #require(joint.thresholds[1]), 0.75))
    #expect(joint.counts == [[3, 1], [0, 1]])
    #expect(joint.issues == [2])
    #expect(joint.selfConfidence == [0.9, 0.8, 0.1, 0.6, 0.8, 0.7])
    #expect(isClose(try #require(joint.normalisedMargins[2]), 0.1))
  }

  @Test("make a joint of all predictions, with each label as often as it was given")
  func joint() throws {
    let joint = try #require(ConfidentJoint(Self.predictions, labels: 2))
    #expect(isClose(joint.joint.joined().reduce(0, +), 1))
    #expect(isClose(joint.joint[0].reduce(0, +), 4.0 / 6))
    #expect(isClose(joint.trueShares.reduce(0, +), 1))
    for column in 0..<2 {
      #expect(isClose(joint.noise.reduce(0) { $0 + ($1[column] ?? .nan) }, 1))
    }
  }

  @Test("are none where every label is the most probable one, or was never given")
  func none() throws {
    let clean = try #require(
      ConfidentJoint([(0, [0.9, 0.1, 0]), (1, [0.2, 0.8, 0])], labels: 3))
    #expect(clean.issues == [] && clean.thresholds[2] == nil)
    #expect(clean.counts == [[1, 0, 0], [0, 1, 0], [0, 0, 0]])
    #expect(clean.trueShares[2] == 0 && clean.noise[0][2] == nil)
    #expect(ConfidentJoint([], labels: 2)?.issues == [])
    #expect(ConfidentJoint([(0, [1])], labels: 1)?.normalisedMargins == [nil])
    #expect(ConfidentJoint([(0, [.nan, 1])], labels: 2) == nil)
  }

  @Test("keep a label that nobody was confident about")
  func unsure() throws {
    // Both thresholds are 0.5, and neither label of the last one reaches them.
    let joint = try #require(
      ConfidentJoint([(0, [0.7, 0.3, 0]), (0, [0.3, 0.2, 0.5])], labels: 3))
    #expect(joint.counts == [[1, 0, 0], [0, 0, 0], [0, 0, 0]])
    #expect(joint.joint[0] == [1, 0, 0])
  }
}

@Suite("What items are, and how raters err")
struct ErrorRateModelTests {
  private static func counts(_ ratings: [[Int?]], categories: Int) -> [[[Int]]] {
    ratings.map { raters in
      raters.map { given in (0..<categories).map { $0 == given ? 1 : 0 } }
    }
  }

  @Test("find the errors that ratings were made with")
  func recovers() throws {
    var random = SeededGenerator(seed: 77)
    let accuracy = [0.95, 0.9, 0.6, 0.85]
    var truths: [Int] = []
    let ratings: [[Int?]] = (0..<1200).map { _ in
      let truth = Double.random(in: 0..<1, using: &random) < 0.3 ? 1 : 0
      truths.append(truth)
      return accuracy.map { Double.random(in: 0..<1, using: &random) < $0 ? truth : 1 - truth }
    }
    let model = try #require(
      ErrorRateModel(Self.counts(ratings, categories: 2), tolerance: 1e-9))
    #expect(abs(model.shares[1] - 0.3) < 0.04)
    for (rater, share) in accuracy.enumerated() {
      #expect(abs(model.errorRates[rater][0][0] - share) < 0.06)
      #expect(abs(model.errorRates[rater][1][1] - share) < 0.07)
    }
    let right = zip(model.probabilities, truths).count { ($0[1] > 0.5 ? 1 : 0) == $1 }
    let plain = zip(ratings, truths).count { votes, truth in
      votes.count { $0 == truth } > 2
    }
    #expect(right > plain)
  }

  @Test("never grow less likely from round to round, and give shares that make 1")
  func rounds() throws {
    let ratings = Self.counts(
      [[0, 0, 1], [1, 1, nil], [0, 1, 1], [2, 2, 2], [0, nil, 0], [2, 1, 2]], categories: 3)
    var last = -Double.infinity
    for rounds in 1...30 {
      let model = try #require(ErrorRateModel(ratings, tolerance: 0, rounds: rounds))
      #expect(model.logLikelihood >= last - 1e-9)
      last = model.logLikelihood
      for probabilities in model.probabilities { #expect(isClose(probabilities.reduce(0, +), 1)) }
      #expect(isClose(model.shares.reduce(0, +), 1))
      for row in model.errorRates.joined() { #expect(isClose(row.reduce(0, +), 1)) }
    }
  }

  @Test("are undefined without ratings, and know nothing of an item that nobody rated")
  func undefined() throws {
    #expect(ErrorRateModel([]) == nil && ErrorRateModel([[]]) == nil)
    let model = try #require(
      ErrorRateModel(Self.counts([[0, 0], [nil, nil], [1, 1]], categories: 2)))
    #expect(model.probabilities[0] == [1, 0] && model.probabilities[2] == [0, 1])
    #expect(isClose(model.probabilities[1][0], model.shares[0], within: 1e-6))
    #expect(model.probabilities.joined().allSatisfy { $0.isFinite })
  }

  @Test("stay numbers with a thousand raters")
  func many() throws {
    let many = (0..<4).map { item in (0..<1000).map { _ in Int?.some(item % 2) } }
    let model = try #require(ErrorRateModel(Self.counts(many, categories: 2)))
    #expect(model.probabilities == [[1, 0], [0, 1], [1, 0], [0, 1]])
    #expect(model.logLikelihood.isFinite)
  }
}
