import Predictions
import Reviewing

/// How an export or a report is redacted: what is taken out of its texts, and what its reviewers are
/// called.
///
///     let redaction = Redaction(reviewers: ["ada", "lin"], names: ["Jane Roe"])
///     let safe = redaction.redacted(prediction, writesOriginals: true)
package struct Redaction: Sendable {
  let texts: TextRedactor
  /// What reviewers wrote may name the others.
  private let comments: TextRedactor
  private let aliases: [String: String]

  /// - Parameters:
  ///   - reviewers: everybody whom the ledger names; they become `reviewer-1` and so on, by name.
  ///   - names: further names, which are taken out of every text.
  package init(reviewers: some Sequence<String>, names: [String]) {
    let known = Set(reviewers).sorted()
    aliases = Dictionary(
      uniqueKeysWithValues: known.enumerated().map { ($1, "reviewer-\($0 + 1)") })
    texts = TextRedactor(names: names)
    comments = TextRedactor(names: names, reviewers: known)
  }

  /// A redaction of what a ledger says: everybody whom it names is called something else.
  package init(of book: ReviewBook, names: [String] = []) {
    let settled = book.contents.compactMap { book.resolution(of: $0)?.by }
    let passed = book.contents.flatMap { book.passes(of: $0).flatMap { [$0.by, $0.to] } }
    self.init(
      reviewers: book.reviewers + book.draws.map(\.by) + settled + passed, names: names)
  }

  /// What a reviewer is called; a name that the ledger does not have is taken out.
  func alias(of reviewer: String, _ counts: inout RedactionCounts) -> String {
    counts.add(.reviewer)
    return aliases[reviewer] ?? RedactedKind.reviewer.token
  }

  /// What segments are called, for all rows that an export writes.
  func names(of segments: some Sequence<String>) -> RedactedNames {
    RedactedNames(of: segments) { redacted(label: $0, of: "", &$1) }
  }

  /// A segment's name or value, another one where it is a reviewer's as a whole: some files say
  /// who annotated them. Longer texts of a model may hold any name without meaning the reviewer.
  private func redacted(
    label: String, of name: String, _ counts: inout RedactionCounts
  ) -> String {
    aliases[label] == nil ? texts.redacted(label, of: name, &counts) : alias(of: label, &counts)
  }

  /// A text of a report or of a reviewer: another name where it is a reviewer's as a whole.
  func redacted(_ text: String, _ counts: inout RedactionCounts) -> String {
    aliases[text] == nil ? comments.redacted(text, &counts) : alias(of: text, &counts)
  }

  /// The prediction with its texts redacted and counted in ``ExportedPrediction/redacted``.
  ///
  /// Its digest is left out: whoever has the rest of a text can guess from it what was taken out.
  ///
  /// - Parameters:
  ///   - names: what segments are called; as those of this row alone ask for where it is absent.
  ///   - writesOriginals: chats are written as the file has them, not as people read them.
  func redacted(
    _ row: ExportedPrediction, names: RedactedNames? = nil, writesOriginals: Bool = false
  ) -> ExportedPrediction {
    var row = row
    var counts = RedactionCounts()
    for path in [\ExportedPrediction.key, \.file, \.tier] {
      row[keyPath: path] = texts.redacted(row[keyPath: path], &counts)
    }
    // What is said of damage may name the file.
    for path in [\ExportedPrediction.run, \.model, \.signal, \.damage] {
      row[keyPath: path] = row[keyPath: path].map { texts.redacted($0, &counts) }
    }
    let names = names ?? self.names(of: row.segments.map(\.name))
    row.segments = row.segments.map {
      Prediction.Segment(
        name: names.redacted($0.name, &counts),
        value: redacted(label: $0.value, of: $0.name, &counts))
    }
    redactContents(of: &row, writesOriginals: writesOriginals, &counts)
    row.reviews = row.reviews.map { redacted($0, &counts) }
    row.content = ""
    row.redacted = counts
    return row
  }

  private func redactContents(
    of row: inout ExportedPrediction, writesOriginals: Bool, _ counts: inout RedactionCounts
  ) {
    let parts: [(Part, WritableKeyPath<ExportedPrediction, Content?>)] = [
      (.input, \.input), (.output, \.output), (.target, \.target),
    ]
    for (part, path) in parts {
      if writesOriginals, row[keyPath: path] != nil, let original = row.originals[part] {
        row.originals[part] = texts.redacted(json: original, &counts)
        // Nothing of it is written, and nothing shall be by mistake.
        row[keyPath: path] = .text("")
      } else {
        row.originals[part] = nil
        row[keyPath: path] = row[keyPath: path].map { redacted($0, &counts) }
      }
    }
  }

  private func redacted(_ content: Content, _ counts: inout RedactionCounts) -> Content {
    switch content {
    case .text(let text): return .text(texts.redacted(text, &counts))
    case .json(let json): return .json(texts.redacted(json: json, &counts))
    case .chat(let messages):
      return .chat(
        messages.map { message in
          ChatMessage(
            role: texts.redacted(message.role, &counts),
            text: texts.redacted(message.text, &counts),
            toolCalls: message.toolCalls.map { call in
              ToolCall(
                name: texts.redacted(call.name, &counts),
                arguments: texts.redacted(json: call.arguments, &counts))
            })
        })
    }
  }

  private func redacted(
    _ exported: ExportedReview, _ counts: inout RedactionCounts
  ) -> ExportedReview {
    var exported = exported
    if !exported.by.isEmpty { exported.by = alias(of: exported.by, &counts) }
    let review = exported.review
    exported.review.label = review.label.map { redacted($0, &counts) }
    exported.review.comment = review.comment.map { redacted($0, &counts) }
    exported.review.tags = review.tags.map { redacted($0, &counts) }
    exported.review.upsetting = review.upsetting.map { upsetting in
      Upsetting(
        severity: upsetting.severity,
        categories: upsetting.categories.map { redacted($0, &counts) })
    }
    return exported
  }
}
