/// Values of trends in words, as reports of every form say them.
extension MetricTrend {
  /// `14.1 %`; a number of a metric that is not known as it is.
  package func words(_ value: Double) -> String { known?.words(value) ?? "\(value)" }

  /// `14.1 % of 118 (9.9–18.3)`
  package func words(_ point: Point) -> String {
    guard let value = point.value.value else { return "" }
    var words = words(value)
    if let n = point.value.n { words += " of \(n)" }
    if let low = point.value.low, let high = point.value.high {
      words +=
        " (" + (point.value.soFar == true ? "so far " : "")
        + (known?.words(low, high) ?? "\(low)–\(high)") + ")"
    }
    return words
  }

  /// What makes a point conspicuous, in words.
  package func words(_ mark: Mark) -> String {
    switch mark {
    case .left: "left its allowed range"
    case .above: "above its limits"
    case .below: "below its limits"
    }
  }

  /// `limits 3.1–9.4`, of the newest point; nothing where there are none.
  package var limitsInWords: String? {
    guard let limits = points.last?.limits else { return nil }
    return "limits "
      + (known?.words(limits.lowerBound, limits.upperBound)
        ?? "\(limits.lowerBound)–\(limits.upperBound)")
  }

  /// `from 74.8 % to 68.2 %`, the first and the last in time, and between which others lie; nothing
  /// where all print the same.
  package var course: String? {
    let values = points.compactMap(\.value.value)
    guard let first = values.first, let last = values.last, let low = values.min(),
      let high = values.max(), words(low) != words(high)
    else { return nil }
    let (start, end) = (words(first), words(last))
    let reach = "between \(words(low)) and \(words(high))"
    guard start != end else { return reach }
    let areEnds = Set([start, end]) == [words(low), words(high)]
    return "from \(start) to \(end)" + (areEnds ? "" : ", \(reach)")
  }

  /// Where the values lie, 0 the lowest and 1 the highest; all in the middle where they are the same.
  ///
  /// Values that print the same are of one height: a step would say what no number beside it does.
  package var heights: [Double] {
    var lowest: [String: Double] = [:]
    let known = points.compactMap(\.value.value)
    for value in known { lowest[words(value)] = min(value, lowest[words(value)] ?? value) }
    let values = known.map { lowest[words($0)] ?? $0 }
    guard let low = values.min(), let high = values.max(), high > low else {
      return values.map { _ in 0.5 }
    }
    return values.map { ($0 - low) / (high - low) }
  }
}
