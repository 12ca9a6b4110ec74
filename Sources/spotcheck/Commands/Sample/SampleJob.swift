import Configuration
import Evaluation
import Predictions
import Reviewing

/// One draw from the opened files, or from the parts of others, to the ledger.
struct SampleJob {
  private let options: SampleOptions
  private let predictions: PredictionOptions
  private let ledger: LedgerOptions
  private let surroundings: Surroundings

  init(
    _ options: SampleOptions, _ predictions: PredictionOptions, _ ledger: LedgerOptions,
    in surroundings: Surroundings
  ) {
    self.options = options
    self.predictions = predictions
    self.ledger = ledger
    self.surroundings = surroundings
  }

  /// Makes the draw of the files and records it.
  func drawn() throws -> DrawListing {
    let workspace = try Workspace(predictions, ledger, in: surroundings)
    let order = order(workspace.found)
    _ = try order.query()
    let (context, ledger) = try workspace.openAll()
    defer { ledger.close() }
    defer { Console.report(unread: context.unread) }
    guard let made = try MadeDraw.make(order, in: context) else { throw DrawError.nothingToDraw }
    let isWritten = try record(made, in: ledger)
    return DrawListing(
      made, isWritten: isWritten,
      items: made.sample.items.map { DrawListing.Item($0, of: made.draw, in: context.store) })
  }

  /// What a draw of these files and others would choose from.
  func part() throws -> DrawPart {
    let workspace = try Workspace(predictions, ledger, in: surroundings)
    let order = order(workspace.found)
    let query = try order.query()
    let (context, ledger) = try workspace.openAll()
    defer { ledger.close() }
    defer { Console.report(unread: context.unread) }
    let run = DrawChoice.runName(of: context)
    let earlier = order.earlier(in: DrawChoice.draws(of: context))
    let seed = order.seed(after: earlier, run: run, day: context.now.day)
    let limit = order.most(after: earlier?.draw)
    let candidates = try DrawCandidates.find(
      DrawNumbers(seed: seed), limit: limit, query: query, in: context)
    guard let candidates else { throw DrawError.nothingToDraw }
    return DrawPart(
      candidates, run: run, seed: seed, where: order.where, limit: limit, in: context.store)
  }

  /// Makes the draw of several parts and records it.
  func merged() throws -> DrawListing {
    let found = try FoundConfiguration(
      named: ledger.config, predictions: nil,
      workingFolder: surroundings.workingFolder.string)
    let order = order(found)
    if order.where != nil {
      throw UsageError("--where belongs to --part: a merge draws from what the parts hold")
    }
    if options.allocation == .neyman {
      throw UsageError(
        "--allocation neyman looks at the reviews of all predictions, which parts do not hold: "
          + "merge with proportional or equal")
    }
    let parts = try DrawParts(reading: predictions.files, run: predictions.run, seed: options.seed)
    let place = try LedgerPlace(ledger, found, in: surroundings)
    let ledger = try Ledger.open(
      place.location, reviewer: place.reviewer, environment: surroundings.environment)
    defer { ledger.close() }
    let made = try parts.draw(order, in: ledger.book)
    let isWritten = try record(made, in: ledger)
    return DrawListing(
      made, isWritten: isWritten,
      items: made.sample.items.map { DrawListing.Item($0, of: made.draw, in: parts) })
  }

  private func order(_ found: FoundConfiguration) -> DrawOrder {
    DrawOrder(
      .total(options.size ?? found.configuration.daily.sample), share: options.allocation,
      seed: options.seed, where: predictions.query)
  }

  /// Writes the draw to the ledger unless it is there or is not to be; true where it was written.
  private func record(_ made: MadeDraw, in ledger: Ledger) throws(CommandError) -> Bool {
    guard !options.dryRun, made.news != .known else { return false }
    ledger.append(LedgerDraft(body: .draw(made.draw)))
    ledger.waitUntilSettled()
    guard case .unsaved(_, let reason, let rescued) = ledger.status else { return true }
    let place = ledger.path ?? "the ledger"
    throw CommandError(
      rescued.map { "the draw is in \($0), not in \(place): \(reason)" }
        ?? "the draw was not written to \(place): \(reason)")
  }
}
