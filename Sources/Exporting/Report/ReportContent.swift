import Evaluation

/// All that a report is written from.
package struct ReportContent: Sendable {
  /// What is counted of every row.
  package var counts: RunReport
  /// What reviewers add; absent where nobody reviewed anything.
  package var reviewed: ReviewedReport?
  /// The files, as they were named.
  package var files: [String]
  /// Which predictions it is about, where not all of them.
  package var query: String?
  /// The first of the flagged predictions, the most serious before the others.
  package var flagged: [ExportedPrediction]
  package var flaggedCount: Int
  /// The ids of predictions about which reviewers disagree, as far as they are listed.
  package var disputed: [String]

  package init(
    counts: RunReport, reviewed: ReviewedReport? = nil, files: [String], query: String? = nil,
    flagged: [ExportedPrediction] = [], flaggedCount: Int = 0, disputed: [String] = []
  ) {
    self.counts = counts
    self.reviewed = reviewed
    self.files = files
    self.query = query
    self.flagged = flagged
    self.flaggedCount = flaggedCount
    self.disputed = disputed
  }
}

extension ReportDocument {
  /// The report about this content.
  package init(_ content: ReportContent) {
    title = "Report"
    var sections = [content.summary]
    if let reviewed = content.reviewed {
      sections += [
        reviewed.automationSection, reviewed.tierSection, reviewed.missedSection,
        reviewed.worstSection,
      ].compactMap(\.self)
      sections += reviewed.segmentSections
      sections += [
        reviewed.calibrationSection, reviewed.neededSection, content.flaggedSection,
        content.signOffSection(reviewed), reviewed.methodSection,
      ].compactMap(\.self)
    } else {
      sections += content.countSections + [content.methodSection]
    }
    self.sections = sections
  }
}

extension ReportContent {
  /// Tiers and segments of a run that nobody reviewed.
  var countSections: [ReportDocument.Section] {
    let columns = [
      ReportTable.Column(title: "name"), ReportTable.Column(title: "predictions", isNumber: true),
      ReportTable.Column(title: "automatic"),
    ]
    func section(
      _ name: String, _ title: String, _ caption: ReportText,
      _ rows: [(name: String, count: Int, automatic: AutomaticMetric?)]
    ) -> ReportDocument.Section {
      ReportDocument.Section(
        name: name, title: title,
        blocks: [
          .table(
            ReportTable(
              caption, columns,
              rows.map {
                [.quoting($0.name), "\($0.count)", "\(own: $0.automatic?.words ?? "")"]
              }))
        ])
    }
    var names: [String] = []
    for line in counts.segments where !names.contains(line.segment) { names.append(line.segment) }
    return [
      section(
        "tiers", "Tiers", "Tiers", counts.tiers.map { ($0.tier, $0.count, $0.automatic) })
    ]
      + names.enumerated().map { place, name in
        section(
          "segment-\(place + 1)", "Segment \(place + 1)", "Segment \(quoting: name)",
          counts.segments.filter { $0.segment == name }.map { ($0.value, $0.count, $0.automatic) })
      }
  }

  /// The one method that is used without reviews.
  var methodSection: ReportDocument.Section {
    ReportDocument.Section(
      name: "methods", title: "Methods",
      blocks: [.sentences(["\(own: Rate.Method.wilson.footnote)"])])
  }
}
