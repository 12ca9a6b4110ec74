/// How many rows there are of a kind, and what the run's own metric says of them.
package struct ResultCounts: Hashable, Sendable {
  package internal(set) var rows = 0
  package internal(set) var correct = 0
  package internal(set) var incorrect = 0
  /// Rows with a grade in place of right or wrong.
  package internal(set) var graded = 0
  package internal(set) var gradeSum = 0.0
}

/// What a whole run amounts to, counted: nothing in it grows with the number of rows.
package struct RunCounts: Sendable {
  package struct Slice: Sendable {
    package let segment: String
    package let value: String
    package let results: ResultCounts
  }

  package let all: ResultCounts
  package let damaged: Int
  /// In the order in which they are shown, easy first and unrated last; every row counts.
  package let tiers: [(tier: Tier, results: ResultCounts)]
  /// The values of each segment in the order in which they were met.
  package let segments: [Slice]
  package let files: [FileReport]
}

extension RunCounts {
  /// Reads the files whole on all processors; linear in their bytes, with nothing kept per row.
  ///
  /// - Parameters:
  ///   - cache: where the index may lie from which to count instead.
  ///   - onProgress: called now and then with the bytes that were read, and those there are unless
  ///     some are still to come.
  package static func read(
    _ paths: [String], options: OpenOptions, cache: IndexCache? = nil,
    onProgress: @escaping @Sendable (Int, Int?) -> Void = { _, _ in }
  ) throws(OpenError) -> RunCounts {
    let files = try OpenedFile.open(paths, options: options)
    let visit = cache.flatMap { CacheVisit($0, files, options: options, keeps: false) }
    if let kept = visit?.counts() { return kept }
    let isKnown = files.allSatisfy { $0.file.growth == nil }
    let bytes = isKnown ? files.reduce(0) { $0 + $1.file.size } : nil
    let reading = FactsReading(files, into: RowTally(files)) { IndexNeeds.counts($0) }
    reading.run(threads: Processors.count) { onProgress($1, bytes) }
    return reading.taker.counts
  }

  /// Counts some rows of an index.
  package init(_ snapshot: IndexSnapshot, of rows: RowList) {
    var all = ResultCounts()
    var damaged = 0
    var byTier = Array(repeating: ResultCounts(), count: snapshot.tiers.count)
    var byValue = snapshot.segmentTexts.map { Array(repeating: ResultCounts(), count: $0.count) }
    for row in rows {
      let entry = snapshot[row]
      all.add(entry.automatic)
      byTier[entry.tier].add(entry.automatic)
      for (segment, code) in entry.segments.enumerated() {
        byValue[segment][code].add(entry.automatic)
      }
      if entry.isDamaged { damaged += 1 }
    }
    self.init(
      all: all, damaged: damaged, tiers: zip(snapshot.tiers.map(\.tier), byTier).map { ($0, $1) },
      segments: Self.slices(names: snapshot.segmentNames, texts: snapshot.segmentTexts, byValue),
      files: snapshot.files)
  }

  /// The values that some row has, in the order in which they were met.
  static func slices(
    names: [String], texts: [[String]], _ byValue: [[ResultCounts]]
  ) -> [Slice] {
    names.indices.flatMap { segment in
      byValue[segment].enumerated().dropFirst().filter { $1.rows > 0 }.map { code, results in
        Slice(segment: names[segment], value: texts[segment][code], results: results)
      }
    }
  }
}
