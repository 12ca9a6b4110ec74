import Evaluation

extension ReviewedReport {
  /// What could run without people, cut by cut.
  var automationSection: ReportDocument.Section? {
    guard let automation, let line = automationLine else { return nil }
    let rows = automation.cuts.map { cut -> [ReportText] in
      let result = cut.passes.map { $0 ? "passes" : "fails" } ?? "not tested"
      return [
        .quoting(cut.name), "\(cut.items)", "\(own: Figures.percent(cut.share))",
        "\(own: CountWords.text(cut.events)) of \(cut.n)",
        "\(own: cut.upper.map { Figures.percent($0) } ?? "n/a")", "\(own: result)",
      ]
    }
    let table = ReportTable(
      "Cuts, from the most confident down",
      [
        ReportTable.Column(title: "handled automatically"),
        ReportTable.Column(title: "predictions", isNumber: true),
        ReportTable.Column(title: "share", isNumber: true),
        ReportTable.Column(title: "wrong or upsetting", isNumber: true),
        ReportTable.Column(title: "at most", isNumber: true), ReportTable.Column(title: "result"),
      ], rows)
    return ReportDocument.Section(
      name: "automation", title: "What could run without people",
      blocks: [.sentences([line]), .table(table)])
  }

  /// What people call wrong or upsetting although the metric calls it correct.
  var missedSection: ReportDocument.Section? {
    guard automatic != nil, missed != nil || found.missed > 0 else { return nil }
    var lines: [ReportText] = []
    if let missed {
      lines.append(
        "of what the metric calls correct people call wrong or upsetting " + missed.sentence)
    }
    lines.append(
      "\(own: Figures.count(found.missed, "prediction")) of this kind found in all, drawn or not")
    return ReportDocument.Section(
      name: "missed", title: "What the metric missed", blocks: [.sentences(lines)])
  }

  /// Whether the model is right as often as it is sure.
  var calibrationSection: ReportDocument.Section? {
    guard let calibration else { return nil }
    var lines: [ReportText] = []
    func add(_ curve: ModelCalibration.Curve?, _ by: String) {
      guard let curve else { return }
      lines.append(
        "expected calibration error by \(own: by): \(own: Figures.thousandths(curve.error)) "
          + "over \(curve.n)")
    }
    add(calibration.automatic, "the metric")
    add(calibration.verdicts, "verdicts on drawn predictions")
    guard !lines.isEmpty else { return nil }
    return ReportDocument.Section(
      name: "calibration", title: "Calibration: is it right as often as it is sure",
      blocks: [
        .sentences(lines), .table(calibration.table), .plot(.reliability(calibration)),
      ] + (calibration.byVerdict.isEmpty ? [] : [.plot(.confidences(calibration.byVerdict))]))
  }

  /// How many more reviews would do.
  var neededSection: ReportDocument.Section? {
    guard let margin = needed.first?.margin else { return nil }
    let rows = needed.map { line -> [ReportText] in
      [
        line.tier.map { .quoting($0) } ?? "the run", "\(line.reviewed)", "\(line.more)",
      ]
    }
    let table = ReportTable(
      "Reviews until the 95 % interval of a finished draw reaches no further than "
        + "\(own: Figures.percent(margin)) to each side, at the rates seen so far; at one half where "
        + "nothing was seen",
      [
        ReportTable.Column(title: "of"),
        ReportTable.Column(title: "drawn and judged", isNumber: true),
        ReportTable.Column(title: "more needed", isNumber: true),
      ], rows)
    return ReportDocument.Section(
      name: "needed", title: "How many more to look at", blocks: [.table(table)])
  }
}

extension ModelCalibration {
  /// The bins that hold something.
  fileprivate var table: ReportTable {
    let bins = (automatic ?? verdicts)?.bins ?? []
    let rows = bins.indices.compactMap { place -> [ReportText]? in
      let metric = automatic.map { $0.bins[place] }
      let verdict = verdicts.map { $0.bins[place] }
      guard (metric?.n ?? 0) + (verdict?.n ?? 0) > 0 else { return nil }
      let bin = bins[place]
      return ["\(own: Figures.thousandths(bin.low))–\(own: Figures.thousandths(bin.high))"]
        + Self.cells(metric) + Self.cells(verdict)
    }
    return ReportTable(
      "Right by confidence",
      [
        ReportTable.Column(title: "confidence"),
        ReportTable.Column(title: "right by the metric", isNumber: true),
        ReportTable.Column(title: "mean confidence", isNumber: true),
        ReportTable.Column(title: "right by verdicts", isNumber: true),
        ReportTable.Column(title: "mean confidence of these", isNumber: true),
      ], rows)
  }

  private static func cells(_ bin: Bin?) -> [ReportText] {
    guard let bin else { return ["", ""] }
    guard let accuracy = bin.accuracy, let confidence = bin.confidence else {
      return ["n/a", "n/a"]
    }
    return [
      "\(own: Figures.percent(accuracy)) of \(bin.n)", "\(own: Figures.thousandths(confidence))",
    ]
  }
}
