/// Reads rows that the index knows, for the screen and for exports.
struct PredictionReader: Sendable {
  let files: [OpenedFile]
  /// What the run is called on the command line.
  let run: String?

  /// Where a row lies, from the index.
  fileprivate struct Place {
    let row: Int
    let rowInFile: Int
    let occurrence: Int
    let opened: OpenedFile
    let entry: RowEntry
    /// Damage as the index found it, with its line.
    let known: RowDamage?

    var path: String { opened.file.path }
    var position: RowPosition {
      RowPosition(offset: entry.offset, length: entry.length, line: 0)
    }

    init(_ row: Int, in snapshot: IndexSnapshot, files: [OpenedFile]) {
      self.row = row
      entry = snapshot[row]
      opened = files[entry.file]
      let report = snapshot.files[entry.file]
      let rowInFile = row - report.firstRow
      self.rowInFile = rowInFile
      occurrence = snapshot.occurrence(of: row)
      // A query reads every row: only those that are damaged may cost a search.
      known = entry.isDamaged ? report.damage.first { $0.row == rowInFile }?.damage : nil
    }
  }

  /// The row as a prediction; where it cannot be read, its place and the reason.
  ///
  /// - Parameter limit: how many bytes are wanted of each of its texts.
  func prediction(
    at row: Int, in snapshot: IndexSnapshot, upTo limit: Int
  ) -> Prediction {
    let place = Place(row, in: snapshot, files: files)
    do throws(ReadError) {
      let bytes = try read(place)
      let prediction = bytes.withUnsafeBytes { self.prediction(place, $0, upTo: limit) }
      guard !place.opened.rules.hasDigests || prediction.contentDigest.prefix == place.entry.digest
      else { throw .changed(path: place.path, offset: place.entry.offset) }
      return prediction
    } catch {
      return unreadable(place, error)
    }
  }

  /// The row as it lies in its file, with the tape of its JSON or of its cells.
  ///
  /// - Parameter abridgement: what is left of a row that is longer than its limit.
  func rawRow(
    at row: Int, in snapshot: IndexSnapshot, abridgedBy abridgement: RowAbridgement? = nil
  ) -> RawRow {
    let place = Place(row, in: snapshot, files: files)
    do throws(ReadError) {
      let bytes = try read(place)
      var decoder = place.opened.decoder
      var tape = JSONTape()
      var texts = RowTexts(place.opened)
      guard bytes.withUnsafeBytes({ texts.are($0, of: place.entry.digest) }) else {
        throw .changed(path: place.path, offset: place.entry.offset)
      }
      return bytes.withUnsafeBytes { raw in
        let (json, fault) = decoder.decode(raw, into: &tape)
        if let abridgement, json.count > abridgement.limit {
          return abridged(place, raw, json, tape, damage(fault, place), abridgement)
        }
        let bytes = Array(raw)
        return RawRow(
          place, fileBytes: bytes, bytes: json.baseAddress == raw.baseAddress ? bytes : Array(json),
          tape: tape, damage: damage(fault, place))
      }
    } catch {
      return RawRow(place, fileBytes: [], bytes: [], tape: JSONTape(), readError: error)
    }
  }

  private func abridged(
    _ place: Place, _ raw: UnsafeRawBufferPointer, _ json: UnsafeRawBufferPointer,
    _ tape: JSONTape, _ damage: RowDamage?, _ abridgement: RowAbridgement
  ) -> RawRow {
    var short = JSONTape()
    var bytes: [UInt8] = []
    if damage == nil {
      bytes = abridgement.json(of: tape, in: json)
      var scanner = JSONScanner()
      _ = bytes.withUnsafeBytes { scanner.scan($0, into: &short) }
    }
    var row = RawRow(
      place, fileBytes: Array(raw.prefix(abridgement.textLimit)), bytes: bytes, tape: short,
      damage: damage)
    row.isAbridged = true
    return row
  }

  private func read(_ place: Place) throws(ReadError) -> RowRoom {
    guard !place.position.isTooLong else { return RowRoom() }
    return try place.opened.file.readRow(
      offset: place.entry.offset, length: place.entry.length)
  }

  private func prediction(
    _ place: Place, _ raw: UnsafeRawBufferPointer, upTo limit: Int
  ) -> Prediction {
    var reader = RowReader(place.opened.rules.plan, place.opened.decoder)
    let fault = reader.read(raw)
    var prediction = prediction(place, reader.view, fault)
    if fault == nil { prediction.repeatedKey = reader.view.tape.repeatedKey(in: reader.view.bytes) }
    prediction.readTexts(of: reader.view, place.opened.rules.parts, upTo: limit)
    return prediction
  }

