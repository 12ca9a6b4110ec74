import ArgumentParser
import Evaluation
import Predictions

/// `spotcheck agreement`: how far reviewers agree, and where they do not.
struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "Say how far reviewers agree, and list where they do not.",
    discussion: """
      Coefficients are about predictions that a draw took and that two people or more judged: \
      nobody chose to look at those twice. Pairs that came about otherwise are shown apart, also all \
      of those that a query about reviews selects. \
      Krippendorff's alpha takes any number of reviewers and gaps, Fleiss' kappa as many reviews of \
      each prediction, Cohen's kappa two reviewers; AC1 is not pulled down where nearly everything \
      is ok. Each comes with its items and a 95 % interval; n/a is undefined, as where everybody \
      always said the same. In the screen, a shows everyone's reviews and R there settles one.

      EXAMPLES:
        spotcheck agreement predictions.jsonl
        spotcheck agreement --format json predictions.jsonl | jq .disagreements
        spotcheck --where disputed predictions.jsonl        settle them, one by one
      """)

  @OptionGroup var predictions: PredictionOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var color: ColorOptions

  @Option(help: "How to print it: text or json.")
  var format: TextFormat = .text

  func run() throws {
    try predictions.requireFiles()
    let workspace = try Workspace(predictions, ledger, in: .current())
    try workspace.ledgerPlace.requireNamedFiles(in: workspace.surroundings)
    let query = try predictions.query.map { text throws(QueryError) in try Query.parse(text) }
    let (context, ledger) = try workspace.openAll()
    defer { ledger.close() }
    defer { Console.report(unread: context.unread) }
    let votes = try ReviewerVotes.find(matching: query, in: context)
    let report = AgreementReport(votes, in: context)
    switch format {
    case .json: try Console.write(JSONPrinter.text(of: report), for: .program)
    case .text: try Console.write(AgreementText(report).text)
    }
  }
}
