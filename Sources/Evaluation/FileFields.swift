import Predictions

/// The files' own fields, as a query names them.
///
/// A field is named by its whole path or, where only one field ends with it, by its last component;
/// case counts only between fields that differ by nothing else. A field that is a segment is
/// answered by the index, any other by the row itself.
struct FileFields: Sendable {
  /// Where a field's value in a row is found.
  private enum Source {
    case segment(Int)
    case row(FieldPath)
  }

  private let snapshot: IndexSnapshot
  /// Of each name in the query, the source in each file.
  private var sources: [String: [Source]] = [:]
  /// Of each term that a segment answers, which of its values' codes meet it and which do not.
  private var codes: [SegmentTerm: SegmentAnswers] = [:]

  /// Throws where a term names a field that no file has, or that could be several.
  init(_ terms: [QueryTerm], in snapshot: IndexSnapshot) throws(QueryError) {
    self.snapshot = snapshot
    guard terms.contains(where: { $0.condition.isOfFile }) else { return }
    let names = FieldNames(snapshot.files)
    for term in terms {
      guard case .field(let name, _) = term.condition, sources[name] == nil else { continue }
      let path = try names.path(named: name, position: term.position)
      sources[name] = snapshot.files.map { Self.source(of: path, in: $0, snapshot) }
    }
    for case .field(let name, let value) in terms.map(\.condition) {
      for case .segment(let place) in sources[name] ?? [] {
        let term = SegmentTerm(segment: place, value: value)
        if codes[term] == nil { codes[term] = SegmentAnswers(term, in: snapshot) }
      }
    }
  }

  private static func source(
    of path: FieldPath, in file: FileReport, _ snapshot: IndexSnapshot
  ) -> Source {
    // A file set has room for a few segments only: what found none is read like any other field.
    guard let place = snapshot.segmentNames.firstIndex(of: path.description),
      file.recognised[.segments]?.contains(where: { $0.path == path.description }) ?? false
    else { return .row(path) }
    return .segment(place)
  }

  /// What the index knows; nothing where the row has to be read.
  func truth(of value: QueryValue, field name: String, _ entry: RowEntry) -> Bool? {
    // Of a damaged row nobody knows what it lacks.
    guard !entry.isDamaged else { return false }
    guard case .segment(let place)? = sources[name]?[entry.file] else { return nil }
    return snapshot.truth(of: value, segment: place, code: entry.segments[place])
  }

  /// What the index knows of all rows of a stretch; linear in them.
  func truth(of value: QueryValue, field name: String, in stretch: IndexStretch) -> RowTruth {
    var truth = RowTruth(unknown: stretch.count)
    let damaged = stretch.damaged
    truth.no.formUnion(damaged)
    for (file, places) in stretch.files {
      guard case .segment(let segment)? = sources[name]?[file],
        let answers = codes[SegmentTerm(segment: segment, value: value)]
      else { continue }
      let yes = stretch.rows(in: places, ofSegment: segment, answers.yes)
      truth.yes.formUnion(yes.subtracting(damaged))
      truth.no.formUnion(stretch.rows(in: places, ofSegment: segment, answers.no))
    }
    return truth
  }

  /// What the row says, which was read.
  func truth(of value: QueryValue, field name: String, _ entry: RowEntry, _ row: RawRow) -> Bool {
    guard row.damage == nil, let sources = sources[name] else { return false }
    switch sources[entry.file] {
    case .row(let path): return value.holds(for: row.texts(at: path))
    case .segment(let place):
      return value.holds(for: row.texts(at: FieldPath(snapshot.segmentNames[place])))
    }
  }
}

extension QueryCondition {
  fileprivate var isOfFile: Bool { if case .field = self { true } else { false } }
}

/// A term about a segment.
private struct SegmentTerm: Hashable {
  let segment: Int
  let value: QueryValue
}

/// What a term says of a segment's values, by their codes; a code in neither has to be read.
private struct SegmentAnswers {
  private(set) var yes: [Bool] = []
  private(set) var no: [Bool] = []

  /// Linear in the values of the segment.
  init(_ term: SegmentTerm, in snapshot: IndexSnapshot) {
    for code in snapshot.segmentValues(of: term.segment).indices {
      let truth = snapshot.truth(of: term.value, segment: term.segment, code: code)
      yes.append(truth == true)
      no.append(truth == false)
    }
  }
}

extension IndexSnapshot {
  /// What a segment's code tells of a term about its field; nothing where the row has to be read.
  ///
  /// A range answers what names one; of the numbers in it the row alone knows.
  fileprivate func truth(of value: QueryValue, segment: Int, code: Int) -> Bool? {
    if isRemainder(code) { return nil }
    let values = segmentValues(of: segment)
    if binnedSegments.contains(segmentNames[segment]),
      !values.dropFirst().contains(where: value.names)
    {
      return nil
    }
    return value.holds(for: code == 0 ? [] : [values[code]])
  }
}
