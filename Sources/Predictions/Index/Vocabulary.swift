/// The different values of a field, each with a code in the order in which it was met.
///
/// Values are told apart by the bytes of the row, so no text is made of those that were met before.
/// Code 0 is for rows without a value.
package struct Vocabulary: Sendable {
  /// Values beyond this many are told apart no more and get ``remainder``.
  static let limit = Int(UInt16.max) - 1
  static let remainder = UInt16.max

  private struct Entry: Sendable {
    let word: UInt64
    let count: Int
    let hash: UInt64
    /// Where the value lies in ``bytes``.
    let start: Int
  }

  /// The codes by the hash of their bytes; 0 marks a free slot.
  private var slots = [UInt16](repeating: 0, count: 128)
  private var entries = [Entry(word: 0, count: 0, hash: 0, start: 0)]
  private var bytes: [UInt8] = []

  /// How many values there are, code 0 aside.
  var count: Int { entries.count - 1 }

  /// The code of a value, and whether it is met for the first time; constant time on average.
  @inline(__always)
  mutating func code(of value: UnsafeRawBufferPointer) -> (code: UInt16, isNew: Bool) {
    code(ofPart: 0, value.count, of: value)
  }

  /// The same for a value that is a part of a row, from `start` to `end`.
  @inline(__always)
  mutating func code(
    ofPart start: Int, _ end: Int, of row: UnsafeRawBufferPointer
  ) -> (code: UInt16, isNew: Bool) {
    let count = end &- start
    let word = ByteSearch.firstWord(in: row, from: start, length: count)
    guard count <= 8 else { return code(ofLong: row[start..<end], startingWith: word) }
    let hash = Self.mixed(word, count)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] != 0 {
      let entry = Int(slots[slot])
      // Values this short are told apart by their first word and their length alone.
      if entries[entry].word == word, entries[entry].count == count { return (slots[slot], false) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return added(UnsafeRawBufferPointer(rebasing: row[start..<end]), word, hash, in: slot)
  }

  @inline(never)
  private mutating func code(
    ofLong part: Slice<UnsafeRawBufferPointer>, startingWith word: UInt64
  ) -> (code: UInt16, isNew: Bool) {
    let value = UnsafeRawBufferPointer(rebasing: part)
    let hash = Self.hash(value, startingWith: word)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.word == word, entry.count == value.count,
        isRest(of: value, at: entry.start)
      {
        return (slots[slot], false)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return added(value, word, hash, in: slot)
  }

  /// The code of a value that is met for the first time, or of what is beyond the limit.
  @inline(never)
  private mutating func added(
    _ value: UnsafeRawBufferPointer, _ word: UInt64, _ hash: UInt64, in slot: Int
  ) -> (code: UInt16, isNew: Bool) {
    guard count < Self.limit else { return (Self.remainder, false) }
    return (add(value, word, hash, in: slot), true)
  }

  private mutating func add(
    _ value: UnsafeRawBufferPointer, _ word: UInt64, _ hash: UInt64, in slot: Int
  ) -> UInt16 {
    let code = UInt16(entries.count)
    entries.append(Entry(word: word, count: value.count, hash: hash, start: bytes.count))
    bytes.append(contentsOf: value)
    slots[slot] = code
    if entries.count * 2 > slots.count { grow() }
    return code
  }

  private mutating func grow() {
    slots = [UInt16](repeating: 0, count: slots.count * 2)
    for code in 1..<entries.count {
      var slot = Int(truncatingIfNeeded: entries[code].hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt16(code)
    }
  }

  private func isRest(of value: UnsafeRawBufferPointer, at start: Int) -> Bool {
    for place in 8..<value.count where bytes[start + place] != value[place] { return false }
    return true
  }

  /// A hash of the bytes, eight at a time.
  package static func hash(_ value: UnsafeRawBufferPointer) -> UInt64 {
    hash(value, startingWith: ByteSearch.firstWord(of: value))
  }

  @inline(__always)
  private static func hash(
    _ value: UnsafeRawBufferPointer, startingWith word: UInt64
  ) -> UInt64 {
    var hash = mixed(word, value.count)
    var at = 8
    while at < value.count {
      let rest = UnsafeRawBufferPointer(rebasing: value[at...])
      hash = mixed(hash ^ ByteSearch.firstWord(of: rest))
      at += 8
    }
    return hash
  }

  @inline(__always)
  private static func mixed(_ word: UInt64, _ count: Int) -> UInt64 {
    mixed(word ^ UInt64(truncatingIfNeeded: count) &* 0x9e37_79b9_7f4a_7c15)
  }

  /// Spreads every bit over all others: the finisher of MurmurHash3 with one round less.
  @inline(__always)
  private static func mixed(_ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ hash >> 32) &* 0xd6e8_feb8_6659_fd93
    return (mixed ^ mixed >> 32) &* 0xd6e8_feb8_6659_fd93 ^ mixed >> 29
  }
}
