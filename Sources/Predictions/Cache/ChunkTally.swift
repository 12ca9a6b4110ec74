/// Counts the rows of chunks by tier, segment value and automatic result.
struct ChunkTally {
  /// By the tiers' codes.
  private var byTier: [ResultCounts]
  /// Of each segment by its values' codes.
  private var byValue: [[ResultCounts]]

  /// - Parameters:
  ///   - tiers: how many codes there are.
  ///   - values: how many codes each segment has.
  init(tiers: Int, values: [Int]) {
    byTier = Array(repeating: ResultCounts(), count: tiers)
    byValue = values.map { Array(repeating: ResultCounts(), count: $0) }
  }

  mutating func add(_ chunk: RowChunk, count: Int) {
    for place in 0..<count {
      let row = chunk[place]
      let score = chunk.score(place)
      byTier[Int(row.tier)].add(row.flags, score: score)
      for segment in byValue.indices {
        byValue[segment][chunk.segmentCode(place, segment: segment)].add(
          row.flags, score: score)
      }
    }
  }

  /// The counts of a run whose rows were all added; `snapshot` says what the codes mean.
  func counts(of snapshot: IndexSnapshot) -> RunCounts {
    var shown = Array(repeating: ResultCounts(), count: snapshot.tiers.count)
    var all = ResultCounts()
    for (code, results) in byTier.enumerated() where results.rows > 0 {
      shown[snapshot.tierPlaces[code]].add(results)
      all.add(results)
    }
    return RunCounts(
      all: all, damaged: snapshot.damaged,
      tiers: zip(snapshot.tiers.map(\.tier), shown).map { ($0, $1) },
      segments: RunCounts.slices(
        names: snapshot.segmentNames, texts: snapshot.segmentTexts, byValue),
      files: snapshot.files)
  }
}

extension CacheVisit {
  /// What reading the files would count, if their whole index was kept.
  ///
  /// Chunks are counted one after the other, so that here as well nothing is kept per row.
  func counts() -> RunCounts? {
    guard let file = cache.folder.open(name) else { return nil }
    defer { try? file.close() }
    do {
      let reader = try EntryReader(file)
      guard try !hasGrown(since: reader.header) else { return nil }
      var builder = IndexBuilder(files)
      try builder.restore(reader.header)
      var tally = ChunkTally(
        tiers: builder.tiers.codeCount, values: builder.segments.texts.map(\.count))
      try reader.readChunks(columns: builder.columns) { chunk, count in
        try builder.take(chunk, count: count)
        builder.state.chunks.removeAll(keepingCapacity: true)
        tally.add(chunk, count: count)
      }
      return tally.counts(
        of: builder.snapshot(bytesRead: builder.state.bytesTotal, isComplete: true))
    } catch {
      return nil
    }
  }
}
