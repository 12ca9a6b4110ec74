/// A file with what was decided about it before any row is indexed.
struct OpenedFile: Sendable {
  let file: RowFile
  let rules: FileRules
  /// Bytes per row among the first, to guess how many there will be.
  let meanRowLength: Int

  /// Opens the file and reads its first mebibyte.
  init(_ path: String, options: OpenOptions) throws(OpenError) {
    file = try RowFile.open(path, rowsPath: options.rowsPath)
    let sample: RowSample
    do {
      sample = try Self.sample(of: file)
    } catch {
      throw .readFailed(error)
    }
    rules = FileRules(sample: sample, options: options)
    meanRowLength = max(1, sample.fileBytes / max(1, sample.seen))
  }

  private static func sample(of file: RowFile) throws(ReadError) -> RowSample {
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
      recognised: rules.parts.fields,
      notes: file.notes + rules.parts.notes + [rules.choice.complaint].compactMap(\.self),
      signal: rules.choice.kind, signalNote: rules.choice.note)
  }
}
