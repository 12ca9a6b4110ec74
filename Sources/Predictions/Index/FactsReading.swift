import Synchronization

/// Reads all rows of some files on several threads, and hands over what they say in order.
///
/// Each thread takes a block, finds out what its rows say, and leaves that to be handed over when all
/// blocks before it were. So no more blocks are in memory than there are threads, and few facts.
final class FactsReading<Taker: FactsTaker>: Sendable {
  /// Is given the taker and the bytes that were gone through.
  typealias Report = @Sendable (borrowing Taker, Int) -> Void

  private struct Taking: Sendable {
    var taker: Taker
    var begun = -1
    /// The tickets whose work was handed over.
    var count = 0
    var bytes = 0
    var lines = LineCount()
    /// What the current file's parts could not be read for.
    var complaints: [String] = []
  }

  /// What came of a ticket.
  private struct Finding: Sendable {
    let ticket: BlockSource.Ticket
    /// What the rows say, where there are any.
    let facts: BlockFacts?
    /// Why they could not be read.
    let complaint: String?
  }

  /// How many lines of a file lie before the stretch that rows count theirs from.
  private struct LineCount: Sendable {
    private var stretch = -1
    private(set) var before = 0
    private var within = 0

    mutating func go(to stretch: Int, passing lines: Int) {
      if stretch != self.stretch { (self.stretch, before) = (stretch, before + within) }
      within = lines
    }
  }

  private let files: [OpenedFile]
  private let needs: @Sendable (FileRules) -> IndexNeeds
  private let source: BlockSource
  private let handover = OrderedHandover<Finding>(limit: 4)
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
      let read = read(ticket, into: &block)
      if let lines = read.lines { analyst.read(block, of: ticket.file, lines: lines) }
      let finding = Finding(
        ticket: ticket, facts: read.lines == nil ? nil : analyst.facts, complaint: read.complaint)
      handover.bring(finding, number: ticket.number) { finding in
        taking.withLock { taking in
          hand(over: finding, to: &taking)
          onTaken(taking.taker, taking.bytes)
        }
      }
    }
  }

  /// Sees to it that the block holds the ticket's rows; says how many lines its stretch has with them,
  /// where there are any, or why there are none.
  private func read(
    _ ticket: BlockSource.Ticket, into block: inout RowBlock
  ) -> (lines: Int?, complaint: String?) {
    switch ticket.work {
    case .rows(let lines): return (lines, nil)
    case .end: return (nil, nil)
    case .part(let start, _):
      do {
        return (try source.read(start, of: ticket.file, into: &block), nil)
      } catch {
        return (nil, "rows from byte \(start.offset) on are missing: \(error.words)")
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

  private func hand(over finding: Finding, to taking: inout Taking) {
    let ticket = finding.ticket
    taking.count += 1
    if taking.begun != ticket.file {
      taking.taker.begin(ticket.file)
      (taking.begun, taking.lines, taking.complaints) = (ticket.file, LineCount(), [])
    }
    if let complaint = finding.complaint, taking.complaints.isEmpty {
      taking.complaints = [complaint]
    }
    if var facts = finding.facts {
      taking.lines.go(to: ticket.stretch, passing: facts.lines)
      facts.linesBefore = taking.lines.before
      taking.bytes = bytesBefore[ticket.file] + facts.end
      taking.taker.add(facts)
    }
    guard ticket.work.endsFile else { return }
    taking.bytes = bytesBefore[ticket.file + 1]
    var notes = taking.complaints
    if case .end(let more) = ticket.work { notes += more }
    taking.taker.end(notes: notes)
  }
}
