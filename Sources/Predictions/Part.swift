/// What a field of a file can be for spotcheck. One field plays one part.
package enum Part: String, CaseIterable, Hashable, Sendable {
  case id, input, output, target
  case automatic, judges, scores, confidence, difficulty
  case variability, shield, model, run, time, segments
}
