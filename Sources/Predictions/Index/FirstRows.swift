/// What the first mebibyte of a file tells, before any row of it is indexed.
struct FirstRows {
  let sample: RowSample
  /// Of a table, the columns whose cells are lists or objects.
  let valueColumns: Set<Int>
  /// What a reader should know, one sentence each.
  let notes: [String]

  static func read(from file: RowFile) throws(OpenError) -> FirstRows {
    do {
      var guess = EncodingGuess()
      let sample = try sample(of: file, valueColumns: [], guess: &guess)
      let notes = guess.note(path: file.path).map { [$0] } ?? []
      let columns = file.format.header.map { ValueColumns.find(in: sample, columns: $0.count) }
      guard let columns, !columns.isEmpty else {
        return FirstRows(sample: sample, valueColumns: [], notes: notes)
      }
      // Read again rather than kept twice: few tables have such cells.
      return FirstRows(
        sample: try self.sample(of: file, valueColumns: columns, guess: &guess),
        valueColumns: columns, notes: notes)
    } catch {
      throw .readFailed(error)
    }
  }

  /// The rows by which a file's kind is known, as they lie there; none where they are long.
  static func beginning(of file: RowFile) throws(OpenError) -> [[UInt8]] {
    var rows: [[UInt8]] = []
    var source = file.rows(blockSize: FileBeginning.byteLimit)
    source.longestWanted = FileBeginning.byteLimit
    var block = RowBlock()
    do {
      while rows.isEmpty, try next(into: &block, of: &source, 0, file.growth) {
        let first = block.rows.prefix(FileBeginning.rowLimit)
        guard first.allSatisfy({ $0.length <= FileBeginning.byteLimit }) else { return [] }
        for row in first.indices { block.withRow(row) { rows.append(Array($1)) } }
      }
    } catch {
      throw .readFailed(error)
    }
    return rows
  }

  private static func sample(
    of file: RowFile, valueColumns: Set<Int>, guess: inout EncodingGuess
  ) throws(ReadError) -> RowSample {
    var sample = RowSample()
    try add(file, valueColumns, to: &sample, guess: &guess)
    return sample
  }

  /// Adds rows of one more file to a sample that is not full.
  static func add(
    _ file: RowFile, valueColumns: Set<Int>, to sample: inout RowSample
  ) throws(OpenError) {
    var guess = EncodingGuess()
    do {
      try add(file, valueColumns, to: &sample, guess: &guess)
    } catch {
      throw .readFailed(error)
    }
  }

  private static func add(
    _ file: RowFile, _ valueColumns: Set<Int>, to sample: inout RowSample,
    guess: inout EncodingGuess
  ) throws(ReadError) {
    let before = sample.seen
    var source = file.rows(blockSize: RowSample.byteLimit)
    var block = RowBlock()
    var decoder = RowDecoder(
      file.format, valueColumns: valueColumns, pagedPlace: file.pagedPlace)
    var tape = JSONTape()
    while !sample.isFull {
      // A row that does not lie in the first mebibyte is only asked where there is no other.
      if sample.count > 0 { source.longestWanted = RowAbridgement.sampled.limit }
      guard try next(into: &block, of: &source, sample.seen - before, file.growth) else { return }
      for row in block.rows.indices where !sample.isFull {
        block.withRow(row) { _, bytes in
          sample.countRow(of: bytes.count)
          let (json, fault) = decoder.decode(bytes, into: &tape)
          guess.count(bytes, isDamaged: fault?.reason == .badUTF8)
          if fault == nil, tape.kind == .object { append(json, tape, to: &sample) }
        }
      }
    }
  }

  private static func append(
    _ row: UnsafeRawBufferPointer, _ tape: JSONTape, to sample: inout RowSample
  ) {
    guard row.count > RowAbridgement.sampled.limit else { return sample.append(row, tape) }
    var scanner = JSONScanner()
    var shortTape = JSONTape()
    RowAbridgement.sampled.json(of: tape, in: row).withUnsafeBytes { short in
      _ = scanner.scan(short, into: &shortTape)
      sample.append(short, shortTape)
    }
  }

  /// The next rows; of a file that grows those that are there, but one at least.
  private static func next(
    into block: inout RowBlock, of source: inout RowSource, _ count: Int, _ growth: Growth?
  ) throws(ReadError) -> Bool {
    while try !source.next(into: &block) {
      guard count == 0, let seen = source.seen, let growth else { return false }
      // More is waited for the longer the row already is, so that the work stays linear.
      let wanted = seen + (seen - source.offset) / 2
      guard growth.wait(beyond: seen, wanting: wanted, whileWaiting: { true }) else {
        return false
      }
    }
    return true
  }
}
