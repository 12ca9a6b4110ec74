import Predictions

extension ReviewBook {
  /// Everyone with a current review, by name.
  package var reviewers: [String] {
    reviewerCounts.indices.filter { reviewerCounts[$0].reviews > 0 }
      .map { names.texts[UInt32($0)] }.sorted()
  }

  /// How many reviews of `reviewer` count, by what they say.
  package func counts(of reviewer: String) -> ReviewerCount {
    let code = Int(names.texts.existingCode(for: reviewer))
    return code < reviewerCounts.count ? reviewerCounts[code] : ReviewerCount()
  }

  /// The tags of current reviews, most used first.
  package var tags: [NameUse] {
    var counts: [String: Int] = [:]
    for (code, count) in tagCounts.counts.enumerated() where count > 0 {
      for tag in Set(names.tags[UInt32(code)]) { counts[tag, default: 0] += count }
    }
    return Self.ordered(counts.map { NameUse(name: $0.key, count: $0.value) })
  }

  /// The labels of current reviews up to 64 bytes, most used first; longer ones are whole outputs.
  package var labels: [NameUse] {
    var counts: [String: Int] = [:]
    for (code, count) in detailCounts.counts.enumerated() where count > 0 {
      guard let label = names.details[UInt32(code)].label else { continue }
      if label.utf8.count <= Self.longestLabel { counts[label, default: 0] += count }
    }
    return Self.ordered(counts.map { NameUse(name: $0.key, count: $0.value) })
  }

  static let longestLabel = 64

  /// Predictions that were passed to `reviewer`, newest first.
  ///
  /// Those that the reviewer has judged since are still among them.
  package func passes(to reviewer: String) -> [Pass] {
    ordered((passes[reviewer] ?? []).map(Int.init).filter { !records[$0].isVoid }).map(pass(at:))
  }

  /// Passes of this content, newest first.
  package func passes(of content: DigestPrefix) -> [Pass] {
    var found: [Int] = []
    walk(content) { if records[$0].kind == .pass, !records[$0].isVoid { found.append($0) } }
    return ordered(found).map(pass(at:))
  }

  /// Draws, newest first.
  package var draws: [DrawEvent] {
    drawEvents.values.sorted { ($0.seq, $0.id) > ($1.seq, $1.id) }
  }

  /// The last current review of `reviewer`, where a session resumes. Linear in the book's size.
  package func latestReview(by reviewer: String) -> CurrentReview? {
    let code = names.texts.existingCode(for: reviewer)
    var latest: Int?
    for place in 0..<records.count where records[place].by == code && records[place].counts {
      if let known = latest, isNewer(known, than: place) { continue }
      latest = place
    }
    return code == 0 ? nil : latest.map(review(at:))
  }

  /// Every content about which something was said, in no order. Linear in the events.
  package var contents: Set<DigestPrefix> {
    var contents: Set<DigestPrefix> = []
    records.forEach { if $0.kind != .other { contents.insert($0.content.prefix) } }
    return contents
  }

  /// Tells quickly that nothing was ever said about a content. Linear in the events to make.
  package var sieve: DigestSieve {
    var sieve = DigestSieve(count: newestOfContent.count)
    // Some twice, but one behind the other as they lie in memory.
    records.forEach { if $0.kind != .other { sieve.insert($0.content.prefix) } }
    return sieve
  }

  private static func ordered(_ uses: [NameUse]) -> [NameUse] {
    uses.filter { $0.count > 0 }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}

/// Where a draw had an item, as a review of it says.
package struct DrawnPlace: Hashable, Sendable {
  package let draw: String
  package let stratum: String
  /// From 1.
  package let position: Int

  package init(draw: String, stratum: String, position: Int) {
    self.draw = draw
    self.stratum = stratum
    self.position = position
  }
}

extension ReviewBook {
  /// Where some draws had the items that were reviewed or passed on in them, also where another review
  /// counts by now. Linear in the events.
  package func drawnPlaces(of draws: Set<String>) -> [DrawnPlace: DigestPrefix] {
    let wanted = Set(draws.map { names.texts.existingCode(for: $0) }).subtracting([0])
    var places: [DrawnPlace: DigestPrefix] = [:]
    guard !wanted.isEmpty else { return places }
    records.forEach { record in
      guard record.kind == .review || record.kind == .pass, record.flags.contains(.hasPosition),
        !record.flags.contains(.removed)
      else { return }
      let codes = names.circumstances[record.circumstances]
      guard wanted.contains(codes.draw) else { return }
      let place = DrawnPlace(
        draw: names.texts[codes.draw], stratum: names.texts[codes.stratum],
        position: record.position)
      places[place] = record.content.prefix
    }
    return places
  }
}

/// From a record back to what it stands for.
extension ReviewBook {
  func review(at place: Int) -> CurrentReview {
    let record = records[place]
    return CurrentReview(
      id: record.id, at: record.at, by: names.texts[record.by], seq: record.seq,
      review: names.review(of: record), hasComment: record.flags.contains(.hasComment),
      item: item(of: record), context: names.context(of: record))
  }

  private func pass(at place: Int) -> Pass {
    let record = records[place]
    return Pass(
      id: record.id, at: record.at, by: names.texts[record.by],
      to: names.details[record.details].recipient ?? "", seq: record.seq, item: item(of: record),
      isCovered: names.circumstances[record.circumstances].covered ?? false)
  }

  private func item(of record: ReviewRecord) -> ReviewedItem {
    let codes = names.circumstances[record.circumstances]
    return ReviewedItem(
      content: record.content, input: record.input, key: keys[record.key],
      run: names.texts.text(codes.run), file: names.texts[codes.file])
  }
}
