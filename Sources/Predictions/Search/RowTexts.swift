/// Reads the texts that find looks into from a row's bytes; each thread has its own.
struct RowTexts {
  private let opened: OpenedFile
  private var reader: RowReader

  init(_ opened: OpenedFile) {
    self.opened = opened
    reader = RowReader(opened.rules.plan, opened.decoder)
  }

  /// Whether these bytes are still the row of which the index knows the digest.
  mutating func are(_ row: UnsafeRawBufferPointer, of digest: DigestPrefix) -> Bool {
    guard opened.rules.hasDigests else { return true }
    _ = reader.read(row)
    return RowDigests(of: reader.view).content.prefix == digest
  }

  /// Whether the key, the input, the output or the target holds the pattern.
  ///
  /// - Parameters:
  ///   - row: the row's bytes; none of a row beyond all bounds.
  ///   - place: the row's place in its file.
  ///   - occurrence: how many times the id was met in the file up to the row, where it repeats.
  mutating func hold(
    _ pattern: TextPattern, _ row: UnsafeRawBufferPointer, place: Int, occurrence: Int
  ) -> Bool {
    _ = reader.read(row)
    let view = reader.view
    if pattern.isContained(in: view.key(place: place, occurrence: occurrence)) { return true }
    let parts = opened.rules.parts
    return [(parts.output, RowPlan.Slot.output), (parts.input, .input), (parts.target, .target)]
      .contains { source, slot in view.holds(pattern, source, slot) }
  }
}

extension RowView {
  /// The row's id, `KEY#2` where it repeats, or `#17` without one.
  func key(place: Int, occurrence: Int) -> String {
    guard let id = text(.id) else { return "#\(place + 1)" }
    return occurrence > 1 ? "\(id)#\(occurrence)" : id
  }

  /// Whether a part has the pattern; a very long text is gone through and not held.
  fileprivate func holds(
    _ pattern: TextPattern, _ source: RecognisedParts.TextSource?, _ slot: RowPlan.Slot
  ) -> Bool {
    guard let source, let node = node(slot) else { return false }
    guard source.isField, tape[node].kind == .string, bytes.count > PagedRoom.Place.leastSize else {
      return content(source, slot).map { pattern.isContained(in: $0.plainText) } ?? false
    }
    var search = PatternSearch(pattern)
    tape.appendText(of: node, in: bytes, to: &search)
    return search.isFound
  }

  /// The content of a part; nothing where the file or the row has none.
  func content(_ source: RecognisedParts.TextSource?, _ slot: RowPlan.Slot) -> Content? {
    guard let source, let node = node(slot) else { return nil }
    return ContentReader.content(source, at: node, of: tape, in: bytes)?.content
  }
}
