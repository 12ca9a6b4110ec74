/// Files that share their rules: one that is looked at by itself, or all of a kind.
enum FileGroup: Sendable {
  case alone(Int)
  case kind(FileKind)

  /// What was decided for all files of a group.
  struct Decision: Sendable {
    var rules: FileRules
    let sample: RowSample
    let valueColumns: Set<Int>
    /// What the first rows tell a reader about the first of the files, one sentence each.
    let notes: [String]
    let meanRowLength: Int
  }

  /// A kind of few files is none: each of them is looked at by itself.
  static func groups(of files: [FileBeginning]) throws(OpenError) -> [FileGroup] {
    guard files.count > FileKind.aloneLimit else { return files.indices.map { .alone($0) } }
    return try FileKind.sort(files).flatMap { kind -> [FileGroup] in
      kind.members.count > FileKind.aloneLimit ? [.kind(kind)] : kind.members.map { .alone($0) }
    }
  }

  /// The places of the files, in order.
  var members: [Int] {
    switch self {
    case .alone(let place): [place]
    case .kind(let kind): kind.members
    }
  }

  /// Decides for each group how its files are read, on all processors.
  static func decide(
    _ groups: [FileGroup], of files: [FileBeginning], options: OpenOptions
  ) throws(OpenError) -> [Decision] {
    var decisions = try all(groups.count) { place throws(OpenError) in
      let first = try groups[place].firstRows(of: files)
      return Decision(first, rules: FileRules(sample: first.sample, options: options))
    }
    let segments = decisions.flatMap { $0.rules.parts.segments.map(\.name) }
    // A range must mean the same in all files: the first one that has any decides.
    let bins = decisions.reduce(into: [:]) {
      $0.merge($1.rules.parts.bins) { first, _ in first }
    }
    for place in decisions.indices {
      let parts = decisions[place].rules.parts
      let own = Set(parts.segments.map(\.name))
      let isAlike =
        segments.allSatisfy(own.contains) && own.allSatisfy { bins[$0] == parts.bins[$0] }
      guard !isAlike else { continue }
      decisions[place].rules = FileRules(
        sample: decisions[place].sample, options: options, otherSegments: segments,
        otherBins: bins)
    }
    return decisions
  }

  private static func all<Value: Sendable>(
    _ count: Int, _ value: @escaping @Sendable (Int) throws(OpenError) -> Value
  ) throws(OpenError) -> [Value] {
    let results = Workforce.results(of: count) { place in
      Result { () throws(OpenError) in try value(place) }
    }
    var values: [Value] = []
    // Of several errors the first file's is told, whichever thread came upon one first.
    for result in results { values.append(try result.get()) }
    return values
  }

  private func firstRows(of files: [FileBeginning]) throws(OpenError) -> FirstRows {
    switch self {
    case .alone(let place): try FirstRows.read(from: files[place].file)
    case .kind(let kind): try kind.firstRows(of: files)
    }
  }
}

extension FileGroup.Decision {
  fileprivate init(_ first: FirstRows, rules: FileRules) {
    self.init(
      rules: rules, sample: first.sample, valueColumns: first.valueColumns, notes: first.notes,
      meanRowLength: max(1, first.sample.fileBytes / max(1, first.sample.seen)))
  }
}
