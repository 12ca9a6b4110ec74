import Evaluation

/// How often predictions of about the same confidence were right, against the line of a model that is
/// right as often as it is sure.
struct ReliabilityPicture {
  let calibration: ModelCalibration

  private static let side = 280.0
  private static let left = 56.0
  private static let top = 12.0

  func svg(_ name: String) -> String {
    let axes = (0...4).map { Double($0) / 4 }.map { share in
      line("axis", x(0), y(share), x(1), y(share)) + line("axis", x(share), y(0), x(share), y(1))
        + label(Figures.thousandths(share), x(share), y(0) + 18, anchor: "middle")
        + label(Figures.percent(share), x(0) - 6, y(share) + 4, anchor: "end")
    }
    let metric = calibration.automatic.map { points($0, "ok") } ?? ""
    let verdicts = calibration.verdicts.map { points($0, "wrong") } ?? ""
    return PlotFrame(
      width: 560, height: Self.side + 60, title: "Right by confidence",
      description: "How often predictions were right, by how confident the model was; the table "
        + "before says the same in numbers."
    ).svg(
      name,
      axes.joined() + line("even", x(0), y(0), x(1), y(1)) + metric + verdicts
        + label("confidence", x(0.5), y(0) + 36, anchor: "middle") + legend)
  }

  private func x(_ share: Double) -> Double { Self.left + Self.side * share }
  private func y(_ share: Double) -> Double { Self.top + Self.side * (1 - share) }

  /// Circles for the metric and squares for verdicts, larger where more predictions lie.
  private func points(_ curve: ModelCalibration.Curve, _ kind: String) -> String {
    curve.bins.compactMap { bin -> String? in
      guard let accuracy = bin.accuracy, let confidence = bin.confidence else { return nil }
      return mark(kind, x(confidence), y(accuracy), 3 + 9 * bin.share.squareRoot())
    }.joined()
  }

  private func mark(_ kind: String, _ x: Double, _ y: Double, _ size: Double) -> String {
    guard kind == "wrong" else {
      return element(
        "circle", [("class", kind), ("cx", number(x)), ("cy", number(y)), ("r", number(size))])
    }
    return element(
      "rect",
      [
        ("class", kind), ("x", number(x - size)), ("y", number(y - size)),
        ("width", number(2 * size)), ("height", number(2 * size)),
      ])
  }

  private var legend: String {
    var lines: [String] = []
    let left = x(1) + 24
    func add(_ kind: String, _ words: String) {
      let y = Self.top + 14 + 24 * Double(lines.count)
      lines.append(mark(kind, left, y - 4, 6) + label(words, left + 16, y))
    }
    if calibration.automatic != nil { add("ok", "by the metric") }
    if calibration.verdicts != nil { add("wrong", "by verdicts") }
    return lines.joined()
  }
}

/// How many verdicts of each kind there are by confidence.
struct ConfidencePicture {
  let bins: [ModelCalibration.VerdictBin]

  private static let left = 56.0
  private static let width = 420.0
  private static let height = 180.0
  private static let top = 12.0

  func svg(_ name: String) -> String {
    let most = max(1, bins.map { $0.ok + $0.wrong + $0.unsure }.max() ?? 1)
    let bottom = Self.top + Self.height
    let axes =
      line("axis", Self.left, bottom, Self.left + Self.width, bottom)
      + label(CountWords.text(most), Self.left - 6, Self.top + 8, anchor: "end")
      + label("0", Self.left - 6, bottom, anchor: "end")
      + [0, 0.5, 1].map {
        label(Figures.thousandths($0), Self.left + Self.width * $0, bottom + 18, anchor: "middle")
      }.joined()
      + label("confidence", Self.left + Self.width / 2, bottom + 36, anchor: "middle")
    let bars = bins.map { bar($0, most: most, bottom: bottom) }.joined()
    let words = bins.filter { $0.ok + $0.wrong + $0.unsure > 0 }.map { bin in
      "\(own: Figures.thousandths(bin.low)) to \(own: Figures.thousandths(bin.high)): "
        + "\(own: CountWords.text(bin.ok)) ok, \(own: CountWords.text(bin.wrong)) wrong, "
        + "\(own: CountWords.text(bin.unsure)) can't tell" as ReportText
    }
    return PlotFrame(
      width: 600, height: bottom + 48, title: "Verdicts by confidence",
      description: words.joined(separator: "; ")
    ).svg(name, axes + bars + legend)
  }

  /// Wrong lies at the bottom, where bars can be compared.
  private func bar(
    _ bin: ModelCalibration.VerdictBin, most: Double, bottom: Double
  ) -> String {
    var base = bottom
    return [("wrong", bin.wrong), ("unsure", bin.unsure), ("ok", bin.ok)].compactMap {
      kind, count in
      guard count > 0 else { return nil }
      let height = Self.height * count / most
      base -= height
      return element(
        "rect",
        [
          ("class", kind), ("x", number(Self.left + Self.width * bin.low + 1)),
          ("y", number(base)), ("width", number(Self.width * (bin.high - bin.low) - 2)),
          ("height", number(max(0.5, height - 1))),
        ])
    }.joined()
  }

  private var legend: String {
    [("ok", "ok"), ("unsure", "can't tell"), ("wrong", "wrong")].enumerated().map { place, kind in
      let y = Self.top + 14 + 24 * Double(place)
      let left = Self.left + Self.width + 24
      return element(
        "rect",
        [
          ("class", kind.0), ("x", number(left)), ("y", number(y - 10)), ("width", "12"),
          ("height", "12"),
        ]) + label(kind.1, left + 20, y)
    }.joined()
  }
}
