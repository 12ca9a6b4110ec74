import Evaluation
import Predictions

/// The fields that the command line and the configuration name, held against those that there are.
///
/// One on the command line that no row has is refused. One in the configuration is only told of: it
/// holds for many files, and not all of them have every field.
struct NamedFields {
  private struct Name {
    let field: String
    let part: Part
    /// Who names it, as a person would look for it.
    let place: String
    let isRefused: Bool
  }

  private let names: [Name]

  init(_ predictions: PredictionOptions, configured: [Part: [String]]) {
    let given = predictions.fields
    names = Part.allCases.flatMap { part in
      let isGiven = given[part] != nil
      let place = isGiven ? "--\(part.rawValue)" : "\(part.rawValue): in spotcheck.yaml"
      return (given[part] ?? configured[part] ?? []).map {
        Name(field: $0, part: part, place: place, isRefused: isGiven)
      }
    }
  }

  /// Throws where a field of the command line is certain to be in no row.
  func check(in files: [FileReport]) throws(UsageError) {
    for name in names where name.isRefused && files.presence(of: name.field) == .absent {
      throw UsageError("\(name.place): \(UnknownField(name.field, in: files).words)")
    }
  }

  /// What was not found in any row that was looked at, a sentence each.
  ///
  /// - Parameter segments: those of which some row has a value; all rows were counted by them.
  func notes(on files: [FileReport], segments: Set<String>) -> [String] {
    guard files.contains(where: { !$0.known.isEmpty }) else { return [] }
    return names.compactMap { name in
      guard !segments.contains(name.field) else { return nil }
      return Self.note(on: name.field, by: name.place, in: files, isCounted: name.part == .segments)
    }
  }

  /// As ``notes(on:segments:)``, of one field.
  static func note(
    on field: String, by place: String, in files: [FileReport], isCounted: Bool = false
  ) -> String? {
    let presence = files.presence(of: field)
    guard presence != .present else { return nil }
    let isCertain = isCounted || presence == .absent
    return isCertain
      ? "\(place): no row has a field \(field)"
      : "\(place): none of the first rows has a field \(field), check how it is spelt"
  }
}

extension Console {
  /// Says which named fields no row has, so that a result without them is not taken for one with them.
  static func report(
    missingOf fields: NamedFields, in files: [FileReport], segments: Set<String>
  ) {
    for note in fields.notes(on: files, segments: segments) { report("note: \(note)") }
  }
}
