/// A file with what was decided about it before any row is indexed.
struct OpenedFile: Sendable {
  let file: RowFile
  let rules: FileRules
  /// Bytes per row among the first, to guess how many there will be.
  let meanRowLength: Int

  /// Opens the files and reads the first mebibyte of each.
  ///
  /// A segment of one file is one of the others that have the field, also where all of their rows
  /// have the same value.
  static func open(
    _ paths: [String], options: OpenOptions
  ) throws(OpenError) -> [OpenedFile] {
    var opened: [(file: RowFile, sample: RowSample, rules: FileRules)] = []
    for path in paths {
      let file = try RowFile.open(path, rowsPath: options.rowsPath)
      let sample = try sample(of: file)
      opened.append((file, sample, FileRules(sample: sample, options: options)))
    }
    let segments = opened.flatMap { $0.rules.parts.segments.map(\.name) }
    return opened.map { file, sample, rules in
      let own = Set(rules.parts.segments.map(\.name))
      let isAlone = segments.allSatisfy(own.contains)
      let rules =
        isAlone
        ? rules : FileRules(sample: sample, options: options, otherSegments: segments)
      let meanRowLength = max(1, sample.fileBytes / max(1, sample.seen))
      return OpenedFile(file: file, rules: rules, meanRowLength: meanRowLength)
    }
  }

  private static func sample(of file: RowFile) throws(OpenError) -> RowSample {
    do {
      return try readSample(of: file)
    } catch {
      throw .readFailed(error)
    }
  }

  private static func readSample(of file: RowFile) throws(ReadError) -> RowSample {
    var sample = RowSample()
    var source = file.rows(blockSize: RowSample.byteLimit)
    var block = RowBlock()
    var decoder = RowDecoder(file.format)
    while !sample.isFull, try source.next(into: &block) {
      for row in block.rows.indices where !sample.isFull {
        block.withRow(row) { _, bytes in
          sample.countRow(of: bytes.count)
          decoder.decode(bytes) { tape, json, fault in
            if fault == nil, tape.kind == .object { sample.append(json) }
          }
        }
      }
    }
    return sample
  }

  /// What is known of the file before its rows are.
  var report: FileReport {
    FileReport(
      path: file.path, format: file.format.name, firstRow: 0, rows: 0, damaged: 0, damage: [],
      recognised: rules.parts.fields, known: rules.parts.known,
      notes: file.notes + rules.parts.notes + [rules.choice.complaint].compactMap(\.self),
      signal: rules.choice.kind, signalNote: rules.choice.note)
  }
}
