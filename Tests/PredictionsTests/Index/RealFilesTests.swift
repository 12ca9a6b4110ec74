import Foundation
import TestSupport
import Testing

@testable import Predictions

/// Real files that lie beside the package where somebody put them there.
@Suite(
  "Real files",
  .enabled(
    if: FileManager.default.fileExists(atPath: SharedFolder.root.appending(path: "data").path)))
struct RealFilesTests {
  static let folder = SharedFolder.root.appending(path: "data")

  /// Of each file its rows, its parts without segments, and its signal.
  static let files: [(path: String, rows: Int, parts: String, signal: SignalKind)] = [
    ("classification/538_nfl_games.csv", 1889, "scores=prob1,prob2 time=date", .scores),
    (
      "classification/cartography_winogrande_roberta.jsonl", 40398,
      "id=guid confidence=confidence variability=variability", .dynamics
    ),
    ("helm/mmlu_philosophy_gpt2/per_instance_stats.json", 10, "id=instance_id", .none),
    (
      "helm/mmlu_philosophy_gpt2/scenario_state.json", 10,
      "id=instance.id input=instance.input.text output=result.completions[0].text "
        + "target=instance.references "
        + "automatic=result.completions[0].text = instance.references model=request.model", .none
    ),
    (
      "human_review/truthfulqa_manual_review_en.csv", 300,
      "id=id input=question output=model_answer target=correct_answers", .signs
    ),
    (
      "inspect/security-guide.json", 3,
      "id=id input=input output=output.choices[0].message.content target=target "
        + "automatic=scores.model_graded_fact.value model=output.model", .signs
    ),
    (
      "inspect/arc_sonnet.json", 5,
      "id=id input=input output=output.completion target=target "
        + "automatic=scores.choice.value model=output.model", .signs
    ),
    (
      "lm_eval/samples_math_perturbed_full.jsonl", 10,
      "id=doc_id input=doc.problem output=filtered_resps[0] target=target "
        + "automatic=exact_match difficulty=doc.level", .difficulty
    ),
    ("fastchat/answer_llama-13b.jsonl", 80, "id=question_id output=text model=model_id", .signs),
    ("fastchat/review_llama_alpaca-13b.jsonl", 80, "id=question_id input=text", .none),
    ("label_errors/imdb_mturk.json", 1310, "id=id", .none),
    ("label_studio/yolo_keypoint_labels.json", 1, "automatic=score model=model_version", .none),
  ]

  @Test("opens with the right parts, or says what is missing", arguments: files)
  func opens(_ path: String, _ rows: Int, _ parts: String, _ signal: SignalKind) throws {
    let file = Self.folder.appending(path: path)
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    let store = try PredictionStore.open([file.path], options: OpenOptions())
    let snapshot = store.waitUntilComplete()
    let report = snapshot.files[0]
    let found = Part.allCases.filter { $0 != .segments }.compactMap { part in
      report.recognised[part].map { "\(part.rawValue)=" + $0.map(\.path).joined(separator: ",") }
    }
    #expect(found.joined(separator: " ") == parts)
    #expect(snapshot.rowCount == rows)
    #expect(snapshot.damaged == 0)
    #expect(report.signal == signal)
    #expect(parts.contains("input=") || report.notes.contains { $0.contains("--input FIELD") })
    #expect(parts.contains("output=") || report.notes.contains { $0.contains("--output FIELD") })
    for row in stride(from: 0, to: rows, by: max(1, rows / 50)) {
      let prediction = store.prediction(at: row)
      #expect(prediction.readError == nil)
      #expect(prediction.contentDigest.prefix == snapshot[row].digest)
      #expect(!prediction.key.isEmpty)
    }
  }

  @Test("an archive is named with the way to unpack it")
  func archive() {
    let file = Self.folder.appending(path: "inspect/log_streaming.eval")
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    #expect(throws: OpenError.compressed(path: file.path, .zip)) {
      try PredictionStore.open([file.path], options: OpenOptions())
    }
  }
}
