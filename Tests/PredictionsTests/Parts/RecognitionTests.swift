import Testing

@testable import Predictions

@Suite("Recognition of parts")
struct RecognitionTests {
  @Test("each part is the field that the tool means", arguments: RecognitionCase.tools)
  func recognises(_ shape: RecognitionCase) {
    let parts = PartRecogniser.recognise(RowSample(shape.rows))
    let found = Part.allCases.filter { $0 != .segments }.compactMap { part in
      parts.fields[part].map { "\(part.rawValue)=" + $0.map(\.path).joined(separator: ",") }
    }
    #expect(found.joined(separator: " ") == shape.expected)
  }

  @Test("every part that was recognised says why")
  func reasons() {
    for shape in RecognitionCase.tools {
      let parts = PartRecogniser.recognise(RowSample(shape.rows))
      for field in parts.fields.values.joined() { #expect(!field.why.isEmpty) }
    }
  }

  @Test("one field plays one part")
  func onePartEach() {
    // A conversation is split between input and output, and a scorer is a judge and a metric.
    let shared = ["output=messages", "output=conversations", "scores.f.value"]
    for shape in RecognitionCase.tools where !shared.contains(where: shape.expected.contains) {
      let parts = PartRecogniser.recognise(RowSample(shape.rows)).fields
      let paths = parts.values.joined().map(\.path)
      #expect(Set(paths).count == paths.count, "\(shape.testDescription)")
    }
  }

  @Test("fields named by hand come before names, and a missing one is said")
  func byHand() {
    let rows = [#"{"prompt":"p","note":"n","output":{"a":{"b":"deep"}}}"#]
    let parts = PartRecogniser.recognise(
      RowSample(rows), chosen: [.input: ["note"], .output: ["output.a.b"], .target: ["gone"]])
    #expect(parts.fields[.input]?.first?.path == "note")
    #expect(parts.fields[.output]?.first?.path == "output.a.b")
    #expect(parts.notes.contains { $0.contains("gone") })
  }

  @Test(
    "a confidence that is not written from 0 to 1 is said, and never guessed at",
    arguments: [#""93%""#, "93", #""0,93""#, "NaN"])
  func unreadableConfidence(_ value: String) {
    let rows = ["y", "n", "y", "n", "y"].map {
      #"{"input":"a","output":"\#($0)","confidence":\#(value)}"#
    }
    let parts = PartRecogniser.recognise(RowSample(rows))
    #expect(parts.confidence == nil)
    #expect(parts.notes.contains { $0.contains("confidence is ignored") })
  }

  @Test("some confidences that are NaN leave the others readable")
  func confidenceNotANumber() {
    let rows = zip(["y", "n", "y", "n", "y"], ["NaN", "NaN", "0.7", "0.4", "NaN"]).map {
      #"{"input":"a","output":"\#($0)","confidence":\#($1)}"#
    }
    #expect(PartRecogniser.recognise(RowSample(rows)).confidence != nil)
  }

  @Test("only fields with a wanted name are asked whether they fit")
  func fitIsAskedOfNamedFields() {
    let columns = (0..<500).map { #""c\#($0)":\#($0)"# }.joined(separator: ",")
    let recogniser = PartRecogniser(sample: RowSample([#"{"level":"1",\#(columns)}"#]))
    var asked: [String] = []
    _ = recogniser.find(["difficulty", "level"]) {
      asked.append($0.path.description)
      return true
    }
    #expect(asked == ["level"])
  }

  @Test("fields that were not looked at are said", arguments: [999, 1_001])
  func fieldLimit(_ count: Int) {
    let row = "{" + (0..<count).map { #""c\#($0)":\#($0)"# }.joined(separator: ",") + "}"
    let notes = PartRecogniser.recognise(RowSample([row])).notes
    #expect(notes.contains { $0.contains("only the first 1000 fields") } == (count > 999))
  }

  @Test("a file without rows is not asked for its parts")
  func noRows() {
    #expect(PartRecogniser.recognise(RowSample()).notes.isEmpty)
  }

  @Test("what is missing is said with the way to tell it and with candidates")
  func missing() {
    let rows = [#"{"a":"some words here","b":"1"}"#, #"{"a":"other words here","b":"2"}"#]
    let notes = PartRecogniser.recognise(RowSample(rows)).notes
    #expect(notes.contains { $0.contains("--input FIELD") && $0.contains("a") })
    #expect(notes.contains { $0.contains("--output FIELD") })
  }

  @Test("segments are scalar fields with 2 to 50 values, at most eight, in file order")
  func segments() {
    var rows: [String] = []
    for row in 0..<120 {
      let others = (0..<9).map { #""s\#($0)":"v\#(row % 3)""# }.joined(separator: ",")
      rows.append(
        #"{"many":"m\#(row)","one":"same","region":"\#(["EU", "US"][row % 2])","vip":\#(row % 2 == 0),"#
          + others + "}")
    }
    let parts = PartRecogniser.recognise(RowSample(rows))
    #expect(
      parts.segments.map(\.name) == ["region", "vip", "s0", "s1", "s2", "s3", "s4", "s5"])
  }

  @Test("measured quantities and places are no segments, metadata of a test case is one")
  func measurements() {
    let rows = (0..<24).map { row in
      #"{"testIdx":\#(row / 2),"latencyMs":\#(200 + row % 3),"cost":0.00\#(row % 2 + 1),"#
        + #""temperature":0.\#(row % 2),"testCase":{"metadata":{"lang":"l\#(row % 2)"}}}"#
    }
    let parts = PartRecogniser.recognise(RowSample(rows))
    #expect(parts.segments.map(\.name) == ["temperature", "testCase.metadata.lang"])
  }

  @Test("an id that rows share gives way to one that is their own")
  func ownId() {
    func id(_ questions: [Int], _ name: String) -> String? {
      let rows = questions.enumerated().map {
        #"{"\#(name)":\#($0.element),"reviewer_id":1,"my_id":"r\#($0.offset)"}"#
      }
      return PartRecogniser.recognise(RowSample(rows)).fields[.id]?.first?.path
    }
    #expect(id([1, 1, 2], "question_id") == "my_id")
    #expect(id([1, 2, 3], "question_id") == "question_id")
    #expect(id([1, 1, 2], "id") == "id")
  }

  @Test("log-probabilities that are all exactly 0 are reported and ignored")
  func zeroLogProbabilities() {
    let rows = [#"{"prompt":"a","response":"b","logprob":0.0}"#]
    let parts = PartRecogniser.recognise(RowSample(rows))
    #expect(parts.confidence == nil)
    #expect(parts.notes.contains { $0.contains("logprob") && $0.contains("ignored") })
  }

  @Test(
    "a confidence that is equal in the first 20 rows is a placeholder", arguments: [19, 20, 40])
  func placeholder(_ equal: Int) {
    var rows = Array(repeating: #"{"prompt":"a","response":"b","confidence":1.0}"#, count: equal)
    rows.append(#"{"prompt":"a","response":"b","confidence":0.3}"#)
    let parts = PartRecogniser.recognise(RowSample(rows))
    #expect((parts.confidence == nil) == (equal >= 20))
    #expect(parts.notes.contains { $0.contains("ignored") } == (equal >= 20))
  }

  @Test("a placeholder where a tool writes its score is ignored once")
  func placeholderOfTool() {
    let rows = Array(
      repeating: #"{"text":"a","predictions":[{"label":"x","score":0.7}],"label":"x"}"#, count: 24)
    let parts = PartRecogniser.recognise(RowSample(rows))
    #expect(parts.confidence == nil)
    #expect(parts.ignored.count == 1)
  }

  @Test("events of OpenAI evals are said to be no predictions, with the way to join them")
  func events() {
    let rows = [
      #"{"run_id":"r","event_id":0,"sample_id":"s","type":"sampling","data":{"prompt":"q","sampled":["a"]}}"#,
      #"{"run_id":"r","event_id":1,"sample_id":"s","type":"match","data":{"correct":true}}"#,
    ]
    let notes = PartRecogniser.recognise(RowSample(rows)).notes
    #expect(notes.contains { $0.contains("group_by(.sample_id)") })
  }

  @Test("numbers with decimals are not compared for equality, and that is said")
  func regression() {
    let rows = (0..<6).map { #"{"x":\#($0),"y_true":\#($0).25,"y_pred":\#($0).5}"# }
    let parts = PartRecogniser.recognise(RowSample(rows))
    #expect(parts.automatic == nil)
    #expect(parts.notes.contains { $0.contains("number with decimals") })
  }

  @Test("names in another script are given back as the options to type")
  func otherScript() {
    let rows = ["返金します", "交換します"].map { #"{"質問":"注文が届きません","回 答":"\#($0)"}"# }
    let notes = PartRecogniser.recognise(RowSample(rows)).notes
    #expect(notes.contains("for example: --input 質問 --output '回 答'"))
  }

  @Test(
    "probabilities in a form that is not read are said", arguments: ["[0.2,0.3]", #""[0.2 0.8]""#])
  func unreadList(_ value: String) {
    let parts = PartRecogniser.recognise(
      RowSample([#"{"text":"a","prediction":"x","pred_probs":\#(value)}"#]))
    #expect(parts.notes.contains { $0.contains("`scores: pred_probs`") })
  }

  @Test("a confidence in either label is no probability of one class")
  func confidenceInTheOutput() {
    let rows = [("a", 0.9), ("b", 0.8), ("a", 0.6), ("b", 0.55), ("b", 0.99), ("a", 0.7)].map {
      #"{"text":"x y","pred":"\#($0)","confidence":\#($1)}"#
    }
    let parts = PartRecogniser.recognise(RowSample(rows))
    #expect(parts.confidence?.meaning == .probability)
  }

  @Test("a probability that follows the output says of which class it is")
  func classProbability() {
    let rows = [("fraud", 0.9), ("ok", 0.3), ("ok", 0.1), ("fraud", 0.6)].map {
      #"{"text":"x y","pred":"\#($0)","p":0,"prob":\#($1)}"#
    }
    let parts = PartRecogniser.recognise(RowSample(rows))
    #expect(parts.confidence?.meaning == .ofClass("fraud"))
    #expect(parts.fields[.confidence]?.first?.why.contains("prob read as P(fraud)") == true)
  }

  @Test("rows that have a key twice are noted")
  func repeatedKeys() {
    let row = #"{"input":"p","output":"a","meta":{"n":1,"n":2}}"#
    let plain = #"{"input":"p","output":"a"}"#
    let one = PartRecogniser.recognise(RowSample([plain, row])).notes
    #expect(one.contains("a row has a key twice, “n”: the last of its values counts"))
    let two = PartRecogniser.recognise(RowSample([plain, row, row])).notes
    #expect(
      two.contains("2 of the first 3 rows have a key twice, “n”: the last of its values counts"))
    #expect(PartRecogniser.recognise(RowSample([plain])).notes.isEmpty)
  }
}
