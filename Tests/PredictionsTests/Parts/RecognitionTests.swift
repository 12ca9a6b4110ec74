import Testing

@testable import Predictions

/// Rows as some tool writes them, and the fields that must be recognised.
struct RecognitionCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let rows: [String]
  /// `part=path` for each part, segments left out unless named.
  let expected: String

  init(_ name: String, _ rows: [String], _ expected: String) {
    testDescription = name
    self.rows = rows
    self.expected = expected
  }
}

@Suite("Recognition of parts")
struct RecognitionTests {
  static let cases: [RecognitionCase] = [
    RecognitionCase(
      "an intent classifier",
      [
        #"{"id":"a","input":"x y","output":"b","target":"b","scores":{"b":0.9,"c":0.1}}"#,
        #"{"id":"b","input":"x z","output":"c","target":"b","scores":{"b":0.4,"c":0.6}}"#,
      ],
      "id=id input=input output=output target=target automatic=output = target scores=scores"),
    RecognitionCase(
      "names without regard to case, hyphens and underscores",
      [#"{"Example-ID":1,"User_Message":"hi there","Model_Answer":"ho","Ground-Truth":"ho"}"#],
      "id=Example-ID input=User_Message output=Model_Answer target=Ground-Truth "
        + "automatic=Model_Answer = Ground-Truth"),
    RecognitionCase(
      "scikit-learn style, a probability that follows the output at a threshold",
      [
        #"{"text":"a b c","y_true":"1","y_pred":"1","y_score":"0.9"}"#,
        #"{"text":"a b d","y_true":"0","y_pred":"0","y_score":"0.2"}"#,
        #"{"text":"a b e","y_true":"0","y_pred":"1","y_score":"0.7"}"#,
        #"{"text":"a b f","y_true":"0","y_pred":"0","y_score":"0.4"}"#,
      ],
      "input=text output=y_pred target=y_true automatic=y_pred = y_true confidence=y_score"),
    RecognitionCase(
      "TRL, a label that says whether the completion is good",
      [
        #"{"prompt":"q 1","completion":"a 1","label":true}"#,
        #"{"prompt":"q 2","completion":"a 2","label":false}"#,
      ],
      "input=prompt output=completion automatic=label"),
    RecognitionCase(
      "OpenAI batch output",
      [
        #"{"custom_id":"r","response":{"status_code":200,"body":{"choices":[{"message":"#
          + #"{"role":"assistant","content":"Hello"}}]}}}"#
      ],
      "id=custom_id output=response.body.choices[0].message.content"),
    RecognitionCase(
      "AlpacaEval annotations",
      [
        #"{"instruction":"say a","output_1":"a","generator_1":"x","output_2":"b","#
          + #""generator_2":"y","preference":1.2,"raw_completion":"{}"}"#
      ],
      "input=instruction output=output_2 model=generator_2"),
    RecognitionCase(
      "promptfoo, where the label of a provider is no target",
      [
        #"{"id":"a","provider":{"id":"m","label":"m one"},"prompt":{"raw":"q","label":"p"},"#
          + #""response":{"output":"b"},"success":true}"#
      ],
      "id=id input=prompt.raw output=response.output automatic=success"),
    RecognitionCase(
      "cleanlab",
      [
        #"{"text":"a b","given_label":"x","predicted_label":"y","label_quality":"0.2"}"#,
        #"{"text":"a c","given_label":"x","predicted_label":"x","label_quality":"0.8"}"#,
      ],
      "input=text output=predicted_label target=given_label "
        + "automatic=predicted_label = given_label"),
    RecognitionCase(
      "AlpacaEval outputs, whose input is mostly empty",
      [
        #"{"instruction":"Say hi.","input":"","output":"Hi.","generator":"m","dataset":"h"}"#,
        #"{"instruction":"Say ho.","input":"","output":"Ho.","generator":"m","dataset":"k"}"#,
        #"{"instruction":"Say hu.","input":"in French","output":"Hu.","generator":"m","dataset":"k"}"#,
      ], "input=instruction output=output model=generator"),
    RecognitionCase(
      "a chat that the model ended",
      [
        #"{"messages":[{"role":"system","content":"s"},{"role":"user","content":"q"},{"role":"assistant","content":"a"}]}"#
      ], "input=messages output=messages"),
    RecognitionCase(
      "a chat with its answer beside it",
      [#"{"messages":[{"role":"user","content":"q"}],"completion":"a"}"#],
      "input=messages output=completion"),
    RecognitionCase(
      "ShareGPT",
      [#"{"id":"1","conversations":[{"from":"human","value":"q"},{"from":"gpt","value":"a"}]}"#],
      "id=id input=conversations output=conversations"),
    RecognitionCase(
      "TRL with labels of preference",
      [
        #"{"prompt":"Say something long enough here.","completion":"Something that is quite long enough, I should hope so.","label":true}"#,
        #"{"prompt":"Say something long enough there.","completion":"Another thing that is quite long enough, I hope so.","label":false}"#,
      ], "input=prompt output=completion automatic=label"),
    RecognitionCase(
      "lm-evaluation-harness",
      [
        #"{"doc_id":0,"doc":{"problem":"2+2?","answer":"4","level":"Level 2"},"target":"4","arguments":{"gen_args_0":{"arg_0":"Problem: 2+2?"}},"resps":[[" 5"]],"filtered_resps":["5"],"filter":"none","metrics":["exact_match"],"doc_hash":"7193b975fe3f4bf6159e1031c2f9c6ac8ee72053be21c4cdc5cc87b55924c050","exact_match":0.0}"#
      ],
      "id=doc_id input=doc.problem output=filtered_resps[0] target=target "
        + "automatic=exact_match difficulty=doc.level"),
    RecognitionCase(
      "a metric that only the metrics name",
      [
        #"{"doc_id":0,"doc":{"question":"2+2?"},"target":"4","filtered_resps":["5"],"metrics":["math_verify"],"math_verify":1}"#
      ],
      "id=doc_id input=doc.question output=filtered_resps[0] target=target automatic=math_verify"),
    RecognitionCase(
      "Inspect",
      [
        #"{"id":1,"epoch":1,"input":"q","target":"A","messages":[{"role":"user","content":"q"},{"role":"assistant","content":"long"}],"output":{"model":"m","choices":[{"message":{"content":"A","role":"assistant"}}],"time":1.5},"scores":{"choice":{"value":"C","answer":"A"}}}"#
      ],
      "id=id input=input output=output.choices[0].message.content target=target "
        + "automatic=scores.choice.value model=output.model"),
    RecognitionCase(
      "HELM",
      [
        #"{"instance":{"input":{"text":"q"},"references":[{"output":{"text":"r"},"tags":[]},{"output":{"text":"s"},"tags":["correct"]}],"id":"i1"},"request":{"model":"m","prompt":"long q"},"result":{"success":true,"completions":[{"text":" D","logprob":0.0}]}}"#
      ],
      "id=instance.id input=instance.input.text output=result.completions[0].text "
        + "target=instance.references "
        + "automatic=result.completions[0].text = instance.references model=request.model"),
    RecognitionCase(
      "promptfoo",
      [
        #"{"id":"1","prompt":{"raw":"q","label":"l"},"response":{"output":"a","cached":false},"success":true,"score":1,"namedScores":{}}"#
      ], "id=id input=prompt.raw output=response.output automatic=success"),
    RecognitionCase(
      "LangSmith",
      [#"{"id":"1","run_type":"chain","inputs":{"question":"q"},"outputs":{"output":"a"}}"#],
      "id=id input=inputs.question output=outputs.output"),
    RecognitionCase(
      "LangSmith with feedback",
      [
        #"{"id":"1","inputs":{"question":"q"},"outputs":{"output":"a"},"feedback_stats":{"correct_answer":{"n":1,"avg":1.0}}}"#
      ],
      "id=id input=inputs.question output=outputs.output automatic=feedback_stats.correct_answer.avg"
    ),
    RecognitionCase(
      "Anthropic batches",
      [
        #"{"custom_id":"r","result":{"type":"succeeded","message":{"id":"m","content":[{"type":"text","text":"Hello"}]}}}"#
      ], "id=custom_id output=result.message.content[0].text"),
    RecognitionCase(
      "Ragas",
      [
        #"{"user_input":"q","retrieved_contexts":["c"],"response":"a","reference":"a","faithfulness":0.5}"#
      ], "input=user_input output=response target=reference automatic=response = reference"),
    RecognitionCase(
      "scikit-learn with a list of probabilities",
      [#"{"text":"a b","label":0,"pred":1,"pred_proba":[0.3,0.7]}"#],
      "input=text output=pred target=label automatic=pred = label scores=pred_proba"),
    RecognitionCase(
      "Langfuse", [#"{"id":"1","input":"q","output":"a","expectedOutput":"b"}"#],
      "id=id input=input output=output target=expectedOutput automatic=output = expectedOutput"),
    RecognitionCase(
      "Label Studio",
      [
        #"{"id":1,"data":{"text":"q r s"},"annotations":[{"result":[{"value":{"choices":["A"]}}]}],"predictions":[{"score":0.7,"result":[{"value":{"choices":["B"]}}]}]}"#
      ],
      "id=id input=data.text output=predictions[0].result[0].value.choices[0] "
        + "target=annotations[0].result[0].value.choices[0] "
        + "automatic=predictions[0].result[0].value.choices[0] = "
        + "annotations[0].result[0].value.choices[0] confidence=predictions[0].score"),
    RecognitionCase(
      "Every Eval Ever",
      [
        #"{"sample_id":"1","input":{"raw":"q","reference":["r"]},"output":{"raw":["a"]},"evaluation":{"score":1.0,"is_correct":true}}"#
      ],
      "id=sample_id input=input.raw output=output.raw[0] target=input.reference "
        + "automatic=evaluation.is_correct"),
    RecognitionCase(
      "verifiers, whose answer is the reference",
      [
        #"{"example_id":1,"prompt":[{"role":"user","content":"q"}],"completion":[{"role":"assistant","content":"a"}],"answer":"a","reward":0.5}"#
      ],
      "id=example_id input=prompt output=completion target=answer automatic=reward"),
    RecognitionCase(
      "a question with its answer and nothing else",
      [#"{"question":"q","answer":"a"}"#], "input=question output=answer"),
    RecognitionCase(
      "answers of a model, one text per line",
      [#"{"question_id":1,"answer_id":"Xy","model_id":"m","text":"The answer is yes."}"#],
      "id=question_id output=text model=model_id"),
    RecognitionCase(
      "a pipeline's labels beside their scores",
      [#"{"text":"a b","labels":["x","y"],"scores":[0.7,0.3],"prediction":"x"}"#],
      "input=text output=prediction scores=scores"),
    RecognitionCase(
      "a list of labels with scores",
      [
        #"{"text":"a b","prediction":"x","scores":[{"label":"x","score":0.7},{"label":"y","score":0.3}]}"#
      ],
      "input=text output=prediction scores=scores"),
    RecognitionCase(
      "columns of probabilities",
      [
        #"{"prob1":"0.3","prob1_outcome":"0","prob2":"0.7","prob2_outcome":"1"}"#,
        #"{"prob1":"0.4","prob1_outcome":"1","prob2":"0.6","prob2_outcome":"0"}"#,
      ], "scores=prob1,prob2"),
    RecognitionCase(
      "one probability that is named for a class",
      [
        #"{"text":"a b","pred":"fraud","p_fraud":"0.9"}"#,
        #"{"text":"a c","pred":"ok","p_fraud":"0.4"}"#,
      ], "input=text output=pred confidence=p_fraud"),
    RecognitionCase(
      "judges",
      [
        #"{"prompt":"a b","response":"c","tone_score":4,"judge_safety":5,"toxicity":0.2}"#,
        #"{"prompt":"a c","response":"d","tone_score":1,"judge_safety":5,"toxicity":0.1}"#,
      ], "input=prompt output=response judges=tone_score,judge_safety shield=toxicity"),
    RecognitionCase(
      "several scorers of Inspect",
      [
        #"{"id":1,"input":"q","output":{"completion":"a"},"scores":{"f":{"value":"C"},"g":{"value":"I"},"h":{"value":0.5}}}"#
      ],
      "id=id input=input output=output.completion automatic=scores.f.value judges=scores.f.value,scores.g.value,scores.h.value"
    ),
    RecognitionCase(
      "scores that are grades and no probabilities",
      [#"{"prompt":"a b","response":"c","scores":{"tone":0.8,"facts":0.9}}"#],
      "input=prompt output=response judges=scores.tone,scores.facts"),
    RecognitionCase(
      "log-probabilities of tokens",
      [
        #"{"prompt":"a","response":"b","logprobs":{"content":[{"token":"x","logprob":-0.5},{"token":"y","logprob":-0.1}]}}"#
      ], "input=prompt output=response confidence=logprobs.content"),
    RecognitionCase(
      "log-probabilities as a list",
      [#"{"prompt":"a","response":"b","token_logprobs":[-0.5,-0.1]}"#],
      "input=prompt output=response confidence=token_logprobs"),
    RecognitionCase(
      "dynamics",
      [#"{"guid":7,"confidence":0.5,"variability":0.3}"#],
      "id=guid confidence=confidence variability=variability"),
    RecognitionCase(
      "the right answer where a verdict could be, which is none",
      [#"{"question":"q","prediction":"A","correct":"B"}"#], "input=question output=prediction"),
    RecognitionCase(
      "names that only begin or end like a part",
      [#"{"user_question":"q r","predicted_intent":"a","true_intent":"a"}"#],
      "input=user_question output=predicted_intent target=true_intent "
        + "automatic=predicted_intent = true_intent"),
  ]

  @Test("each part is the field that the tool means", arguments: cases)
  func recognises(_ shape: RecognitionCase) {
    let parts = PartRecogniser.recognise(RowSample(shape.rows))
    let found = Part.allCases.filter { $0 != .segments }.compactMap { part in
      parts.fields[part].map { "\(part.rawValue)=" + $0.map(\.path).joined(separator: ",") }
    }
    #expect(found.joined(separator: " ") == shape.expected)
  }

  @Test("every part that was recognised says why")
  func reasons() {
    for shape in Self.cases {
      let parts = PartRecogniser.recognise(RowSample(shape.rows))
      for field in parts.fields.values.joined() { #expect(!field.why.isEmpty) }
    }
  }

  @Test("one field plays one part")
  func onePartEach() {
    // A conversation is split between input and output, and a scorer is a judge and a metric.
    let shared = ["output=messages", "output=conversations", "scores.f.value"]
    for shape in Self.cases where !shared.contains(where: shape.expected.contains) {
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
}
