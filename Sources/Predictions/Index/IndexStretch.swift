/// Some rows behind each other whose columns are asked all at once.
///
/// A query that goes over ten million rows has a few nanoseconds for each: too few to make a
/// ``RowEntry``. Every question here is a loop over one or two columns, linear in the rows.
///
///     for number in 0..<snapshot.stretchCount {
///       let stretch = snapshot.stretch(number)
///       stretch.items.forEach { place in print(stretch.rows.lowerBound + place) }
///     }
package struct IndexStretch: Sendable {
  /// Rows to a stretch; only the last one has fewer.
  package static let capacity = RowChunk.capacity

  /// The rows by their numbers in the index; places count from its lower bound.
  package let rows: Range<Int>
  let chunk: RowChunk
  let snapshot: IndexSnapshot
  /// The places that belong to each file, in order.
  package let files: [(file: Int, places: Range<Int>)]

  init(_ number: Int, of snapshot: IndexSnapshot) {
    let first = number * Self.capacity
    rows = first..<min(first + Self.capacity, snapshot.rowCount)
    chunk = snapshot.chunks[number]
    self.snapshot = snapshot
    files = snapshot.files(of: rows)
  }

  package var count: Int { rows.count }

  /// The first row of each item.
  package var items: RowMask {
    let chunk = chunk
    return RowMask(count: count) { !chunk[$0].flags.contains(.duplicate) }
  }

  package var damaged: RowMask { all(.damaged) }
  package var shielded: RowMask { all(.shielded) }

  private func all(_ flags: PackedRow.Flags) -> RowMask {
    let chunk = chunk
    return RowMask(count: count) { chunk[$0].flags.isSuperset(of: flags) }
  }

  /// The rows whose tier, by its place in the snapshot, is wanted.
  package func rows(ofTiers isWanted: (Int) -> Bool) -> RowMask {
    let codes = snapshot.tierPlaces.map(isWanted)
    let chunk = chunk
    return RowMask(count: count) { codes[Int(chunk[$0].tier)] }
  }

  package func rows(ofFiles isWanted: (Int) -> Bool) -> RowMask {
    var mask = RowMask(repeating: false, count: count)
    for (file, places) in files where isWanted(file) {
      for place in places { mask[place] = true }
    }
    return mask
  }

  package func rows(withConfidence comparison: QueryComparison) -> RowMask {
    var mask = RowMask(repeating: false, count: count)
    for (file, places) in files {
      let chunk = chunk
      let isValue = snapshot.meanings[file] == .confidence
      let part = RowMask(count: count) { place in
        guard places.contains(place) else { return false }
        let confidence = chunk.confidence(place) ?? (isValue ? chunk[place].value : .nan)
        return comparison.holds(for: Double(confidence))
      }
      mask.formUnion(part)
    }
    return mask
  }

  package func rows(withSigns comparison: QueryComparison) -> RowMask {
    let chunk = chunk
    return RowMask(count: count) { comparison.holds(for: Double(chunk[$0].signs)) }
  }

  package func rows(withCopies comparison: QueryComparison) -> RowMask {
    let chunk = chunk
    return RowMask(count: count) { place in
      let isDuplicate = chunk[place].flags.contains(.duplicate)
      return comparison.holds(for: Double(isDuplicate ? 1 : chunk.links[place] + 1))
    }
  }

  package func rows(withAutomatic wanted: QueryAutomatic) -> RowMask {
    let chunk = chunk
    if let bits = wanted.flags {
      return RowMask(count: count) { chunk[$0].flags.intersection(.score) == bits }
    }
    return RowMask(count: count) { place in
      let flags = chunk[place].flags
      return wanted.holds(for: flags.automatic(score: chunk.score(place)))
    }
  }

  /// The rows among `places` whose value in a segment, by its code, is wanted.
  package func rows(
    in places: Range<Int>, ofSegment segment: Int, _ isWanted: [Bool]
  ) -> RowMask {
    let chunk = chunk
    return RowMask(count: count) { place in
      guard places.contains(place) else { return false }
      let code = chunk.segmentCode(place, segment: segment)
      return code < isWanted.count && isWanted[code]
    }
  }

  /// The rows of whose content something may be known: few but those that `sieve` was made of.
  package func rows(passing sieve: DigestSieve) -> RowMask {
    let chunk = chunk
    return RowMask(count: count) { sieve.mayHold(chunk[$0].digest) }
  }

  package func digest(_ place: Int) -> DigestPrefix { chunk[place].digest }

  /// The tier's place in the snapshot.
  package func tier(_ place: Int) -> Int { snapshot.tierPlaces[Int(chunk[place].tier)] }

  /// The row's value in a segment, by its place in ``IndexSnapshot/segmentValues(of:)``.
  package func segmentCode(_ place: Int, segment: Int) -> Int {
    chunk.segmentCode(place, segment: segment)
  }

  package func automatic(_ place: Int) -> AutomaticResult? {
    chunk[place].flags.automatic(score: chunk.score(place))
  }

  package func signs(_ place: Int) -> Int { Int(chunk[place].signs) }
}

