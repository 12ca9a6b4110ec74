/// Looks for a pattern in a text that comes piece by piece, and keeps no more of it than a match spans.
///
/// Says the same as ``TextPattern/isContained(in:)`` of the whole text.
struct PatternSearch: TextSink {
  /// Bytes that are looked at together.
  private static let stepLength = 64 << 10

  private let pieces: [ByteNeedle]
  private let hasRegardToCase: Bool
  /// How many of the pattern's pieces were found, each behind the one before.
  private var found = 0
  /// What came in single bytes and was not looked at.
  private var waiting: [UInt8] = []
  /// The end of what was looked at, in which the next piece may begin.
  private var end: [UInt8] = []

  init(_ pattern: TextPattern) {
    // Nothing lies anywhere.
    pieces = pattern.pieces.filter { !$0.isEmpty }.map { ByteNeedle(Array($0.utf8)) }
    hasRegardToCase = pattern.hasRegardToCase
  }

  var isFull: Bool { found == pieces.count }

  /// Whether the text that came holds the pattern.
  var isFound: Bool {
    mutating get {
      flush()
      return isFull
    }
  }

  mutating func append(_ byte: UInt8) {
    waiting.append(byte)
    if waiting.count >= Self.stepLength { flush() }
  }

  mutating func append(bytes: UnsafeRawBufferPointer) {
    flush()
    var start = 0
    while start < bytes.count, !isFull {
      let stop = Self.step(in: bytes, from: start)
      look(at: UnsafeRawBufferPointer(rebasing: bytes[start..<stop]))
      start = stop
    }
  }

  /// The end of what is looked at next, which is no middle of a character.
  private static func step(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var stop = min(start + stepLength, bytes.count)
    while stop < bytes.count, stop > start + 1, bytes[stop] & 0xC0 == 0x80 { stop -= 1 }
    return stop
  }

  private mutating func flush() {
    let bytes = waiting
    waiting.removeAll(keepingCapacity: true)
    bytes.withUnsafeBytes { look(at: $0) }
  }

  private mutating func look(at bytes: UnsafeRawBufferPointer) {
    guard !isFull, !bytes.isEmpty else { return }
    if hasRegardToCase {
      end.append(contentsOf: bytes)
    } else {
      end.append(contentsOf: String(decoding: bytes, as: UTF8.self).lowercased().utf8)
    }
    var at = 0
    end.withUnsafeBytes { text in
      while !isFull, let place = pieces[found].firstIndex(in: text, from: at) {
        at = place + pieces[found].bytes.count
        found += 1
      }
    }
    let kept = isFull ? 0 : min(end.count - at, pieces[found].bytes.count - 1)
    end.removeFirst(end.count - kept)
  }
}
