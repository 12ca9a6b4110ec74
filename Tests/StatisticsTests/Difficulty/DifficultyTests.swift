import Testing

@testable import Statistics

@Suite("How undecided a model is")
struct DifficultyTests {
  @Test("is nothing where one label has it all, and most where all have the same")
  func extremes() throws {
    let sure = try #require(ScoreUncertainty([0, 1, 0]))
    #expect(sure.leastConfidence == 0 && sure.margin == 1 && sure.entropy == 0)
    let even = try #require(ScoreUncertainty([0.25, 0.25, 0.25, 0.25]))
    #expect(even.leastConfidence == 0.75 && even.margin == 0)
    #expect(isClose(try #require(even.entropy), Elementary.log(4)))
    #expect(isClose(try #require(even.normalisedEntropy), 1))
    #expect(isClose(try #require(ScoreUncertainty([0.5, 0.25, 0.25])?.margin), 0.25))
  }

  @Test("is undefined without labels to decide between")
  func undefined() throws {
    let none = try #require(ScoreUncertainty([]))
    #expect(none.leastConfidence == nil && none.margin == nil && none.entropy == nil)
    #expect(none.normalisedEntropy == nil)
    let single = try #require(ScoreUncertainty([1]))
    #expect(single.margin == nil && single.normalisedEntropy == nil)
    #expect(ScoreUncertainty([0.5, .nan]) == nil && ScoreUncertainty([1.5]) == nil)
  }

  @Test("over epochs is how probable the right label was, and how much that varied")
  func dynamics() throws {
    let epochs = TrainingDynamics(
      probabilities: [0.2, 0.6, 0.4, 0.8], correct: [false, true, false, true])
    #expect(isClose(try #require(epochs.confidence), 0.5))
    #expect(isClose(try #require(epochs.variability), 0.05.squareRoot()))
    #expect(isClose(try #require(epochs.cautiousVariability), (0.05 + 0.0025 / 3).squareRoot()))
    #expect(epochs.correctness == 0.5 && epochs.timesForgotten == 1)
    #expect(isClose(try #require(epochs.thresholdCloseness), 0.25))
  }

  @Test("over epochs is undefined without any, and forgets nothing that was never known")
  func undefinedDynamics() {
    let none = TrainingDynamics(probabilities: [], correct: [])
    #expect(none.confidence == nil && none.variability == nil && none.correctness == nil)
    #expect(none.thresholdCloseness == nil && none.timesForgotten == nil)
    let one = TrainingDynamics(probabilities: [0.4], correct: [false])
    #expect(one.variability == 0 && one.cautiousVariability == nil && one.timesForgotten == nil)
    #expect(TrainingDynamics(probabilities: [0.9], correct: [true]).timesForgotten == 0)
  }
}
