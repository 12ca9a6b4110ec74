#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Text to look for, with `*` for anything, and with case only where the pattern has a capital.
///
/// Comparison is by UTF-8 after folding case, so a part of a grapheme cluster is found too: that
/// is what a person who types the beginning of a Hindi word expects.
package struct TextPattern: Hashable, Sendable {
  /// What was typed.
  package let text: String
  /// The pattern's literal pieces between its wildcards; never empty.
  let pieces: [String]
  let hasRegardToCase: Bool

  /// The pattern that `text` writes; without wildcards a `*` stands for itself.
  package init(_ text: String, hasWildcards: Bool = true) {
    self.text = text
    hasRegardToCase = text.contains { $0.isUppercase }
    let folded = hasRegardToCase ? text : text.lowercased()
    // By scalars, as it is matched: an accent behind an asterisk does not make it a letter.
    pieces =
      hasWildcards
      ? folded.unicodeScalars.split(separator: "*", omittingEmptySubsequences: false)
        .map { String($0) }
      : [folded]
  }

  /// Whether `candidate` holds the pattern anywhere; linear in its length.
  package func isContained(in candidate: String) -> Bool {
    if pieces.allSatisfy(\.isEmpty) { return true }
    return search(candidate, isAnchored: false)
  }

  /// Whether the whole of `candidate` is what the pattern says.
  package func matches(_ candidate: String) -> Bool {
    search(candidate, isAnchored: true)
  }

  private func search(_ candidate: String, isAnchored: Bool) -> Bool {
    var folded = hasRegardToCase ? candidate : candidate.lowercased()
    return folded.withUTF8 { search(UnsafeRawBufferPointer($0)[...], isAnchored: isAnchored) }
  }

  /// Pieces are taken at their first place each, which is right for patterns with only `*`.
  private func search(_ candidate: Slice<UnsafeRawBufferPointer>, isAnchored: Bool) -> Bool {
    var rest = candidate
    for (index, piece) in pieces.enumerated() {
      let isFirst = index == 0
      let isLast = index == pieces.count - 1
      var piece = piece
      let found: Slice<UnsafeRawBufferPointer>? = piece.withUTF8 { bytes in
        let bytes = UnsafeRawBufferPointer(bytes)
        if isAnchored, isFirst, isLast, rest.count != bytes.count { return nil }
        if isAnchored, isFirst { return Self.droppingPrefix(bytes, from: rest) }
        if isAnchored, isLast { return Self.droppingSuffix(bytes, from: rest) }
        return Self.dropping(through: bytes, from: rest)
      }
      guard let found else { return false }
      rest = found
    }
    return true
  }

  private static func droppingPrefix(
    _ piece: UnsafeRawBufferPointer, from text: Slice<UnsafeRawBufferPointer>
  ) -> Slice<UnsafeRawBufferPointer>? {
    text.starts(with: piece) ? text.dropFirst(piece.count) : nil
  }

  private static func droppingSuffix(
    _ piece: UnsafeRawBufferPointer, from text: Slice<UnsafeRawBufferPointer>
  ) -> Slice<UnsafeRawBufferPointer>? {
    text.suffix(piece.count).elementsEqual(piece) ? text.dropLast(piece.count) : nil
  }

  private static func dropping(
    through piece: UnsafeRawBufferPointer, from text: Slice<UnsafeRawBufferPointer>
  ) -> Slice<UnsafeRawBufferPointer>? {
    guard let first = piece.first, let needle = piece.baseAddress else { return text }
    let bytes = UnsafeRawBufferPointer(rebasing: text)
    var from = 0
    // The C library finds a byte many at a time; glibc hides `memmem` from Swift.
    while from + piece.count <= bytes.count, let base = bytes.baseAddress,
      let hit = memchr(base + from, Int32(first), bytes.count - piece.count - from + 1)
    {
      if memcmp(hit, needle, piece.count) == 0 {
        return text.dropFirst(UnsafeRawPointer(hit) - base + piece.count)
      }
      from = UnsafeRawPointer(hit) - base + 1
    }
    return nil
  }
}
