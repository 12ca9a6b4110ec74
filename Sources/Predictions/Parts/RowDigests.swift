/// The digests of a row, whose texts are read piece by piece and never held.
struct RowDigests {
  /// SHA-256 of input, a zero byte, output.
  let content: ContentDigest
  /// SHA-256 of the input alone.
  let input: ContentDigest

  init(of row: RowView) {
    var text = DigestedText()
    _ = DigestText.appendInput(of: row, to: &text)
    input = text.digest
    text.append(0)
    if row.tape.isComplete { DigestText.appendOutput(of: row, to: &text) }
    content = text.digest
  }
}

/// A text of which nothing is kept but its digest.
private struct DigestedText: TextSink {
  private var hash = SHA256()
  /// What comes in single bytes is collected: every call of the hash costs more than they do.
  private var waiting: [UInt8] = []

  var isFull: Bool { false }

  mutating func append(_ byte: UInt8) {
    waiting.append(byte)
    if waiting.count == StringEscape.pieceLength { flush() }
  }

  mutating func append(bytes: UnsafeRawBufferPointer) {
    flush()
    hash.update(bytes)
  }

  /// The digest of what came so far.
  var digest: ContentDigest {
    mutating get {
      flush()
      return hash.digest
    }
  }

  private mutating func flush() {
    guard !waiting.isEmpty else { return }
    waiting.withUnsafeBytes { hash.update($0) }
    waiting.removeAll(keepingCapacity: true)
  }
}
