import Predictions

/// The keys of one kind of object in the order in which ledgers have them, which is sorted.
///
/// A key is looked for from where the last one was found, so in a line that a ledger wrote nearly
/// every key is the first that is compared. Any other order works too.
struct KeyOrder<Key: CaseIterable & RawRepresentable & Sendable>: Sendable
where Key.RawValue == String, Key.AllCases == [Key] {
  private let keys = Key.allCases
  private let words = Key.allCases.map { KeyWord($0.rawValue) }

  /// The place of the key that reads as `word`, looked for from `expected` on; nothing where it is
  /// none of these.
  @inline(__always)
  func place(of word: KeyWord, from expected: Int) -> Int? {
    for place in expected..<words.count where words[place] == word { return place }
    for place in 0..<expected where words[place] == word { return place }
    return nil
  }

  subscript(place: Int) -> Key { keys[place] }

  /// A set of keys, a bit each by their place.
  func set(_ needed: [Key]) -> UInt32 {
    needed.reduce(0) { $0 | 1 << UInt32(place(of: KeyWord($1.rawValue), from: 0) ?? 0) }
  }
}

/// A key of up to sixteen bytes as numbers: its length, its first and its last eight bytes.
struct KeyWord: Hashable, Sendable {
  private let length: Int
  private let first: UInt64
  private let last: UInt64

  /// The key that lies in `line`; of longer ones the middle is left out, which no known key has.
  @inline(__always)
  init(_ range: Range<Int>, of line: UnsafeRawBufferPointer) {
    length = range.count
    guard length >= 8 else {
      first = Self.word(range, of: line)
      last = 0
      return
    }
    first = line.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
    last = line.loadUnaligned(fromByteOffset: range.upperBound - 8, as: UInt64.self)
  }

  init(_ key: String) {
    let bytes = Array(key.utf8)
    self = bytes.withUnsafeBytes { KeyWord(0..<$0.count, of: $0) }
  }

  /// Fewer than eight bytes as one number, by one load where eight lie in the line.
  @inline(__always)
  private static func word(_ range: Range<Int>, of line: UnsafeRawBufferPointer) -> UInt64 {
    let start = range.lowerBound
    guard start &+ 8 <= line.count else {
      return range.reversed().reduce(0) { $0 << 8 | UInt64(line[$1]) }
    }
    let word = UInt64(
      littleEndian: line.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    return word & ~(.max << UInt64(8 &* range.count))
  }
}