extension IndexStretch {
  /// Calls `body` with each place of `mask` and its confidence; NaN where the file does not say.
  package func forEachConfidence(_ mask: RowMask, _ body: (Int, Float) -> Void) {
    var files = files[...]
    mask.forEach { place in
      while let first = files.first, first.places.upperBound <= place { files.removeFirst() }
      let isValue = files.first.map { snapshot.meanings[$0.file] == .confidence } ?? false
      body(place, chunk.confidence(place) ?? (isValue ? chunk[place].value : .nan))
    }
  }

  /// The confidences at the places of `mask`, in their order; NaN where the file does not say.
  package func confidences(of mask: RowMask) -> [Float] {
    var confidences: [Float] = []
    confidences.reserveCapacity(mask.count)
    forEachConfidence(mask) { confidences.append($1) }
    return confidences
  }

  /// How uncertain the model was at the places of `mask`, in their order; NaN where nothing tells.
  package func uncertainties(of mask: RowMask) -> [Float] {
    var uncertainties: [Float] = []
    uncertainties.reserveCapacity(mask.count)
    forEachConfidence(mask) { place, confidence in
      uncertainties.append(chunk.uncertainty(place) ?? 1 - confidence)
    }
    return uncertainties
  }
}

extension IndexSnapshot {
  /// How many stretches the rows take.
  package var stretchCount: Int {
    (rowCount + IndexStretch.capacity - 1) / IndexStretch.capacity
  }

  package func stretch(_ number: Int) -> IndexStretch { IndexStretch(number, of: self) }

  /// The places of `rows` that belong to each file, in order.
  fileprivate func files(of rows: Range<Int>) -> [(file: Int, places: Range<Int>)] {
    var found: [(file: Int, places: Range<Int>)] = []
    var row = rows.lowerBound
    while row < rows.upperBound {
      let file = file(of: row)
      var end = rows.upperBound
      if file + 1 < files.count, files[file + 1].firstRow > row {
        end = min(end, files[file + 1].firstRow)
      }
      found.append((file, row - rows.lowerBound..<end - rows.lowerBound))
      row = end
    }
    return found
  }
}

extension QueryAutomatic {
  /// The two bits of a row that mean it; nothing for a score, which lies elsewhere.
  fileprivate var flags: PackedRow.Flags? {
    switch self {
    case .correct: .correct
    case .incorrect: .incorrect
    case .absent: []
    case .score: nil
    }
  }

  /// Whether the run's own metric says what is wanted.
  package func holds(for result: AutomaticResult?) -> Bool {
    switch (self, result) {
    case (.correct, .correct), (.incorrect, .incorrect), (.absent, nil): true
    case (.score(let comparison), .score(let score)): comparison.holds(for: score)
    default: false
    }
  }
}
