import Testing

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

extension RecognitionCase {
  static let tools: [RecognitionCase] = [
    RecognitionCase(
      "an intent classifier",
      [
        #"{"id":"a","input":"x y","output":"b","target":"b","scores":{"b":0.9,"c":0.1}}"#,
        #"{"id":"b","input":"x z","output":"c","target":"b","scores":{"b":0.4,"c":0.6}}"#,
      ],
      "id=id input=input output=output target=target automatic=output = target scores=scores"),
    RecognitionCase(
      "a log of Inspect in which no model answered",
      [
        #"{"id":1,"input":"q","target":"a","output":{"choices":[],"completion":""}}"#,
        #"{"id":2,"input":"r","target":"b","output":{"choices":[],"completion":""}}"#,
      ],
      "id=id input=input output=output.completion target=target "
        + "automatic=output.completion = target"),
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
}
