import Synchronization

/// Reads all rows of some files on several threads, and hands over what they say in order.
///
/// Each thread takes a block, finds out what its rows say, waits until the blocks before it were
/// handed over, and hands over its own. So no more blocks are in memory than there are threads.
final class FactsReading<Taker: FactsTaker>: Sendable {
  /// Is given the taker and the bytes that were gone through.
  typealias Report = @Sendable (borrowing Taker, Int) -> Void

  private struct Taking: Sendable {
    var taker: Taker
    var begun = -1
    /// The tickets whose work was handed over.
    var count = 0
    var bytes = 0
  }

  private let files: [OpenedFile]
  private let needs: @Sendable (FileRules) -> IndexNeeds
  private let source: BlockSource
  private let turnstile = Turnstile()
  private let taking: Mutex<Taking>
  /// The bytes of all files before each.
  private let bytesBefore: [Int]

  /// - Parameters:
  ///   - start: where to begin when `taker` has taken everything before it.
  ///   - needs: what is to be learned from a file's rows.
  init(
    _ files: [OpenedFile], into taker: Taker, blockSize: Int = BlockSource.standardBlockSize,
    from start: ReadingStart? = nil, needs: @escaping @Sendable (FileRules) -> IndexNeeds
  ) {
    self.files = files
    self.needs = needs
    source = BlockSource(files, blockSize: blockSize, from: start)
    taking = Mutex(Taking(taker: taker, begun: start?.file ?? -1))
    bytesBefore = files.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.file.size) }
  }

  /// What was taken so far.
  var taker: Taker { taking.withLock { $0.taker } }

  var wasCancelled: Bool { source.wasCancelled }

  /// Ends the reading soon; what was taken stays.
  func cancel() { source.cancel() }

  /// Returns when all is read or the reading was cancelled.
  ///
  /// - Parameters:
  ///   - threads: how many read, the calling one included.
  ///   - onTaken: called after each block with the taker and the bytes gone through, by one thread
  ///     at a time.
  ///   - onStalled: the same where a file that grows has no more rows for now.
  func run(
    threads: Int, onTaken: @escaping Report = { _, _ in }, onStalled: @escaping Report = { _, _ in }
  ) {
    BackgroundThread.together(threads) { [self] worker in work(worker, onTaken, onStalled) }
  }

  private func work(_ worker: Int, _ onTaken: Report, _ onStalled: Report) {
    var analyst = BlockAnalyst(files, worker: worker, needs: needs)
    var block = RowBlock()
    let whileWaiting = { [self] tickets in reportStall(of: tickets, onStalled) }
    while let ticket = source.next(into: &block, whileWaiting: whileWaiting) {
      if case .rows = ticket.work { analyst.read(block, of: ticket.file) }
      turnstile.pass(ticket.number) {
        taking.withLock { taking in
          Self.hand(over: analyst.facts, ticket, to: &taking)
          taking.bytes = bytesBefore[ticket.file] + block.end
          onTaken(taking.taker, taking.bytes)
        }
      }
    }
  }

  /// Reports what was taken; true once that is all that was handed out.
  private func reportStall(of tickets: Int, _ onStalled: Report) -> Bool {
    taking.withLock { taking in
      guard taking.count == tickets else { return false }
      onStalled(taking.taker, taking.bytes)
      return true
    }
  }

  private static func hand(
    over facts: BlockFacts, _ ticket: BlockSource.Ticket, to taking: inout Taking
  ) {
    taking.count += 1
    if taking.begun != ticket.file {
      taking.taker.begin(ticket.file)
      taking.begun = ticket.file
    }
    switch ticket.work {
    case .rows: taking.taker.add(facts)
    case .end(let notes): taking.taker.end(notes: notes)
    }
  }
}
