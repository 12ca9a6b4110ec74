import Evaluation

extension ReviewedReport {
  /// Rates by tier, the tier audit, and a plot of both.
  var tierSection: ReportDocument.Section? {
    let rows = tiers.map { line -> [ReportText] in
      [
        .quoting(line.tier), "\(line.count)", "\(line.reviewed)", "\(line.drawn)",
      ] + RateCells(line.wrong, judged: line.reviewed, drawn: line.drawn, items: line.items).cells
        + [
          "\(own: line.upsetting.map { $0.shortWords } ?? "")",
          "\(own: line.lastReviewed.map { String($0.prefix(10)) } ?? "")",
          "\(own: line.automatic?.words ?? "")",
        ]
    }
    let table = ReportTable(
      "Tiers, easy first",
      ReportTable.Column.slice("tier") + [
        ReportTable.Column(title: "upsetting"), ReportTable.Column(title: "last judged"),
        ReportTable.Column(title: "automatic"),
      ], rows)
    var blocks: [ReportDocument.Block] = []
    if let tierAudit { blocks.append(.sentences(tierAudit.lines)) }
    blocks.append(.table(table))
    let marks = tiers.compactMap { line in line.wrong.map { $0.mark(.quoting(line.tier)) } }
    if marks.count > 1 { blocks.append(.plot(.intervals(title: "Wrong by tier", marks: marks))) }
    return ReportDocument.Section(
      name: "tiers", title: "Tiers: are they what they say", blocks: blocks)
  }

  /// Every value of each segment, and of what was crossed.
  var segmentSections: [ReportDocument.Section] {
    var names: [String] = []
    let lines = segments + (crossed ?? [])
    for line in lines where !names.contains(line.segment) { names.append(line.segment) }
    guard !names.isEmpty else { return [] }
    let tables = names.map { name in
      ReportDocument.Block.table(
        ReportTable(
          "Segment \(quoting: name)",
          ReportTable.Column.slice("value") + [ReportTable.Column(title: "automatic")],
          lines.filter { $0.segment == name }.map { line in
            [
              .quoting(line.value), "\(line.count)", "\(line.reviewed)", "\(line.drawn)",
            ]
              + RateCells(line.wrong, judged: line.reviewed, drawn: line.drawn, items: line.items)
              .cells + [
                "\(own: line.automatic?.words ?? "")"
              ]
          }))
    }
    return [ReportDocument.Section(name: "segments", title: "Segments", blocks: tables)]
  }

  /// Where the model fails most, with intervals that hold for all values together.
  var worstSection: ReportDocument.Section? {
    let most = 10
    guard worstSegments.count > 1 else { return nil }
    let worse = worstSegments.filter(\.isWorse)
    var lines: [ReportText] = []
    if worse.isEmpty {
      lines.append(
        "none of the \(worstSegments.count) values that can be compared is worse than the run by more "
          + "than chance explains")
    } else {
      let names = worse.map { "\(quoting: $0.segment) \(quoting: $0.value)" as ReportText }
      lines.append("worse than the run: " + names.joined(separator: ", "))
    }
    let shown = worstSegments.prefix(most)
    let table = ReportTable(
      "Values of segments, worst first",
      [
        ReportTable.Column(title: "segment"), ReportTable.Column(title: "value"),
        ReportTable.Column(title: "predictions", isNumber: true),
      ] + ReportTable.Column.rate,
      shown.map { line in
        [.quoting(line.segment), .quoting(line.value), "\(line.items)"]
          + RateCells(line.wrong).cells
      })
    let marks = shown.map { $0.wrong.mark("\(quoting: $0.segment) \(quoting: $0.value)") }
    return ReportDocument.Section(
      name: "worst", title: "Worst segments",
      blocks: [
        .sentences(lines), .table(table),
        .plot(.intervals(title: "Wrong by segment, worst first", marks: Array(marks))),
      ])
  }
}

/// The cells of a rate: the rate, its interval and the method.
private struct RateCells {
  let cells: [ReportText]

  init(_ rate: Rate?, judged: Int = 0, drawn: Int = 0, items: Int = 0) {
    guard let rate else {
      let words =
        items == 0 || drawn > 0 ? "n/a" : judged > 0 ? "not drawn" : "not looked at"
      cells = ["\(own: words)", "", ""]
      return
    }
    let end = (rate.isSoFar ? ", so far" : "") + (rate.unseen.map { ", \($0) unseen" } ?? "")
    cells = [
      "\(own: Figures.percent(rate.rate)) of \(rate.n)",
      "\(own: Figures.tenths(rate.low))–\(own: Figures.tenths(rate.high))",
      "\(own: rate.method.words)\(own: end)",
    ]
  }
}

extension ReportTable.Column {
  /// The columns of a rate.
  fileprivate static let rate = [
    ReportTable.Column(title: "wrong", isNumber: true),
    ReportTable.Column(title: "interval, %", isNumber: true), ReportTable.Column(title: "method"),
  ]

  /// The first columns of a table about tiers or segments.
  fileprivate static func slice(_ name: String) -> [ReportTable.Column] {
    [
      ReportTable.Column(title: name), ReportTable.Column(title: "predictions", isNumber: true),
      ReportTable.Column(title: "judged", isNumber: true),
      ReportTable.Column(title: "drawn", isNumber: true),
    ] + rate
  }
}

extension Rate {
  /// `0.0 % of 60, at most 4.9 %`, or with the interval.
  fileprivate var shortWords: String {
    let rate = "\(Figures.percent(rate)) of \(n)"
    return bound.map { "\(rate), \($0)" } ?? rate + " " + Figures.interval(low, high)
  }

  fileprivate func mark(_ label: ReportText) -> ReportPlot.Mark {
    ReportPlot.Mark(label: label, rate: rate, low: low, high: high)
  }
}

extension TierAudit {
  /// The sentence, in which the tiers' names come from a file.
  var quotedSentence: ReportText {
    // Signs that no words of ours hold stand for the names until those are quoted.
    let names: [Character: String] = ["\u{1}": easiest.tier, "\u{2}": hardest.tier]
    let words = self.words(calling: "\u{1}", "\u{2}")
    var pieces: [ReportText.Piece] = []
    var rest = words[...]
    while let place = rest.firstIndex(where: { names[$0] != nil }) {
      pieces += [.own(String(rest[..<place])), .quoted(names[rest[place]] ?? "")]
      rest = rest[rest.index(after: place)...]
    }
    return ReportText(pieces: pieces + [.own(String(rest))])
  }

  /// The sentence, and the numbers behind it.
  fileprivate var lines: [ReportText] {
    let points = Figures.tenths(difference)
    let trend = trend.map { ", the trend over all tiers has p \(Figures.probability($0))" } ?? ""
    return [
      quotedSentence,
      "wrong rate of \(quoting: hardest.tier) minus that of \(quoting: easiest.tier): "
        + "\(own: points) points "
        + "\(own: Figures.interval(low, high))\(own: trend)",
    ]
  }
}
