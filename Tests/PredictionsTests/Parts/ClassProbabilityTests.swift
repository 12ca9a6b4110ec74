import Testing

@testable import Predictions

@Suite("Probabilities of a class")
struct ClassProbabilityTests {
  private static let values = [0.93, 0.12, 0.71, 0.38, 0.55, 0.04]

  /// Rows whose prediction is `fraud` from `threshold` on.
  private static func rows(_ name: String, threshold: Double = 0.5) -> [String] {
    values.map {
      let label = $0 >= threshold ? "fraud" : "fine"
      return #"{"text":"a b","prediction":"\#(label)","\#(name)":\#($0)}"#
    }
  }

  @Test(
    "a number that the output follows, or that is named for a class, is that class's probability",
    arguments: [
      "p", "score", "fraud_score", "score_fraud", "y_score", "proba", "p_fraud", "fraud_prob",
      "fraud_probability", "model_score", "likelihood", "risk", "confidence", "fraud",
    ])
  func ofOneClass(_ name: String) {
    let parts = PartRecogniser.recognise(RowSample(Self.rows(name)))
    #expect(parts.confidence?.meaning == .ofClass("fraud"))
    let why = parts.fields[.confidence]?.first?.why
    #expect(why?.contains("\(name) read as P(fraud)") == true)
    #expect(parts.segments.isEmpty)
  }

  @Test("the threshold need not be one half")
  func otherThreshold() {
    let parts = PartRecogniser.recognise(RowSample(Self.rows("score", threshold: 0.3)))
    #expect(parts.confidence?.meaning == .ofClass("fraud"))
  }

  @Test("a score that does not follow the output is said, with the way to tell what it is")
  func unrelated() {
    let rows = zip(["a", "b", "b", "a", "a", "b"], Self.values).map {
      #"{"text":"a b","prediction":"\#($0)","risk_score":\#($1)}"#
    }
    let parts = PartRecogniser.recognise(RowSample(rows))
    #expect(parts.confidence == nil)
    #expect(parts.notes.contains { $0.contains("`confidence: risk_score`") })
  }

  @Test("y_score without predictions is the probability of the positive class")
  func withoutOutput() {
    let rows = Self.values.map { #"{"text":"a b","y_true":1,"y_score":\#($0)}"# }
    let parts = PartRecogniser.recognise(RowSample(rows))
    #expect(parts.confidence?.meaning == .ofClass("positive"))
  }

  @Test("columns named like the outputs are scores when they add up to one")
  func columnsNamedLikeOutputs() {
    func parts(_ sum: Double) -> RecognisedParts {
      PartRecogniser.recognise(
        RowSample(
          Self.values.map {
            let label = $0 > 0.5 ? "Good" : "Bad"
            return #"{"text":"a","prediction":"\#(label)","good":\#($0),"bad":\#(sum - $0)}"#
          }))
    }
    #expect(parts(1).fields[.scores]?.map(\.path) == ["good", "bad"])
    #expect(parts(0.99 / 2 + 0.5).fields[.scores]?.count == 2)
    #expect(parts(0.94).fields[.scores] == nil)
  }

  @Test("a label beside its score is the output of a pipeline")
  func pipeline() {
    let rows = [("POSITIVE", 0.98), ("NEGATIVE", 0.61), ("POSITIVE", 0.88)].map {
      #"{"text":"a b","label":"\#($0)","score":\#($1)}"#
    }
    let parts = PartRecogniser.recognise(RowSample(rows))
    #expect(parts.fields[.output]?.first?.path == "label")
    #expect(parts.fields[.confidence]?.first?.path == "score")
    #expect(parts.confidence?.meaning == .probability)
    #expect(parts.automatic == nil)
  }

  @Test("a label beside a list of probabilities is not guessed to be the model's, and that is said")
  func labelAndProbabilities() {
    let parts = PartRecogniser.recognise(
      RowSample([#"{"text":"a b","label":"POSITIVE","probs":[0.4,0.6]}"#]))
    #expect(parts.output == nil)
    #expect(parts.notes.contains { $0.contains("--output label") })
    #expect(parts.notes.contains { $0.contains("probs do not say which label") })
  }

  @Test(
    "logits are probabilities by softmax where it is known which classes they belong to",
    arguments: [
      (#""prediction":"NEG","labels":["NEG","POS"],"logits":[1,-1]"#, "NEG"),
      (#""prediction":"POS","logits":{"NEG":1,"POS":-1}"#, "NEG"),
      (#""prediction":1,"logits":[1,-1]"#, "0"), (#""prediction":"LABEL_1","logits":[1,-1]"#, "0"),
    ])
  func logits(_ fields: String, _ first: String) throws {
    let row = #"{"text":"a b",\#(fields)}"#
    let source = try #require(PartRecogniser.recognise(RowSample([row])).scores)
    let scores = Self.scores(source, of: row)
    #expect(scores.first?.label == first)
    #expect(abs((scores.first?.probability ?? 0) - 0.8808) < 0.0001)
    #expect(abs(scores.reduce(0) { $0 + $1.probability } - 1) < 1e-12)
  }

  @Test("logits without names are said and not used")
  func namelessLogits() {
    let parts = PartRecogniser.recognise(
      RowSample([#"{"text":"a b","prediction":"POS","logits":[1,-1]}"#]))
    #expect(parts.scores == nil)
    #expect(parts.notes.contains { $0.contains("logits is ignored") && $0.contains("labels") })
  }

  private static func scores(
    _ source: RecognisedParts.ScoreSource, of row: String
  ) -> [ScoreReader.Score] {
    var scores: [ScoreReader.Score] = []
    RowSample([row]).forEach { scores = ScoreReader.scores(source, of: $0, in: $1) }
    return scores
  }
}
