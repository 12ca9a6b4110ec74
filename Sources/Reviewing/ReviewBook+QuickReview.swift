import Predictions

/// From a review that still lies in its line to a record.
extension ReviewBook {
  /// The record of `review`, with codes of this book's tables: what ``record(of:)`` makes of the event.
  mutating func record(
    of review: QuickReview, in line: UnsafeRawBufferPointer
  ) -> ReviewRecord {
    var record = ReviewRecord(
      id: review.id, at: review.at, seq: review.seq, content: review.content, input: review.input,
      key: Self.string(review.key, in: line) ?? "", kind: .review)
    record.label = Self.string(review.label, in: line)
    record.position = review.position
    record.by = code(review.by, in: line)
    record.run = code(review.run, in: line)
    record.file = code(review.file, in: line)
    record.automatic = code(review.automatic, in: line)
    record.draw = code(review.draw, in: line)
    record.stratum = code(review.stratum, in: line)
    record.tier = code(review.tier, in: line)
    if !review.tags.isAbsent {
      let source = review.tags.bytes(in: line)
      record.tags = lists.code(for: source) { Self.texts(source) }
    }
    record.verdict = review.verdict
    record.flags = review.flags
    return record
  }

  @inline(__always)
  private mutating func code(_ text: QuickReview.Text, in line: UnsafeRawBufferPointer) -> UInt32 {
    text.isAbsent ? 0 : texts.code(for: text.bytes(in: line))
  }

  private static func string(
    _ text: QuickReview.Text, in line: UnsafeRawBufferPointer
  ) -> String? {
    text.isAbsent ? nil : String(decoding: text.bytes(in: line), as: UTF8.self)
  }

  private static func texts(_ source: UnsafeRawBufferPointer) -> [String] {
    var scanner = JSONScanner()
    var tape = JSONTape()
    // The list is a part of a line that was scanned without a fault.
    guard scanner.scan(source, into: &tape) == nil else { return [] }
    return tape.children(of: 0).map { tape.text(of: $0, in: source) }
  }
}
