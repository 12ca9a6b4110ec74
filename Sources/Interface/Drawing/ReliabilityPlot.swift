import Evaluation
import Screen

/// How often predictions of about the same confidence were right, drawn in characters:
///
///     100 % │            ·◆
///           │      ●  ·
///      50 % │    ·◆
///           │ ·
///       0 % └──────────────
///           0     .5     1.0
///
/// Marks below the dotted line are of a model that is surer than it is right.
struct ReliabilityPlot {
  private static let rows = 11
  private static let left = 7

  private let calibration: ModelCalibration
  private let columns: Int
  private let width: Int
  private let glyphs: GlyphSet

  init(_ calibration: ModelCalibration, columns: Int, glyphs: GlyphSet) {
    self.calibration = calibration
    self.columns = columns
    width = max(8, min(45, columns - Self.left - 1))
    self.glyphs = glyphs
  }

  private enum Mark: Hashable {
    case even, metric, verdicts, both
  }

  var lines: [StyledLine] {
    let marks = marks
    let plot = (0..<Self.rows).map { row in
      var line = StyledLine(axisLabel(row), .dim)
      for column in 0..<width {
        let mark = marks[row * width + column]
        line.append(mark.map(glyph) ?? " ", mark.map(role) ?? .dim)
      }
      return line
    }
    return plot + [axis, numbers] + legend
  }

  /// The cells from the top left on.
  private var marks: [Mark?] {
    var cells: [Mark?] = Array(repeating: nil, count: Self.rows * width)
    for column in stride(from: 0, to: width, by: 2) {
      let share = Double(column) / Double(width - 1)
      cells[cell(share, share)] = .even
    }
    func add(_ curve: ModelCalibration.Curve?, _ mark: Mark) {
      for bin in curve?.bins ?? [] {
        guard let accuracy = bin.accuracy, let confidence = bin.confidence else { continue }
        let place = cell(confidence, accuracy)
        let isTaken = cells[place] == .metric && mark == .verdicts
        cells[place] = isTaken ? .both : mark
      }
    }
    add(calibration.automatic, .metric)
    add(calibration.verdicts, .verdicts)
    return cells
  }

  private func cell(_ confidence: Double, _ accuracy: Double) -> Int {
    func place(_ share: Double, of count: Int) -> Int {
      max(0, min(count - 1, Int((share * Double(count - 1)).rounded())))
    }
    return (Self.rows - 1 - place(accuracy, of: Self.rows)) * width + place(confidence, of: width)
  }

  private func axisLabel(_ row: Int) -> DisplayText {
    let words =
      switch row {
      case 0: "100 %"
      case Self.rows / 2: "50 %"
      case Self.rows - 1: "0 %"
      default: ""
      }
    let label = DisplayText(words)
    return .blanks(Self.left - 2 - label.width) + label + " " + glyphs.border.vertical
  }

  private var axis: StyledLine {
    var text: DisplayText = .blanks(Self.left - 1) + glyphs.border.bottomLeft
    for _ in 0..<width { text = text + glyphs.border.horizontal }
    return StyledLine(text, .dim)
  }

  private var numbers: StyledLine {
    let middle: DisplayText = ".50"
    let end: DisplayText = "1.0 sure"
    var text: DisplayText = .blanks(Self.left) + "0"
    text = text + .blanks(max(1, Self.left + width / 2 - 1 - text.width)) + middle
    text = text + .blanks(max(1, Self.left + width - end.width - text.width)) + end
    return StyledLine(text, .dim)
  }

  private var legend: [StyledLine] {
    let known: [(Mark, String, ModelCalibration.Curve?)] = [
      (.metric, "by the metric", calibration.automatic),
      (.verdicts, "by verdicts", calibration.verdicts),
    ]
    return known.compactMap { mark, name, curve in
      guard let curve else { return nil }
      var line = StyledLine(glyph(mark), role(mark))
      line.append(
        DisplayText(
          " \(name) of \(NumberText.grouped(curve.n)), error "
            + "\(NumberText.thousandths(curve.error))"), .dim)
      return line
    }
  }

  /// `.667–.733   100 % of 10   ◆ 80 % of 5`: the numbers behind two marks.
  func line(of bin: CalibrationBin) -> StyledLine {
    let range = "\(NumberText.thousandths(bin.low))–\(NumberText.thousandths(bin.high))"
    var line = StyledLine(DisplayText(range).padded(to: 10), .text)
    for (place, (mark, part)) in [(Mark.metric, bin.metric), (.verdicts, bin.verdicts)].enumerated()
    {
      guard let part, let accuracy = part.accuracy else { continue }
      let words = DisplayText(
        "\(RateText.percent(accuracy)) of \(NumberText.grouped(part.n))")
      line.append(.blanks(max(1, 11 + 16 * place - line.width)), .dim)
      line.append(glyph(mark), role(mark))
      // What the first number took too much of, the second one lacks: neither is cut.
      let room = min(26 + 16 * place, columns) - line.width
      line.append(.blanks(max(1, room - words.width)) + words, .dim)
    }
    return line
  }

  private func glyph(_ mark: Mark) -> DisplayText {
    switch (mark, glyphs) {
    case (.even, .unicode): "·"
    case (.even, .ascii): "."
    case (.metric, .unicode): "●"
    case (.metric, .ascii): "o"
    case (.verdicts, .unicode): "◆"
    case (.verdicts, .ascii): "x"
    case (.both, .unicode): "◈"
    case (.both, .ascii): "*"
    }
  }

  private func role(_ mark: Mark) -> Role {
    switch mark {
    case .even: .dim
    case .metric: .accent
    case .verdicts, .both: .text
    }
  }
}
