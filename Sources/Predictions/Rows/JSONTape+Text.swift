extension JSONTape {
  /// The bytes of a value as the row writes them; of a string, without quotes and not decoded.
  package func raw(
    _ node: Int, in bytes: UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[self[node].start..<self[node].end])
  }

  /// A string's text with its escapes decoded; of any other value, its JSON as written.
  ///
  /// Lone surrogates, bad escapes and what is not UTF-8 become U+FFFD, one per maximal subpart.
  package func text(of node: Int, in bytes: UnsafeRawBufferPointer) -> String {
    guard self[node].hasEscapes else {
      return String(decoding: raw(node, in: bytes), as: UTF8.self)
    }
    return String(decoding: decoded(node, in: bytes), as: UTF8.self)
  }

  /// The beginning of ``text(of:in:)``, at most `limit` bytes of it; `isCut` where it goes on.
  ///
  /// Linear in the limit.
  package func beginning(
    of node: Int, in bytes: UnsafeRawBufferPointer, upTo limit: Int
  ) -> (text: String, isCut: Bool) {
    var beginning = TextBeginning(upTo: limit)
    appendText(of: node, in: bytes, to: &beginning)
    return (beginning.text, beginning.isCut)
  }

  /// Appends the UTF-8 of ``text(of:in:)``, for digests and comparisons that need no `String`.
  func appendText(
    of node: Int, in bytes: UnsafeRawBufferPointer, to text: inout some TextSink
  ) {
    let raw = raw(node, in: bytes)
    let hasEscapes = self[node].hasEscapes
    if isSound, !hasEscapes {
      text.append(bytes: raw)
    } else {
      StringEscape.append(raw, hasEscapes: hasEscapes, isSound: isSound, to: &text)
    }
  }

  /// A string's bytes with escapes decoded; bad UTF-8 stays as it is.
  func decoded(_ node: Int, in bytes: UnsafeRawBufferPointer) -> [UInt8] {
    let raw = raw(node, in: bytes)
    guard self[node].hasEscapes else { return Array(raw) }
    return StringEscape.decoded(raw)
  }

  /// A number as the nearest double, infinities and not-a-number included; nothing for other kinds.
  @inline(__always)
  package func number(of node: Int, in bytes: UnsafeRawBufferPointer) -> Double? {
    guard self[node].kind == .number else { return nil }
    return JSONNumber.value(in: bytes, from: self[node].start, to: self[node].end)
  }
}
