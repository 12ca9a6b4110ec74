import Predictions

/// Everything that was ever said of one prediction, withdrawn events among it, oldest first.
package struct LedgerHistory: Sendable {
  /// Which prediction is meant.
  package enum Subject: Hashable, Sendable {
    /// The key it had when it was judged; what was said of the same content under other keys counts.
    case key(String)
    /// The start of a content digest, as `sha256:77ab`.
    case content(String)

    /// What a command's argument means: a digest where it looks like one, else a key.
    package init(_ text: String) {
      self = text.hasPrefix("sha256:") ? .content(text) : .key(text)
    }
  }

  package struct Entry: Sendable {
    package let event: LedgerEvent
    package let path: String
    package let line: Int
    package fileprivate(set) var isWithdrawn = false
    /// The event is the review that counts for its reviewer, or the settlement that counts.
    package fileprivate(set) var isCurrent = false
  }

  package private(set) var entries: [Entry] = []
  /// Lines that could not be read, whatever they were about.
  package private(set) var damage: [LedgerDamage] = []

  /// Reads the history from a ledger's files. Linear in their size.
  package static func read(
    _ paths: [String], of subject: Subject
  ) throws(LedgerError) -> LedgerHistory {
    let sweep = try LedgerSweep(paths)
    var history = LedgerHistory()
    let contents = try contents(of: subject, sweep)
    try history.collect(contents, sweep)
    history.markCurrent()
    return history
  }

  private static func contents(
    of subject: Subject, _ sweep: LedgerSweep
  ) throws(LedgerError) -> Set<ContentDigest> {
    var contents: Set<ContentDigest> = []
    try sweep.forEach { line in
      guard case .success(let event) = line.event, let item = event.item else { return }
      switch subject {
      case .key(let key): if item.key == key { contents.insert(item.content) }
      case .content(let start):
        if item.content.text.hasPrefix(start) { contents.insert(item.content) }
      }
    }
    return contents
  }

  private mutating func collect(
    _ contents: Set<ContentDigest>, _ sweep: LedgerSweep
  ) throws(LedgerError) {
    var withdrawals: [EventID: [Entry]] = [:]
    var seen: Set<EventID> = []
    try sweep.forEach { line in
      if let found = sweep.damage(line) { damage.append(found) }
      guard case .success(let event) = line.event else { return }
      let entry = Entry(event: event, path: sweep.files[line.file].path, line: line.number)
      if case .withdraw(let target) = event.body {
        if seen.insert(event.id).inserted { withdrawals[target, default: []].append(entry) }
      } else if let item = event.item, contents.contains(item.content),
        seen.insert(event.id).inserted
      {
        entries.append(entry)
      }
    }
    for index in entries.indices {
      let found = withdrawals[entries[index].event.id] ?? []
      entries[index].isWithdrawn = found.contains { $0.event.withdraws(entries[index].event) }
      entries += found
    }
    entries.sort { ($0.event.seq, $0.event.id) < ($1.event.seq, $1.event.id) }
  }

  private struct Holder: Hashable {
    let reviewer: String?
    let content: ContentDigest
  }

  private mutating func markCurrent() {
    var newest: [Holder: Int] = [:]
    for (index, entry) in entries.enumerated() where !entry.isWithdrawn {
      guard let content = entry.event.item?.content else { continue }
      switch entry.event.body {
      case .review: newest[Holder(reviewer: entry.event.by, content: content)] = index
      case .resolve: newest[Holder(reviewer: nil, content: content)] = index
      case .withdraw, .pass, .draw, .unknown: break
      }
    }
    for index in newest.values { entries[index].isCurrent = true }
  }
}

extension LedgerHistory {
  /// The history, an event a line; names and comments are as untrusted as the ledger.
  package var lines: [String] { entries.map(\.words) }
}

extension LedgerHistory.Entry {
  /// When, who, what, and whether it counts.
  package var words: String {
    let end = isWithdrawn ? " (withdrawn)" : isCurrent ? " (current)" : ""
    let place = event.item.map { " · \($0.key)" + ($0.run.map { " in \($0)" } ?? "") } ?? ""
    return "\(event.at.text) \(event.by): \(event.body.words)\(place)\(end)"
  }
}

extension LedgerBody {
  fileprivate var words: String {
    switch self {
    case .review(let review): review.words
    case .resolve(let review): "settled: " + review.words
    case .withdraw(let target): "took back \(target.text)"
    case .pass(let to): "passed to \(to)"
    case .draw(let draw): "drew \(draw.planned) as \(draw.id)"
    case .unknown(let name): name
    }
  }
}

extension Review {
  /// The judgement in one line.
  fileprivate var words: String {
    var words = [verdict?.rawValue ?? "no verdict"]
    if let upsetting {
      words.append(
        (["upsetting \(upsetting.severity)"] + upsetting.categories).joined(separator: " "))
    }
    if badTarget { words.append("bad target") }
    if !tags.isEmpty { words.append("tags " + tags.joined(separator: " ")) }
    if let label { words.append("label \(label)") }
    if let comment { words.append("“\(comment)”") }
    return words.joined(separator: ", ")
  }
}
