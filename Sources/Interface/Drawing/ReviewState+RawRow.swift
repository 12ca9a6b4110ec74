import Predictions
import Screen

extension ReviewState {
  /// The selected row as an indented tree of keys and values; covered while the shield is down.
  var rawLines: [StyledLine] {
    guard let prediction = selected else { return [] }
    guard !isCovered else {
      return wrapped(
        "covered · close this view, then \(keyMap.keyName(for: .lift)) lifts the cover", .covered)
    }
    return rawTree(of: prediction, columns: max(10, size.columns - 4)).lines
  }

  /// The row without what blind review hides.
  func rawTree(of prediction: Prediction, columns: Int) -> RawTree {
    RawTree(
      store.rawExcerpt(at: prediction.row), columns: columns, hidden: blindPaths(of: prediction))
  }

  /// The fields that tell metric, confidence or tier, and the target where that is hidden too.
  private func blindPaths(of prediction: Prediction) -> Set<String> {
    guard !isRevealed(prediction) else { return [] }
    var parts: [Part] = [.automatic, .judges, .scores, .confidence, .difficulty, .variability]
    if blindness == .target { parts.append(.target) }
    let recognised = snapshot.files[snapshot[prediction.row].file].recognised
    return Set(parts.flatMap { recognised[$0] ?? [] }.map(\.path))
  }
}
