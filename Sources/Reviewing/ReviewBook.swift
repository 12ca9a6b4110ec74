import Predictions

/// Everything that reviewers said, as one value: who judged what, and which judgement counts.
///
/// Taking a copy costs nothing, and a copy never changes. Adding an event to a book that was
/// copied costs about as much in a book of a million events as in a small one: records lie in
/// chunks and the dictionaries over them in 1,024 shards, and only the chunk and the shards that
/// the event touches are copied. (One dictionary would be copied whole after each judgement; a
/// tree would be slower for every lookup and for the replay.)
///
/// Lookups take the time of a dictionary, and grow with the number of reviews of that one content.
///
///     let book = ledger.book
///     let mine = book.review(of: prediction.contentDigest, by: "ada")
///     let everyones = book.reviews(of: prediction.contentDigest)
package struct ReviewBook: Sendable {
  /// Every event, one that only has a name among them.
  var records = RecordList()
  var names = ReviewNames()
  var keys = TextPile()
  var newestOfContent = RecordIndex(.content)
  var newestOfInput = RecordIndex(.input)
  /// Places of passes by the name they were passed to.
  var passes: [String: [UInt32]] = [:]
  /// Draws that were not withdrawn.
  var drawEvents: [EventID: DrawEvent] = [:]
  /// How many current reviews have each list of tags and each kind of details, by their codes.
  var tagCounts = CodeCounts()
  var detailCounts = CodeCounts()
  /// By the reviewer's code.
  var reviewerCounts: [ReviewerCount] = []
  /// How often it changed which review of somebody counts. Two books of one ledger with the same
  /// number say the same, and books that differ by one differ about one content.
  package internal(set) var revision = 0

  /// A book in which nothing was said.
  package init() {}

  /// How many reviews count: one per reviewer and content, withdrawn ones aside.
  package var count: Int { reviewerCounts.reduce(0) { $0 + $1.reviews } }

  /// Nothing was said, or everything was withdrawn.
  package var isEmpty: Bool { count == 0 }
}

/// How many reviews of one person count, by what they say.
package struct ReviewerCount: Hashable, Sendable {
  package internal(set) var reviews = 0
  package internal(set) var ok = 0
  package internal(set) var wrong = 0
  package internal(set) var unsure = 0
  package internal(set) var upsetting = 0
  package internal(set) var badTarget = 0

  /// Reviews with a verdict.
  package var judged: Int { ok + wrong + unsure }
}

/// A draw and when it was made.
package struct DrawEvent: Hashable, Sendable {
  package let id: EventID
  package let at: Timestamp
  package let by: String
  package let seq: Int
  package let draw: Draw
}

/// How often each code of a table is used.
struct CodeCounts: Sendable {
  private(set) var counts: [Int] = []

  mutating func add(_ step: Int, to code: ReviewRecord.Code) {
    while counts.count <= Int(code) { counts.append(0) }
    counts[Int(code)] += step
  }
}
