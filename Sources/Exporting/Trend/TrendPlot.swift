import Evaluation

/// One metric over time as SVG: values with their intervals, limits and the allowed range.
struct TrendPlot {
  private static let size = (width: 760.0, height: 200.0)
  private static let margin = (left: 56.0, right: 12.0, top: 12.0, bottom: 24.0)

  private let trend: MetricTrend
  private let scale: ClosedRange<Double>

  init(_ trend: MetricTrend) {
    self.trend = trend
    var ends = trend.points.flatMap { point in
      [
        point.value.value, point.value.low, point.value.high, point.limits?.lowerBound,
        point.limits?.upperBound,
      ]
    }.compactMap(\.self).filter(\.isFinite)
    // A bound that is far off would make everything else a flat line.
    if let low = ends.min(), let high = ends.max() {
      let reach = max(high - low, abs(high) * 0.05)
      ends += trend.points.flatMap { point in
        [point.range?.lowerBound, point.range?.upperBound].compactMap(\.self)
          .filter { $0 >= low - reach && $0 <= high + reach }
      }
    }
    let (low, high) = (ends.min() ?? 0, ends.max() ?? 1)
    // Values that print the same are a flat line: a step would say what no number does.
    let isFlat = trend.words(low) == trend.words(high)
    let room = isFlat ? max(abs(high) * 0.1, 0.01) : (high - low) * 0.08
    scale = low - room...high + room
  }

  var svg: String {
    let name = HTMLText.escaped(trend.name)
    let parts = [band, axis, limits, line, points].joined(separator: "\n")
    return """
      <svg viewBox="0 0 \(Self.number(Self.size.width)) \(Self.number(Self.size.height))" \
      role="img" aria-label="\(name)">
      \(parts)
      </svg>
      """
  }

  private var plotWidth: Double { Self.size.width - Self.margin.left - Self.margin.right }
  private var plotHeight: Double { Self.size.height - Self.margin.top - Self.margin.bottom }

  private func x(_ place: Int) -> Double {
    guard trend.points.count > 1 else { return Self.margin.left + plotWidth / 2 }
    return Self.margin.left + plotWidth * (Double(place) + 0.5) / Double(trend.points.count)
  }

  private func y(_ value: Double) -> Double {
    let value = min(max(value, scale.lowerBound), scale.upperBound)
    let share = (value - scale.lowerBound) / (scale.upperBound - scale.lowerBound)
    return Self.margin.top + plotHeight * (1 - share)
  }

  /// The allowed range, as it was at each point.
  private var band: String {
    let width = plotWidth / Double(max(1, trend.points.count))
    return trend.points.enumerated().compactMap { place, point in
      guard let range = point.range else { return nil }
      let (top, bottom) = (y(range.upperBound), y(range.lowerBound))
      return #"<rect class="band" x="\#(Self.number(x(place) - width / 2))" "#
        + #"y="\#(Self.number(top))" width="\#(Self.number(width))" "#
        + #"height="\#(Self.number(max(1, bottom - top)))"/>"#
    }.joined(separator: "\n")
  }

  private var axis: String {
    let values = trend.points.compactMap(\.value.value)
    let ends = [values.min(), values.max()].compactMap(\.self)
    let isFlat = Set(ends.map { trend.words($0) }).count == 1
    let marks = isFlat ? Array(ends.prefix(1)) : ends
    let labels = marks.map { value in
      #"<text x="\#(Self.number(Self.margin.left - 6))" y="\#(Self.number(y(value) + 4))" "#
        + #"text-anchor="end">\#(HTMLText.escaped(trend.words(value)))</text>"#
    }
    let places = trend.points.isEmpty ? [] : Set([0, trend.points.count - 1]).sorted()
    let days = places.map { place in
      #"<text x="\#(Self.number(x(place)))" y="\#(Self.number(Self.size.height - 6))" "#
        + #"text-anchor="middle">\#(HTMLText.escaped(String(trend.points[place].at.prefix(10))))"#
        + "</text>"
    }
    return (labels + days).joined(separator: "\n")
  }

  private var limits: String {
    guard let centre = trend.centre else { return "" }
    let sides = [\ClosedRange<Double>.lowerBound, \.upperBound].map { side in
      path(trend.points.map { $0.limits.map { $0[keyPath: side] } }, "limit")
    }
    let (left, right) = (Self.margin.left, Self.size.width - Self.margin.right)
    let height = Self.number(y(centre))
    return sides.joined(separator: "\n")
      + "\n" + #"<line class="centre" x1="\#(Self.number(left))" y1="\#(height)" "#
      + #"x2="\#(Self.number(right))" y2="\#(height)"/>"#
  }

  private var line: String { path(trend.points.map(\.value.value), "path") }

  private func path(_ values: [Double?], _ name: String) -> String {
    let places = values.enumerated().compactMap { place, value in
      value.map { "\(Self.number(x(place))),\(Self.number(y($0)))" }
    }
    return #"<polyline class="\#(name)" points="\#(places.joined(separator: " "))"/>"#
  }

  private var points: String {
    trend.points.enumerated().map { place, point in mark(point, at: x(place)) }
      .joined(separator: "\n")
  }

  private func mark(_ point: MetricTrend.Point, at x: Double) -> String {
    guard let value = point.value.value else { return "" }
    var parts: [String] = []
    let (x, height) = (Self.number(x), Self.number(y(value)))
    if let low = point.value.low, let high = point.value.high {
      parts.append(
        #"<line class="bar" x1="\#(x)" y1="\#(Self.number(y(low)))" "#
          + #"x2="\#(x)" y2="\#(Self.number(y(high)))"/>"#)
    }
    let words =
      ([String(point.at.prefix(10)), point.run].compactMap(\.self)
      + [trend.words(point)] + point.marks.map(trend.words)).joined(separator: " · ")
    let title = "<title>\(HTMLText.escaped(words))</title>"
    parts.append(#"<circle class="dot" cx="\#(x)" cy="\#(height)" r="3">\#(title)</circle>"#)
    if !point.marks.isEmpty {
      parts.append(#"<circle class="marked" cx="\#(x)" cy="\#(height)" r="6"/>"#)
    }
    return parts.joined()
  }

  /// Coordinates to a tenth, which is finer than anybody sees.
  private static func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
  }
}
