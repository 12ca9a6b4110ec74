import Evaluation

extension ReportPlot {
  /// The picture, with a title and a description for those who cannot see it; `name` makes the ids.
  func svg(name: String) -> String {
    switch self {
    case .intervals(let title, let marks): IntervalPicture(title: title, marks: marks).svg(name)
    case .reliability(let calibration): ReliabilityPicture(calibration: calibration).svg(name)
    case .confidences(let bins): ConfidencePicture(bins: bins).svg(name)
    }
  }
}

/// A picture of numbers with the words that stand for it.
struct PlotFrame {
  let width: Double
  let height: Double
  let title: String
  let description: ReportText

  func svg(_ name: String, _ content: String) -> String {
    element(
      "svg",
      [
        ("viewBox", "0 0 \(number(width)) \(number(height))"), ("width", number(width)),
        ("role", "img"), ("aria-labelledby", "\(name)-title \(name)-description"),
      ],
      element("title", [("id", "\(name)-title")], HTMLText.escaped(title))
        + element(
          "desc", [("id", "\(name)-description")], HTMLText.escaped(description.plain))
        + content)
  }
}

/// A coordinate with one decimal.
func number(_ value: Double) -> String {
  let tenths = (value * 10).rounded() / 10
  return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
}

func line(_ kind: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
  element(
    "line",
    [
      ("class", kind), ("x1", number(x1)), ("y1", number(y1)), ("x2", number(x2)),
      ("y2", number(y2)),
    ])
}

func label(
  _ text: String, _ x: Double, _ y: Double, anchor: String = "start", kind: String = "quiet"
) -> String {
  element(
    "text",
    [("class", kind), ("x", number(x)), ("y", number(y)), ("text-anchor", anchor)],
    HTMLText.escaped(text))
}

/// Rates with their intervals, one below the other.
struct IntervalPicture {
  let title: String
  let marks: [ReportPlot.Mark]

  private static let left = 210.0
  private static let right = 500.0
  private static let row = 24.0

  func svg(_ name: String) -> String {
    let most = scale
    let bottom = Double(marks.count) * Self.row + 8
    let ticks = (0...4).map { Double($0) / 4 * most }.map { share in
      line("axis", x(share), 0, x(share), bottom)
        + label(Figures.percent(share), x(share), bottom + 16, anchor: "middle")
    }
    let rows = marks.enumerated().map { place, mark in
      self.row(mark, at: Double(place) * Self.row + Self.row / 2)
    }
    let words = marks.map {
      "\($0.label) \(own: Figures.percent($0.rate)) \(own: Figures.interval($0.low, $0.high))"
        as ReportText
    }
    return PlotFrame(
      width: 640, height: bottom + 24, title: title, description: words.joined(separator: "; ")
    ).svg(name, ticks.joined() + rows.joined())
  }

  /// The end of the axis: no farther than the widest interval asks.
  private var scale: Double {
    let most = marks.map(\.high).max() ?? 1
    return [0.05, 0.1, 0.2, 0.4, 0.6, 0.8].first { $0 >= most } ?? 1
  }

  private func x(_ share: Double) -> Double {
    Self.left + (Self.right - Self.left) * share / scale
  }

  private func row(_ mark: ReportPlot.Mark, at y: Double) -> String {
    let text = mark.label.plain
    let short = text.count > 30 ? text.prefix(29) + "…" : text
    let words = "\(Figures.percent(mark.rate)) \(Figures.interval(mark.low, mark.high))"
    let dot = element(
      "circle",
      [("class", "dot"), ("cx", number(x(mark.rate))), ("cy", number(y)), ("r", "4.5")])
    return element(
      "g", [],
      label(short, Self.left - 10, y + 4, anchor: "end", kind: "name")
        + line("mark", x(mark.low), y, x(mark.high), y)
        + line("mark", x(mark.low), y - 5, x(mark.low), y + 5)
        + line("mark", x(mark.high), y - 5, x(mark.high), y + 5) + dot
        + label(words, Self.right + 12, y + 4))
  }
}
