/// Files of one kind, which are read by the same rules: their first rows have the same fields.
///
/// A run comes in a thousand shards as well as in one file. Looking at a mebibyte of each would take
/// longer than reading all of them, and a shard by itself may say something else about a field than
/// the others do: which values it has, how long its texts are, on which scale its grades lie.
struct FileKind: Sendable {
  /// So many files are each looked at by themselves: runs of several models, not shards of one.
  static let aloneLimit = 8

  /// The files by their places, in order.
  private(set) var members: [Int]
  private let format: RowFormat
  private var valueColumns: Set<Int>
  private let outline: FieldOutline
  /// What a reader should know about the first of them.
  private var notes: [String]
  /// The first mebibyte of the first of them, where it need not be read again for the rules.
  private var sample: RowSample?

  /// The kind of which the file at `place` is the first.
  private init(_ place: Int, _ file: RowFile) throws(OpenError) {
    let first = try FirstRows.read(from: file)
    members = [place]
    format = file.format
    valueColumns = first.valueColumns
    notes = first.notes
    outline = FieldOutline(FieldCensus(first.sample))
    // With its nodes it takes some mebibytes, so that of a thousand kinds one can be kept.
    sample = place == 0 ? first.sample : nil
  }

  /// Sorts files by kind; linear in the files where they are of few kinds.
  ///
  /// A few first rows make a kind quickly, but they can lack what others of their file have. Kinds
  /// are told apart at last by all that was seen of them.
  static func sort(_ files: [FileBeginning]) throws(OpenError) -> [FileKind] {
    guard let first = files.first else { return [] }
    let kind = try FileKind(0, first.file)
    // Mostly that is the only one, so all processors look for its files.
    let isOfFirst = Workforce.results(of: files.count, atOnce: 32) { kind.fits(files[$0]) }
    var kinds = [kind]
    for (place, file) in files.enumerated().dropFirst() {
      let others = kinds.indices.dropFirst()
      if let known = isOfFirst[place] ? 0 : others.first(where: { kinds[$0].fits(file) }) {
        kinds[known].members.append(place)
      } else {
        kinds.append(try FileKind(place, file.file))
      }
    }
    return kinds.count > 1 ? try merged(kinds, of: files) : kinds
  }

  /// Puts kinds together that can be read by the same rules, the smaller with the larger.
  private static func merged(
    _ kinds: [FileKind], of files: [FileBeginning]
  ) throws(OpenError) -> [FileKind] {
    let larger = kinds.indices.sorted {
      (kinds[$1].members.count, $0) < (kinds[$0].members.count, $1)
    }
    var kept: [(kind: FileKind, outline: FieldOutline)] = []
    for place in larger {
      let kind = kinds[place]
      let outline = try kind.wholeOutline(of: files)
      let home = kept.firstIndex {
        $0.kind.format.hasRowsLike(kind.format) && $0.outline.isLike(outline)
      }
      if let home { kept[home].kind.take(kind) } else { kept.append((kind, outline)) }
    }
    return kept.map(\.kind).sorted { $0.members[0] < $1.members[0] }
  }

  private func wholeOutline(of files: [FileBeginning]) throws(OpenError) -> FieldOutline {
    guard members.count > 1 else { return outline }
    return FieldOutline(FieldCensus(try firstRows(of: files).sample))
  }

  private mutating func take(_ other: FileKind) {
    notes = members[0] < other.members[0] ? notes : other.notes
    members = (members + other.members).sorted()
    valueColumns.formUnion(other.valueColumns)
    sample = nil
  }

  /// Whether all of the first rows are objects with the fields of this kind.
  private func fits(_ file: FileBeginning) -> Bool {
    guard !file.rows.isEmpty, format.hasRowsLike(file.file.format) else { return false }
    var decoder = RowDecoder(file.file.format, valueColumns: valueColumns)
    var tape = JSONTape()
    return file.rows.allSatisfy { row in
      row.withUnsafeBytes { bytes in
        let (json, fault) = decoder.decode(bytes, into: &tape)
        return fault == nil && outline.fits(tape, in: json)
      }
    }
  }

  /// What the rules are chosen from: the first mebibyte of the files in their order, and of each
  /// file behind it the first row.
  func firstRows(of files: [FileBeginning]) throws(OpenError) -> FirstRows {
    let known = self.sample
    var sample = known ?? RowSample()
    for place in members.dropFirst(known == nil ? 0 : 1) {
      let file = files[place]
      if sample.isFull {
        add(file, to: &sample)
      } else {
        try FirstRows.add(file.file, valueColumns: valueColumns, to: &sample)
      }
    }
    return FirstRows(sample: sample, valueColumns: valueColumns, notes: notes)
  }

  private func add(_ file: FileBeginning, to sample: inout RowSample) {
    guard let row = file.rows.first else { return }
    var decoder = RowDecoder(file.file.format, valueColumns: valueColumns)
    var tape = JSONTape()
    row.withUnsafeBytes { bytes in
      let (json, fault) = decoder.decode(bytes, into: &tape)
      if fault == nil, tape.kind == .object { sample.append(json, tape) }
    }
  }
}

extension RowFormat {
  /// Rows of both can be read by the same rules.
  fileprivate func hasRowsLike(_ other: RowFormat) -> Bool {
    switch (self, other) {
    case (.table(let layout, let header, _, _), .table(let otherLayout, let otherHeader, _, _)):
      layout == otherLayout && header == otherHeader
    case (.table, _), (_, .table): false
    default: true
    }
  }
}
