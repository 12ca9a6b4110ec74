import ArgumentParser

/// `spotcheck check`: whether the metrics keep to their ranges, and what follows where one does not.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the guardrails, and respond to those that were left.",
    discussion: """
      The guardrails of spotcheck.yaml are measured over the files, and each is inside, open, left \
      or waiting. What the rows themselves tell (accuracy, mean-score, calibration-error, \
      damaged-rate, predictions) and counts of reviews (upsetting-count, severity3-count, coverage, \
      days-since-review) are known, and the value decides. Rates of what people say come from drawn \
      predictions alone (with over: and without where: also from those of other runs in that time, by \
      what the ledger says of their draws), and the interval decides: left is all of it outside, open is an interval \
      over the bound, with about how many more reviews would tell. 95 % intervals by Wilson's \
      modified score method for one stratum and by MOVER for several, 99.7 % until a draw is \
      finished. What a query about reviews selects, such as verdict:wrong, is no random sample: \
      nothing is estimated of it. agreement is Krippendorff's alpha over drawn predictions that two people judged, \
      calibration-error the expected one over 15 bins.

      The response of every guardrail that was left is run through the shell, in the folder of \
      spotcheck.yaml, with the facts as JSON on its standard input. It has to end in time; how it \
      fares changes nothing about the exit status: 2 where a guardrail was left, else 1 where one \
      could not be measured, else 0.

      EXAMPLES:
        spotcheck check predictions.jsonl
        spotcheck check --record predictions.jsonl
        spotcheck check --format junit predictions.jsonl > guardrails.xml
        spotcheck check --format json predictions.jsonl | jq .guardrails[].state
      """)

  @OptionGroup var predictions: PredictionOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var color: ColorOptions
  @OptionGroup var check: CheckOptions

  func run() throws {
    try predictions.requireFiles()
    let workspace = try Workspace(predictions, ledger, in: .current())
    let report = try CheckJob(workspace, check, query: predictions.query).report()
    try Console.write(
      check.format.text(of: report), for: check.format == .text ? .person : .program)
    for problem in report.problems { Console.report("error: \(problem.sentence)") }
    guard report.status == .done else { throw ExitCode(report.status.rawValue) }
  }
}