  /// All of it but input, output and target.
  private func prediction(_ place: Place, _ view: RowView, _ fault: RowFault?) -> Prediction {
    let rules = place.opened.rules
    let digests = RowDigests(of: view)
    let isRated = fault == nil && !place.entry.isNotAnObject
    var text = DigestText()
    if isRated { text.read(view) }
    let signs =
      isRated && rules.parts.output != nil
      ? rules.signs.signs(of: text) : []
    let rating = isRated ? rules.rule.rate(view, signs: signs) : Rating()
    return Prediction(
      row: place.row, key: view.key(place: place.rowInFile, occurrence: place.occurrence),
      file: place.path, rowInFile: place.rowInFile,
      offset: place.entry.offset, input: nil, output: nil, target: nil,
      automatic: isRated ? view.automaticResult(text) : nil,
      tier: rating.rank.tier, signal: isRated ? rules.rule.reason(view, signs: signs) : nil,
      segments: isRated ? view.segments : [], model: view.text(.model),
      run: run ?? view.text(.run) ?? Self.runName(of: place.path), time: view.text(.time),
      shield: view.shield, damage: damage(fault, place),
      isNotAnObject: place.entry.isNotAnObject, contentDigest: digests.content,
      inputDigest: digests.input)
  }

  private func damage(_ fault: RowFault?, _ place: Place) -> RowDamage? {
    guard let fault = place.position.isTooLong ? .tooLong : fault else { return nil }
    return place.known ?? fault.damage(rowAt: place.entry.offset, line: line(of: place))
  }

  /// Counts the lines up to a row whose damage the report has no room for.
  private func line(of place: Place) -> Int {
    var line = 1
    var offset = 0
    while offset < place.entry.offset {
      let length = min(1 << 20, place.entry.offset - offset)
      guard let bytes = try? place.opened.file.read(offset: offset, length: length) else { break }
      line += bytes.withUnsafeBytes { ByteSearch.count(of: UInt8(ascii: "\n"), in: $0) }
      offset += length
    }
    return line
  }

  private func unreadable(_ place: Place, _ error: ReadError) -> Prediction {
    let nothing = ContentDigest(of: EmptyCollection())
    return Prediction(
      row: place.row, key: "#\(place.rowInFile + 1)", file: place.path,
      rowInFile: place.rowInFile, offset: place.entry.offset, input: nil, output: nil,
      target: nil, automatic: nil, tier: .unrated, signal: nil, segments: [], model: nil,
      run: run ?? Self.runName(of: place.path), time: nil, shield: nil, damage: nil,
      isNotAnObject: false, readError: error, contentDigest: nothing, inputDigest: nothing)
  }

  /// The file's name without what follows the first dot.
  private static func runName(of path: String) -> String {
    let name = path.split(separator: "/").last ?? path[...]
    return String(name.split(separator: ".").first ?? name)
  }
}

extension RowView {
  fileprivate func automaticResult(_ text: DigestText) -> AutomaticResult? {
    var scratch: [UInt8] = []
    return automaticResult(text, scratch: &scratch)
  }

  fileprivate var segments: [Prediction.Segment] {
    plan.parts.segments.enumerated().compactMap { index, segment in
      self.segment(index).map { Prediction.Segment(name: segment.name, value: $0) }
    }
  }
}

extension RawRow {
  fileprivate init(
    _ place: PredictionReader.Place, fileBytes: [UInt8], bytes: [UInt8], tape: JSONTape,
    damage: RowDamage? = nil, readError: ReadError? = nil
  ) {
    self.init(
      row: place.row, file: place.path, rowInFile: place.rowInFile, offset: place.entry.offset,
      fileBytes: fileBytes, bytes: bytes, tape: tape, damage: damage, readError: readError)
  }
}

extension Prediction {
  fileprivate mutating func readTexts(of row: RowView, _ parts: RecognisedParts, upTo limit: Int) {
    let texts: [(Part, RecognisedParts.TextSource?, RowPlan.Slot, WritableKeyPath<Self, Content?>)]
    texts = [
      (.input, parts.input, .input, \.input), (.output, parts.output, .output, \.output),
      (.target, parts.target, .target, \.target),
    ]
    for (part, source, slot, place) in texts {
      guard let source, let node = row.node(slot),
        let (content, isCut) = ContentReader.content(
          source, at: node, of: row.tape, in: row.bytes, upTo: limit)
      else { continue }
      self[keyPath: place] = content
      if isCut { cutParts.insert(part) }
    }
  }
}
