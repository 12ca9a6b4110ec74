import ArgumentParser

/// `spotcheck report`: how good a run is, and how sure that is.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Say how good a run is: rates from draws, where it fails, what was looked at.",
    discussion: """
      Every row is read, checked and counted, on all processors. Where the ledger has reviews, rates \
      of the whole run and of its tiers and segments follow from drawn predictions alone; what was \
      found by browsing is listed and enters none. Every rate comes with its denominator, its \
      interval and the method: Wilson's for the metric, modified Wilson for a tier, stratified or \
      post-stratified for the run, prediction-powered where the metric is a grade. A tier nobody \
      looked at says so. With --weight, or weight: in the configuration, rates are also given in which \
      predictions count by a field: a combined ratio with Jeffreys' interval on the effective sample \
      size. Intervals are of 95 %, of 99.7 % while a draw is not finished.

      EXAMPLES:
        spotcheck report predictions.jsonl
        spotcheck report --short predictions.jsonl
        spotcheck report --segments region,channel --cross region,channel predictions.jsonl
        spotcheck report --segments latency_ms --weight traffic predictions.jsonl
        spotcheck report --where tier:hard --leak 0.02 predictions.jsonl
        spotcheck report --format html predictions.jsonl > report.html
        spotcheck report --format json predictions.csv | jq .estimate.wrong
      """)

  @OptionGroup var predictions: PredictionOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var color: ColorOptions

  @OptionGroup var report: ReportOptions

  func run() throws {
    try predictions.requireFiles()
    let workspace = try Workspace(predictions, ledger, in: .current())
    let job = try ReportJob(workspace, report, query: predictions.query)
    try Console.write(job.text(), for: report.format == .text ? .person : .program)
  }
}
