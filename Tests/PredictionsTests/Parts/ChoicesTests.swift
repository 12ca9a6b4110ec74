import TestSupport
import Testing

@testable import Predictions

@Suite("Answers chosen from a list")
struct ChoicesTests {
  private static func predictions(_ rows: [String]) throws -> [Prediction] {
    let folder = try TemporaryFolder()
    let (store, snapshot) = try PredictionStoreTests.store(
      folder, ["a.jsonl": rows.joined(separator: "\n")])
    return (0..<snapshot.rowCount).map { store.prediction(at: $0) }
  }

  @Test("a letter of HELM is shown and compared as what output_mapping has for it")
  func mapped() throws {
    let rows = [(" B", "two"), (" A", "one"), (" ?", " ?")].map { letter, _ in
      #"{"instance":{"id":"i\#(letter)","input":{"text":"q"},"references":["#
        + #"{"output":{"text":"one"},"tags":[]},{"output":{"text":"two"},"tags":["correct"]}]},"#
        + #""output_mapping":{"A":"one","B":"two"},"#
        + #""result":{"completions":[{"text":"\#(letter)"}]}}"#
    }
    let predictions = try Self.predictions(rows)
    #expect(predictions.map(\.output) == [.text("two"), .text("one"), .text(" ?")])
    #expect(predictions.map(\.target) == [.text("two"), .text("two"), .text("two")])
    #expect(predictions.map(\.automatic) == [.correct, .incorrect, .incorrect])
  }

  @Test("several marked candidates are a list, of which any matches")
  func marked() throws {
    let row =
      #"{"question":"q","prediction":"b","choices":["#
      + #"{"text":"a","is_correct":true},{"text":"b","is_correct":true},"#
      + #"{"text":"c","is_correct":false}]}"#
    let prediction = try #require(try Self.predictions([row]).first)
    #expect(prediction.target == .json(#"["a","b"]"#))
    #expect(prediction.automatic == .correct)
  }

  /// Both spellings of the requests, and of the pairs.
  private static let harness = [
    #"{"doc_id":0,"doc":{"question":"q"},"target":"1","arguments":{"gen_args_0":{"arg_0":"Q","#
      + #""arg_1":" cat"},"gen_args_1":{"arg_0":"Q","arg_1":" dog"}},"#
      + #""filtered_resps":[["-2.0","False"],["-0.5","True"]]}"#,
    #"{"doc_id":0,"doc":{"question":"q"},"target":0,"arguments":[["Q"," cat"],["Q"," dog"]],"#
      + #""filtered_resps":[[-2.0,false],[-0.5,true]]}"#,
  ]

  @Test("of choices with log-probabilities the most likely one is the output", arguments: [0, 1])
  func choices(_ spelling: Int) throws {
    let prediction = try #require(try Self.predictions([Self.harness[spelling]]).first)
    #expect(prediction.output == .text("dog"))
    #expect(prediction.target == .text(spelling == 0 ? "dog" : "cat"))
    #expect(prediction.automatic == (spelling == 0 ? .correct : .incorrect))
    #expect(prediction.tier == .ambiguous)
    #expect(prediction.signal == "between  dog .82 and  cat .18")
  }

  @Test("where all continuations are the same the contexts are the choices")
  func contexts() throws {
    let row =
      #"{"doc_id":0,"target":"1","arguments":[["The cat"," runs"],["The dog"," runs"]],"#
      + #""filtered_resps":[["-2","False"],["-3","False"]]}"#
    let prediction = try #require(try Self.predictions([row]).first)
    #expect(prediction.output == .text("The cat"))
    #expect(prediction.target == .text("The dog"))
  }

  @Test("a target that names the choice by its text is not taken for a place")
  func targetText() throws {
    let row =
      #"{"doc_id":0,"target":"1","arguments":[["Q"," 1"],["Q"," 2"]],"#
      + #""filtered_resps":[["-2","False"],["-3","False"]]}"#
    let prediction = try #require(try Self.predictions([row]).first)
    #expect(prediction.automatic == .correct)
  }

  @Test("choices without their texts have their places")
  func withoutTexts() throws {
    let row = #"{"doc_id":0,"filtered_resps":[["-2","False"],["-3","False"]]}"#
    let prediction = try #require(try Self.predictions([row]).first)
    #expect(prediction.output == .text("choice 0"))
  }
}
