/// The names by which parts are recognised, in order of preference.
///
/// The first list of a part is what the documentation promises. The second holds what other tools
/// call the same thing; it is asked after the first.
enum PartNames {
  /// Names compare without regard to case, `-`, `_` and blanks.
  static func normalised(_ name: some StringProtocol) -> String {
    name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
  }

  static func names(of part: Part) -> [String] { normalisedNames[part] ?? [] }

  private static let normalisedNames: [Part: [String]] = {
    var all: [Part: [String]] = [:]
    for part in Part.allCases {
      let words = written(part) + writtenElsewhere(part)
      all[part] = words.split(separator: " ").map { normalised($0) }
    }
    return all
  }()

  private static func written(_ part: Part) -> String {
    switch part {
    case .id:
      """
      id uid uuid key case_id example_id sample_id question_id doc_id guid entity_id request_id \
      trace_id idx index
      """
    case .input:
      """
      input prompt question query instruction messages text sentence utterance user_message \
      problem source original document test_case submitted_text
      """
    case .output:
      """
      output prediction predicted pred predicted_label y_pred response completion model_answer \
      model_output answer reply generation generated_text assistant_message hypothesis \
      translation summary
      """
    case .target:
      """
      target gold gold_label label_gold expected expected_output reference references \
      ground_truth y_true correct_answer correct_answers ideal given_label label
      """
    case .automatic:
      """
      correct is_correct passed success exact_match acc reward is_right
      """
    case .judges, .segments: ""
    case .scores: "scores probabilities probs"
    case .confidence: "confidence probability prob proba y_score y_proba certainty"
    case .difficulty: "difficulty tier level hardness"
    case .variability: "variability"
    case .shield: "toxicity toxic is_toxic unsafe flagged moderation jailbroken nsfw"
    case .model: "model model_name generator system"
    case .run: "run run_id"
    case .time: "timestamp created_at time date"
    }
  }

  private static func writtenElsewhere(_ part: Part) -> String {
    switch part {
    case .id: " instance_id answer_id review_id conversation_id test_idx row_idx custom_id task_id"
    case .input:
      " inputs conversations conversation turns dialogue user_input user_query src tokens context"
    case .output:
      """
       outputs filtered_resps resps generated generated_output model_response llm_output \
      predictions model_text completions candidate mapped_output predicted_text prediction_text \
      actual_output sampled pred_text mt \
      pred_labels predicted_labels
      """
    case .target:
      " targets gold_answer reference_outputs reference_answer answer answers chosen ref true_labels gold_labels"
    case .scores: " pred_proba pred_probs predict_proba y_proba class_probabilities softmax"
    case .confidence:
      """
       confidence_score conf p predicted_probability predicted_proba predicted_prob \
      prediction_probability pred_proba pred_prob prediction_score predicted_score \
      prediction_confidence pred_score y_prob max_prob max_proba max_probability top_prob \
      top_probability
      """
    case .model: " model_id model_version generator_2"
    default: ""
    }
  }

  /// Grades: numbers on a scale, the automatic result where no field says right or wrong.
  static let grades = ["score", "rating", "grade"]

  /// Probabilities written as logarithms; read as exp(mean).
  static let logProbabilities = [
    "logprob", "logprobs", "logprobability", "tokenlogprobs", "avglogprob", "meanlogprob", "logp",
  ]

  /// Leaves so general that they are called what the object around them is called.
  static let genericLeaves = ["text", "content", "value", "raw"]

  /// Names that also occur for a kind of thing: they play input only where they read like text.
  static let weakInputs: Set<String> = ["source", "original", "document", "context", "testcase"]

  /// What probability columns begin with; the rest is the label.
  static let probabilityPrefixes = ["proba_", "prob_", "p_", "probability_"]

  /// What they end with; a shorter ending comes after the ones that it ends.
  static let probabilitySuffixes = ["_probability", "_proba", "_prob"]

  /// Places where well-known tools put a part whose name says nothing by itself.
  static func shapes(of part: Part) -> [(path: String, tool: String)] {
    switch part {
    case .output:
      [
        ("filtered_resps[0]", "lm-evaluation-harness"), ("resps[0][0]", "lm-evaluation-harness"),
        ("result.completions[0].text", "HELM"),
        ("predictions[0].result[0].value.choices[0]", "Label Studio"),
        ("predictions[0].result[0].value.text[0]", "Label Studio"),
        ("response.body.choices[0].message.content", "OpenAI"),
        ("choices[0].message.content", "OpenAI"), ("choices[0].text", "OpenAI"),
        ("data.sampled", "OpenAI evals"), ("choices[0].turns", "FastChat"),
        ("result.message.content[0].text", "Anthropic"),
        ("output_2", "AlpacaEval"),
      ]
    case .target:
      [
        ("annotations[0].result[0].value.choices[0]", "Label Studio"),
        ("annotations[0].result[0].value.text[0]", "Label Studio"),
      ]
    case .confidence:
      [("predictions[0].score", "Label Studio")]
    default: []
    }
  }

  /// Where the input lies when nothing better is found.
  static let lastResortInputs: [(path: String, tool: String)] = [
    ("arguments.gen_args_0.arg_0", "lm-evaluation-harness"),
    ("arguments[0][0]", "lm-evaluation-harness"),
  ]
}
