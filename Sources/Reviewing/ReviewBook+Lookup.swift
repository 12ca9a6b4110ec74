import Predictions

extension ReviewBook {
  /// The current review of every reviewer, newest first.
  package func reviews(of content: ContentDigest) -> [CurrentReview] {
    reviews(of: content.prefix).filter { $0.item.content == content }
  }

  /// As ``reviews(of:)-(ContentDigest)``, by the part of the digest that the index keeps.
  package func reviews(of content: DigestPrefix) -> [CurrentReview] {
    currentRecords(of: content).sorted { $0.isNewer(than: $1) }.map(review)
  }

  /// What `reviewer` says of this content now.
  package func review(of content: ContentDigest, by reviewer: String) -> CurrentReview? {
    review(of: content.prefix, by: reviewer).flatMap { $0.item.content == content ? $0 : nil }
  }

  /// As ``review(of:by:)-(ContentDigest,String)``, by the part of the digest that the index keeps.
  package func review(of content: DigestPrefix, by reviewer: String) -> CurrentReview? {
    let code = texts.existingCode(for: reviewer)
    return code == 0 ? nil : currentRecord(of: content, by: code).map(review)
  }

  /// The current reviews of every output for this input, newest first.
  ///
  /// Those whose `item.content` differs from a prediction's are of another output: *changed*.
  package func reviews(ofInput input: ContentDigest) -> [CurrentReview] {
    var newest: [ReviewerAndContent: ReviewRecord] = [:]
    let first = newestOfInput.newest(of: input.prefix, in: records)
    records.walk(from: first, along: \.olderOfInput) { record in
      guard record.kind == .review, !record.isVoid, record.input == input else { return }
      let key = ReviewerAndContent(reviewer: record.by, content: record.content)
      if let known = newest[key], known.isNewer(than: record) { return }
      newest[key] = record
    }
    return newest.values.sorted { $0.isNewer(than: $1) }.map(review)
  }

  /// Whether the input was reviewed with another output than this one.
  package func isChanged(input: ContentDigest, content: ContentDigest) -> Bool {
    let all = reviews(ofInput: input)
    return !all.isEmpty && all.allSatisfy { $0.item.content != content }
  }

  /// What settles a disagreement about this content, where somebody did.
  package func resolution(of content: DigestPrefix) -> CurrentReview? {
    var newest: ReviewRecord?
    walk(content) { record in
      guard record.kind == .resolve, !record.isVoid else { return }
      if let known = newest, known.isNewer(than: record) { return }
      newest = record
    }
    return newest.map(review)
  }

  /// Whether anybody's current review flags this content as upsetting.
  package func isUpsetting(_ content: DigestPrefix) -> Bool {
    guard hasReviews(of: content) else { return false }
    return currentRecords(of: content).contains { $0.severity > 0 }
  }

  /// The highest severity that a current review gives, and every category it names.
  package func upsetting(_ content: DigestPrefix) -> Upsetting? {
    let flagged = currentRecords(of: content).filter { $0.severity > 0 }
    guard let severity = flagged.map(\.severity).max() else { return nil }
    let categories = Set(flagged.flatMap { lists[$0.categories] })
    return Upsetting(severity: Int(severity), categories: categories.sorted())
  }

  /// Whether anything was ever said about this content; the cheapest of the questions.
  package func hasReviews(of content: DigestPrefix) -> Bool {
    newestOfContent.newest(of: content, in: records) > 0
  }

  /// Whether a current review by `reviewer`, or by anyone, has a verdict.
  package func isJudged(_ content: DigestPrefix, by reviewer: String? = nil) -> Bool {
    guard hasReviews(of: content) else { return false }
    guard let reviewer else { return currentRecords(of: content).contains { $0.verdict > 0 } }
    let code = texts.existingCode(for: reviewer)
    return code > 0 && (currentRecord(of: content, by: code)?.verdict ?? 0) > 0
  }

  private struct ReviewerAndContent: Hashable {
    let reviewer: UInt32
    let content: ContentDigest
  }
}

/// Finding the records that count.
extension ReviewBook {
  func walk(_ content: DigestPrefix, _ body: (ReviewRecord) -> Void) {
    records.walk(
      from: newestOfContent.newest(of: content, in: records), along: \.olderOfContent, body)
  }

  /// One record per reviewer, in no order.
  func currentRecords(of content: DigestPrefix) -> [ReviewRecord] {
    var current: [ReviewRecord] = []
    walk(content) { record in
      guard record.kind == .review, !record.isVoid else { return }
      if let place = current.firstIndex(where: { $0.by == record.by }) {
        if record.isNewer(than: current[place]) { current[place] = record }
      } else {
        current.append(record)
      }
    }
    return current
  }

  func currentRecord(of content: DigestPrefix, by reviewer: UInt32) -> ReviewRecord? {
    var current: ReviewRecord?
    walk(content) { record in
      guard record.by == reviewer, record.kind == .review, !record.isVoid else { return }
      if let known = current, known.isNewer(than: record) { return }
      current = record
    }
    return current
  }
}
