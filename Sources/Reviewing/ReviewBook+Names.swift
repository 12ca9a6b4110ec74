import Predictions

extension ReviewBook {
  /// Everyone with a current review, by name.
  package var reviewers: [String] {
    reviewerCounts.filter { $0.value.reviews > 0 }.map { texts[$0.key] }.sorted()
  }

  /// How many reviews of `reviewer` count, by what they say.
  package func counts(of reviewer: String) -> ReviewerCount {
    reviewerCounts[texts.existingCode(for: reviewer)] ?? ReviewerCount()
  }

  /// The tags of current reviews, most used first.
  package var tags: [NameUse] {
    var counts: [String: Int] = [:]
    for (list, count) in tagCounts {
      for tag in Set(lists[list]) { counts[tag, default: 0] += count }
    }
    return Self.ordered(counts.map { NameUse(name: $0.key, count: $0.value) })
  }

  /// The labels of current reviews up to 64 bytes, most used first; longer ones are whole outputs.
  package var labels: [NameUse] {
    Self.ordered(labelCounts.map { NameUse(name: $0.key, count: $0.value) })
  }

  static let longestLabel = 64

  /// Predictions that were passed to `reviewer`, newest first.
  ///
  /// Those that the reviewer has judged since are still among them.
  package func passes(to reviewer: String) -> [Pass] {
    (passes[reviewer] ?? []).map { records[Int($0)] }.filter { !$0.isVoid }
      .sorted { $0.isNewer(than: $1) }.map(pass)
  }

  /// Passes of this content, newest first.
  package func passes(of content: DigestPrefix) -> [Pass] {
    var found: [ReviewRecord] = []
    walk(content) { if $0.kind == .pass, !$0.isVoid { found.append($0) } }
    return found.sorted { $0.isNewer(than: $1) }.map(pass)
  }

  /// Draws, newest first.
  package var draws: [DrawEvent] {
    drawEvents.values.sorted { ($0.seq, $0.id) > ($1.seq, $1.id) }
  }

  /// The last current review of `reviewer`, where a session resumes. Linear in the book's size.
  package func latestReview(by reviewer: String) -> CurrentReview? {
    let code = texts.existingCode(for: reviewer)
    var latest: ReviewRecord?
    for place in 0..<records.count {
      let record = records[place]
      guard record.by == code, record.kind == .review, !record.isVoid else { continue }
      if let known = latest, known.isNewer(than: record) { continue }
      latest = record
    }
    return code == 0 ? nil : latest.map(review)
  }

  /// Every content about which something was said, in no order. Linear in their number.
  package var contents: some Sequence<DigestPrefix> { newestOfContent.digests(in: records) }

  /// Tells quickly that nothing was ever said about a content. Linear in ``contents`` to make.
  package var sieve: DigestSieve {
    DigestSieve(newestOfContent.digests(in: records), count: newestOfContent.count)
  }

  private static func ordered(_ uses: [NameUse]) -> [NameUse] {
    uses.filter { $0.count > 0 }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}

/// From a record back to what it stands for.
extension ReviewBook {
  func review(_ record: ReviewRecord) -> CurrentReview {
    var review = Review(badTarget: record.flags.contains(.badTarget), tags: lists[record.tags])
    review.verdict = record.verdict == 0 ? nil : Verdict.allCases[Int(record.verdict) - 1]
    if record.severity > 0 {
      review.upsetting = Upsetting(
        severity: Int(record.severity), categories: lists[record.categories])
    }
    review.label = record.label
    review.preference =
      record.preference == 0 ? nil : Preference.allCases[Int(record.preference) - 1]
    review.ratings = record.ratings
    return CurrentReview(
      id: record.id, at: record.at, by: texts[record.by], seq: record.seq, review: review,
      hasComment: record.flags.contains(.hasComment), item: item(record),
      context: context(record))
  }

  private func pass(_ record: ReviewRecord) -> Pass {
    Pass(
      id: record.id, at: record.at, by: texts[record.by], to: texts[record.to], seq: record.seq,
      item: item(record))
  }

  private func item(_ record: ReviewRecord) -> ReviewedItem {
    ReviewedItem(
      content: record.content, input: record.input, key: record.key, run: texts.text(record.run),
      file: texts[record.file])
  }

  private func context(_ record: ReviewRecord) -> ReviewContext {
    let flags = record.flags
    return ReviewContext(
      automatic: texts.text(record.automatic),
      blind: flags.contains(.blind) ? true : flags.contains(.notBlind) ? false : nil,
      draw: texts.text(record.draw), stratum: texts.text(record.stratum),
      position: flags.contains(.hasPosition) ? record.position : nil,
      tier: texts.text(record.tier),
      afterReveal: flags.contains(.afterReveal)
        ? true : flags.contains(.notAfterReveal) ? false : nil)
  }
}
