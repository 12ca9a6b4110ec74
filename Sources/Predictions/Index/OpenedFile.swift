/// A file with what was decided about it before any row is indexed.
struct OpenedFile: Sendable {
  let file: RowFile
  let rules: FileRules
  /// Of a table, the columns whose cells are lists or objects.
  let valueColumns: Set<Int>
  /// What the first rows tell a reader about the file, one sentence each.
  let notes: [String]
  /// Bytes per row among the first.
  private let meanRowLength: Int

  /// Opens the files and reads the first mebibyte of each.
  ///
  /// A segment of one file is one of the others that have the field, also where all of their rows
  /// have the same value.
  static func open(
    _ paths: [String], options: OpenOptions
  ) throws(OpenError) -> [OpenedFile] {
    var opened: [(file: RowFile, first: FirstRows, rules: FileRules)] = []
    for (place, path) in paths.enumerated() {
      var streams = options.streams
      // Rows have the order of their files, so only the last one can get more.
      streams.follows = streams.follows && place == paths.count - 1
      let file = try RowFile.open(path, rowsPath: options.rowsPath, streams: streams)
      let first = try FirstRows.read(from: file)
      opened.append((file, first, FileRules(sample: first.sample, options: options)))
    }
    let segments = opened.flatMap { $0.rules.parts.segments.map(\.name) }
    return opened.map { file, first, rules in
      let sample = first.sample
      let own = Set(rules.parts.segments.map(\.name))
      let isAlone = segments.allSatisfy(own.contains)
      let rules =
        isAlone
        ? rules : FileRules(sample: sample, options: options, otherSegments: segments)
      let meanRowLength = max(1, sample.fileBytes / max(1, sample.seen))
      return OpenedFile(
        file: file, rules: rules, valueColumns: first.valueColumns, notes: first.notes,
        meanRowLength: meanRowLength)
    }
  }

  /// About how many rows there are; of a file that grows, how many of those that are there.
  var expectedRows: Int { file.size / meanRowLength }

  var decoder: RowDecoder { RowDecoder(file.format, valueColumns: valueColumns) }

  /// What is known of the file before its rows are.
  var report: FileReport {
    FileReport(
      path: file.path, format: file.format.name, firstRow: 0, rows: 0, damaged: 0, damage: [],
      recognised: rules.parts.fields, known: rules.parts.known,
      notes: file.notes + notes + rules.parts.notes + [rules.choice.complaint].compactMap(\.self),
      signal: rules.choice.kind, signalNote: rules.choice.note)
  }
}
