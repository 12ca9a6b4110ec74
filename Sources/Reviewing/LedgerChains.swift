import Predictions

/// The lines of a ledger and what each says comes before it.
struct LedgerChains {
  private struct Spot {
    let file: Int
    let line: Int
    let offset: Int
  }

  private struct Link {
    let spot: Spot
    let previous: ContentDigest?
    /// `prev` is there but is no hash.
    let isBroken: Bool
    let isFirst: Bool
  }

  private struct WriterAndPrevious: Hashable {
    let writer: String
    let previous: ContentDigest
  }

  private struct Newest {
    let seq: Int
    let id: EventID
    let digest: ContentDigest
    let spot: Spot
  }

  private let sweep: LedgerSweep
  private var report = LedgerVerification()
  private var links: [Link] = []
  /// Where each line lies; the first time in each file for a line that was copied.
  private var spots: [ContentDigest: [Spot]] = [:]
  private var ids: [EventID: (spot: Spot, digest: ContentDigest)] = [:]
  private var successors: [WriterAndPrevious: (spot: Spot, digest: ContentDigest)] = [:]
  private var newest: [String: Newest] = [:]
  private var begun: Set<Int> = []
  private var isAtHighestNumber = false

  init(_ sweep: LedgerSweep) {
    self.sweep = sweep
    report.files = sweep.files.map { LedgerVerification.File(path: $0.path) }
  }

  /// Takes in all lines; what can be seen of one line alone is found on the way.
  mutating func read() throws(LedgerError) {
    try sweep.forEach { take($0) }
  }

  /// What was found, with what only the whole ledger shows.
  func verification(expectedHeads: [String]) -> LedgerVerification {
    var report = report
    for link in links {
      if let kind = finding(link) { report.findings.append(found(kind, at: link.spot)) }
    }
    let order = Dictionary(
      uniqueKeysWithValues: sweep.files.enumerated().map { ($1.path, $0) })
    report.findings.sort {
      (order[$0.path] ?? 0, $0.offset) < (order[$1.path] ?? 0, $1.offset)
    }
    report.heads = newest.sorted { $0.key < $1.key }.map { writer, newest in
      LedgerVerification.Head(
        writer: writer, digest: newest.digest.text, seq: newest.seq,
        path: sweep.files[newest.spot.file].path, line: newest.spot.line)
    }
    report.missingHeads = expectedHeads.filter { head in
      ContentDigest(text: head).map { spots[$0] == nil } ?? true
    }
    return report
  }

  private mutating func take(_ line: LedgerSweep.Line) {
    report.count(line)
    let spot = Spot(file: line.file, line: line.number, offset: line.offset)
    let digest = line.digest
    let isFirst = begun.insert(line.file).inserted
    spots[digest, default: []].append(spot)
    switch line.event {
    case .failure:
      if let damage = sweep.damage(line) { add(.damaged(damage.kind), at: spot) }
    case .success(let event):
      let previous = event.prev.flatMap { ContentDigest(text: $0) }
      links.append(
        Link(
          spot: spot, previous: previous, isBroken: event.prev != nil && previous == nil,
          isFirst: isFirst))
      note(event, digest, at: spot)
      if let previous { note(successor: digest, of: previous, by: event.writer, at: spot) }
    }
  }

  private mutating func note(_ event: LedgerEvent, _ digest: ContentDigest, at spot: Spot) {
    if let known = ids[event.id] {
      // A rescue file may hold the very line that the ledger has after all.
      if known.spot.file == spot.file || known.digest != digest {
        add(.repeatedID(event.id, other: place(known.spot)), at: spot)
      }
    } else {
      ids[event.id] = (spot, digest)
    }
    if event.seq == LedgerEvent.highestSeq, !isAtHighestNumber {
      isAtHighestNumber = true
      add(.highestNumber, at: spot)
    }
    if let known = newest[event.writer], (known.seq, known.id) >= (event.seq, event.id) { return }
    newest[event.writer] = Newest(seq: event.seq, id: event.id, digest: digest, spot: spot)
  }

  private mutating func note(
    successor: ContentDigest, of previous: ContentDigest, by writer: String, at spot: Spot
  ) {
    let key = WriterAndPrevious(writer: writer, previous: previous)
    if let known = successors[key] {
      guard known.digest != successor else { return }
      add(.sharedPrev(writer: writer, other: place(known.spot)), at: spot)
    } else {
      successors[key] = (spot, successor)
    }
  }

  private func finding(_ link: Link) -> LedgerVerification.Finding.Kind? {
    guard !link.isBroken else { return .missingPrev }
    guard let previous = link.previous else { return link.isFirst ? nil : .secondRoot }
    guard let found = spots[previous] else { return .missingPrev }
    let isFine = found.contains { $0.file != link.spot.file || $0.offset < link.spot.offset }
    return isFine ? nil : .beforeItsPrev
  }

  private func place(_ spot: Spot) -> LedgerVerification.Place {
    LedgerVerification.Place(path: sweep.files[spot.file].path, line: spot.line)
  }

  private mutating func add(_ kind: LedgerVerification.Finding.Kind, at spot: Spot) {
    report.findings.append(found(kind, at: spot))
  }

  private func found(
    _ kind: LedgerVerification.Finding.Kind, at spot: Spot
  ) -> LedgerVerification.Finding {
    LedgerVerification.Finding(
      path: sweep.files[spot.file].path, line: spot.line, offset: spot.offset, kind: kind)
  }
}
