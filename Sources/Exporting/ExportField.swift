/// What an export can say about a prediction or one of its reviews.
package enum ExportField: Hashable, Sendable {
  case prediction(PredictionField)
  case segment(String)
  case review(ReviewField)

  /// The fields of a prediction, in the order in which they are written by default.
  package enum PredictionField: String, CaseIterable, Sendable {
    case key, file, run, model, tier, signal, automatic, input, output, target, copies, changed
    case damage, content
  }

  /// The fields of a review, in the order in which they are written by default.
  package enum ReviewField: String, CaseIterable, Sendable {
    case by, at, verdict, upsetting, categories, badTarget, tags, label, comment, resolves
  }
}

/// Which fields an export writes, and in which order.
///
///     let fields = try ExportFields.parse("key,region,reviews", segments: ["region"])
package struct ExportFields: Hashable, Sendable {
  package let fields: [ExportField]

  private init(_ fields: [ExportField]) {
    self.fields = fields
  }

  /// Everything, for files with these segments.
  package static func all(segments: [String]) -> ExportFields {
    var fields: [ExportField] = []
    for field in ExportField.PredictionField.allCases {
      fields.append(.prediction(field))
      if field == .automatic { fields += segments.map(ExportField.segment) }
    }
    return ExportFields(fields + ExportField.ReviewField.allCases.map(ExportField.review))
  }

  /// The fields that `list` names, with commas between them.
  ///
  /// `segments` and `reviews` stand for all of theirs. A segment that is called like a field is
  /// written as `segment.NAME`.
  package static func parse(
    _ list: String, segments: [String]
  ) throws(ExportFieldError) -> ExportFields {
    var fields: [ExportField] = []
    for item in list.split(separator: ",", omittingEmptySubsequences: false) {
      var name = item
      while name.first == " " { name.removeFirst() }
      while name.last == " " { name.removeLast() }
      for field in try Self.fields(named: String(name), segments: segments)
      where !fields.contains(field) {
        fields.append(field)
      }
    }
    return ExportFields(fields)
  }

  private static func fields(
    named name: String, segments: [String]
  ) throws(ExportFieldError) -> [ExportField] {
    if let field = ExportField.PredictionField(rawValue: name) { return [.prediction(field)] }
    if let field = ExportField.ReviewField(rawValue: name) { return [.review(field)] }
    if name == "segments" { return segments.map(ExportField.segment) }
    if name == "reviews" { return ExportField.ReviewField.allCases.map(ExportField.review) }
    let segment = name.hasPrefix("segment.") ? String(name.dropFirst(8)) : name
    guard segments.contains(segment) else {
      throw ExportFieldError(name: name, known: known(segments: segments))
    }
    return [.segment(segment)]
  }

  /// The same fields with segments called otherwise; those that are two have to stay two.
  func renamingSegments(_ name: (String) -> String) -> ExportFields {
    ExportFields(
      fields.map { if case .segment(let segment) = $0 { .segment(name(segment)) } else { $0 } })
  }

  private static func known(segments: [String]) -> [String] {
    ExportField.PredictionField.allCases.map(\.rawValue) + ["segments"]
      + segments.map(ExportField.segment).map(\.columnName) + ["reviews"]
      + ExportField.ReviewField.allCases.map(\.rawValue)
  }
}

extension ExportField {
  private static let reserved = Set(
    PredictionField.allCases.map(\.rawValue) + ReviewField.allCases.map(\.rawValue)
      + ["segments", "reviews"])

  /// The heading of the field's column in delimited text.
  var columnName: String {
    switch self {
    case .prediction(let field): field.rawValue
    case .review(let field): field.rawValue
    case .segment(let name): Self.reserved.contains(name) ? "segment.\(name)" : name
    }
  }
}

/// A field was asked for that no export has.
package struct ExportFieldError: Error, Hashable, Sendable {
  package let name: String
  package let known: [String]

  /// The error in words, with the fields there are.
  package var words: String {
    "no field `\(name)` to export: known are \(known.joined(separator: ", "))"
  }
}
