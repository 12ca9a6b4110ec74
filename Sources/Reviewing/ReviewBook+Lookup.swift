import Predictions

extension ReviewBook {
  /// The current review of every reviewer, newest first.
  package func reviews(of content: ContentDigest) -> [CurrentReview] {
    reviews(of: content.prefix).filter { $0.item.content == content }
  }

  /// As ``reviews(of:)-(ContentDigest)``, by the part of the digest that the index keeps.
  package func reviews(of content: DigestPrefix) -> [CurrentReview] {
    ordered(currentPlaces(of: content)).map(review(at:))
  }

  /// What `reviewer` says of this content now.
  package func review(of content: ContentDigest, by reviewer: String) -> CurrentReview? {
    review(of: content.prefix, by: reviewer).flatMap { $0.item.content == content ? $0 : nil }
  }

  /// As ``review(of:by:)-(ContentDigest,String)``, by the part of the digest that the index keeps.
  package func review(of content: DigestPrefix, by reviewer: String) -> CurrentReview? {
    let code = names.texts.existingCode(for: reviewer)
    return code == 0 ? nil : currentPlace(of: content, by: code).map(review(at:))
  }

  /// The current reviews of every output for this input, newest first.
  ///
  /// Those whose `item.content` differs from a prediction's are of another output: *changed*.
  package func reviews(ofInput input: ContentDigest) -> [CurrentReview] {
    var newest: [ReviewerAndContent: Int] = [:]
    let first = newestOfInput.newest(of: RecordKey(input.prefix), in: records)
    records.walk(from: first, along: \.olderOfInput) { place in
      guard records[place].counts, records[place].input == input else { return }
      let key = ReviewerAndContent(
        reviewer: records[place].by, content: records[place].content)
      if let known = newest[key], isNewer(known, than: place) { return }
      newest[key] = place
    }
    return ordered(Array(newest.values)).map(review(at:))
  }

  /// Whether the input was reviewed with another output than this one.
  package func isChanged(input: ContentDigest, content: ContentDigest) -> Bool {
    let all = reviews(ofInput: input)
    return !all.isEmpty && all.allSatisfy { $0.item.content != content }
  }

  /// What settles a disagreement about this content, where somebody did.
  package func resolution(of content: DigestPrefix) -> CurrentReview? {
    var newest: Int?
    walk(content) { place in
      guard records[place].kind == .resolve, !records[place].isVoid else { return }
      if let known = newest, isNewer(known, than: place) { return }
      newest = place
    }
    return newest.map(review(at:))
  }

  /// Whether anybody's current review flags this content as upsetting.
  package func isUpsetting(_ content: DigestPrefix) -> Bool {
    guard hasReviews(of: content) else { return false }
    return currentPlaces(of: content).contains { records[$0].severity > 0 }
  }

  /// The highest severity that a current review gives, and every category it names.
  package func upsetting(_ content: DigestPrefix) -> Upsetting? {
    let flagged = currentPlaces(of: content).map { records[$0] }.filter { $0.severity > 0 }
    guard let severity = flagged.map(\.severity).max() else { return nil }
    let categories = Set(flagged.flatMap { names.details[$0.details].categories })
    return Upsetting(severity: Int(severity), categories: categories.sorted())
  }

  /// Whether anything was ever said about this content; the cheapest of the questions.
  package func hasReviews(of content: DigestPrefix) -> Bool {
    newestOfContent.newest(of: RecordKey(content), in: records) > 0
  }

  /// Whether a current review by `reviewer`, or by anyone, has a verdict.
  package func isJudged(_ content: DigestPrefix, by reviewer: String? = nil) -> Bool {
    guard hasReviews(of: content) else { return false }
    guard let reviewer else {
      return currentPlaces(of: content).contains { records[$0].verdict > 0 }
    }
    let code = names.texts.existingCode(for: reviewer)
    guard code > 0, let place = currentPlace(of: content, by: code) else { return false }
    return records[place].verdict > 0
  }

  private struct ReviewerAndContent: Hashable {
    let reviewer: ReviewRecord.Code
    let content: ContentDigest
  }
}

/// Finding the records that count, by their places.
extension ReviewBook {
  /// The reviews or settlements that would count instead of this one.
  func outranking(_ event: LedgerEvent) -> [EventID] {
    guard let content = event.item?.content else { return [] }
    let kind: ReviewRecord.Kind
    switch event.body {
    case .review: kind = .review
    case .resolve: kind = .resolve
    case .withdraw, .pass, .draw, .unknown: return []
    }
    let reviewer = names.texts.existingCode(for: event.by)
    var found: [EventID] = []
    walk(content.prefix) { place in
      let record = records[place]
      guard record.kind == kind, !record.isVoid, kind == .resolve || record.by == reviewer,
        (record.seq, record.id) > (event.seq, event.id)
      else { return }
      found.append(record.id)
    }
    return found
  }

  func walk(_ content: DigestPrefix, _ body: (Int) -> Void) {
    let newest = newestOfContent.newest(of: RecordKey(content), in: records)
    records.walk(from: newest, along: \.olderOfContent, body)
  }

  /// One record per reviewer, in no order.
  func currentPlaces(of content: DigestPrefix) -> [Int] {
    var current: [Int] = []
    walk(content) { place in
      guard records[place].counts else { return }
      let reviewer = records[place].by
      if let known = current.firstIndex(where: { records[$0].by == reviewer }) {
        if isNewer(place, than: current[known]) { current[known] = place }
      } else {
        current.append(place)
      }
    }
    return current
  }

  func currentPlace(of content: DigestPrefix, by reviewer: ReviewRecord.Code) -> Int? {
    current(from: newestOfContent.newest(of: RecordKey(content), in: records), by: reviewer)
  }

  /// The record that counts among those of a chain; `newest` is a place + 1.
  func current(from newest: UInt32, by reviewer: ReviewRecord.Code) -> Int? {
    var current: Int?
    records.walk(from: newest, along: \.olderOfContent) { place in
      guard records[place].by == reviewer, records[place].counts else { return }
      if let known = current, isNewer(known, than: place) { return }
      current = place
    }
    return current
  }

  func isNewer(_ place: Int, than other: Int) -> Bool {
    records[place].isNewer(than: records[other])
  }

  /// The newest first.
  func ordered(_ places: [Int]) -> [Int] {
    // Mostly there is one, and to sort takes a copy of the book along.
    places.count < 2 ? places : places.sorted { isNewer($0, than: $1) }
  }
}
