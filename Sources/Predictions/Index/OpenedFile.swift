/// A file with what was decided about it before any row is indexed.
struct OpenedFile: Sendable {
  let file: RowFile
  let rules: FileRules
  /// Of a table, the columns whose cells are lists or objects.
  let valueColumns: Set<Int>
  /// What the first rows tell a reader about the file, one sentence each.
  let notes: [String]
  /// Files opened together with this one that hold no rows, in words.
  let emptiness: String?
  /// All rows were among the first.
  let isWhollySampled: Bool
  /// Bytes per row among the first.
  let meanRowLength: Int

  /// About how many rows there are; of a file that grows, how many of those that are there.
  var expectedRows: Int { file.size / meanRowLength }

  var decoder: RowDecoder {
    RowDecoder(file.format, valueColumns: valueColumns, pagedPlace: file.pagedPlace)
  }

  /// Both files are read by the same rules and without anything of their own, such as a header.
  func isRead(like other: OpenedFile) -> Bool {
    guard case .lines = file.format, case .lines = other.file.format else { return false }
    return rules.plan === other.rules.plan
  }

  /// What is known of the file before its rows are.
  var report: FileReport {
    var report = FileReport(
      path: file.path, format: file.format.name, firstRow: 0, rows: 0, damaged: 0, damage: [],
      recognised: rules.parts.fields, known: rules.parts.known,
      notes: file.notes + notes + rules.parts.notes
        + [rules.choice.complaint, emptiness].compactMap(\.self),
      signal: rules.choice.kind, signalNote: rules.choice.note)
    report.emptiness = emptiness
    report.knowsAllFields =
      isWhollySampled && rules.parts.known.count < FieldCensus.fieldLimit
    return report
  }
}
