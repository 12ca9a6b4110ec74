import Evaluation

/// Agreement as a page for people.
struct AgreementText {
  private let report: AgreementReport

  init(_ report: AgreementReport) { self.report = report }

  var text: String {
    guard !report.drawn.isEmpty || !report.otherPairs.isEmpty else {
      return
        "nobody judged a prediction that somebody else judged too: there is nothing to compare\n"
    }
    var lines = sections(report.drawn, "drawn at random")
    if report.drawn.isEmpty {
      lines = [
        "no drawn prediction was judged by two: what is below was chosen by people, and says less",
        "",
      ]
    }
    lines += sections(report.otherPairs, "chosen otherwise")
    lines += disagreements
    return lines.map { $0 + "\n" }.joined()
  }

  private func sections(_ sections: [AgreementReport.Section], _ how: String) -> [String] {
    sections.flatMap { lines(of: $0, how) }
  }

  private func lines(of section: AgreementReport.Section, _ how: String) -> [String] {
    let same =
      section.agreed.map { "\(Self.percent($0)) % of pairs of reviews, each prediction alike" }
      ?? "n/a"
    var lines = [
      "\(section.about) · \(section.items) predictions with two reviews or more, \(how)",
      Self.line("same", same), Self.line("alpha", Self.words(section.krippendorff)),
      Self.line("Fleiss", Self.words(section.fleiss)), Self.line("AC1", Self.words(section.ac1)),
    ]
    for pair in section.pairs {
      let names = pair.reviewers.joined(separator: ", ")
      let agreed = "the same \(Self.percent(pair.agreed)) % of \(pair.items)"
      lines.append(Self.line("Cohen", "\(names): \(Self.words(pair.cohen)), \(agreed)"))
    }
    if section.leftOutPairs > 0 {
      lines.append(
        Self.line(
          "Cohen",
          "\(section.leftOutPairs) more pairs of reviewers are left out: "
            + "those above have most predictions in common"))
    }
    return lines + [""]
  }

  private static func line(_ name: String, _ words: String) -> String {
    "  " + name + String(repeating: " ", count: max(1, 8 - name.count)) + words
  }

  private var disagreements: [String] {
    guard !report.disagreements.isEmpty else { return ["no disagreement about a verdict"] }
    let settled = report.disagreements.count - report.open
    return ["disagreements · \(report.open) open, \(settled) settled"]
      + report.disagreements.map { item in
        let votes = item.verdicts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        let end = item.settled.map { "settled: \($0)" } ?? "open"
        return "  \(item.key)  \(item.tier)  \(votes.joined(separator: ", "))  \(end)"
      }
  }

  /// `.62 (.41–.83)`
  private static func words(_ coefficient: AgreementReport.Coefficient?) -> String {
    guard let coefficient else { return "n/a" }
    guard let low = coefficient.low, let high = coefficient.high else {
      let words = number(coefficient.value)
      return coefficient.value == 1 ? words + ", without an interval: nobody ever differed" : words
    }
    let ends = low < 0 ? "\(number(low)) to \(number(high))" : "\(number(low))–\(number(high))"
    return "\(number(coefficient.value)) (\(ends))"
  }

  private static func number(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let sign = value < 0 && hundredths > 0 ? "-" : ""
    let rest = String(hundredths % 100)
    return sign + (hundredths >= 100 ? String(hundredths / 100) : "") + "."
      + (rest.count < 2 ? "0" : "") + rest
  }

  private static func percent(_ share: Double) -> String { String((share * 1000).rounded() / 10) }
}
