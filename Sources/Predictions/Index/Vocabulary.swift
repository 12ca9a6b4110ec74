/// The different values of a field, each with a code in the order in which it was met.
///
/// Values are told apart by the bytes of the row, so no text is made of those that were met before.
/// Code 0 is for rows without a value.
package struct Vocabulary: Sendable {
  /// Values beyond this many are told apart no more and get ``remainder``.
  static let limit = Int(UInt16.max) - 1
  static let remainder = UInt16.max

  /// A value where its hash leads to.
  private struct Slot: Sendable {
    /// The bytes of a short value; of a longer one, their hash.
    let word: UInt64
    let count: Int32
    /// 0 marks a free slot.
    let code: UInt16

    var isFree: Bool { code == 0 }
  }

  private static let shortest = 128
  private static let free = Slot(word: 0, count: 0, code: 0)

  private var slots = [Slot](repeating: free, count: shortest)
  /// Of each code, where its value ends in ``bytes``.
  private var ends = [0]
  private var bytes: [UInt8] = []

  /// How many values there are, code 0 aside.
  var count: Int { ends.count - 1 }

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
    guard count <= 8 else {
      return code(ofLong: UnsafeRawBufferPointer(rebasing: row[start..<end]))
    }
    let word = ByteSearch.firstWord(in: row, from: start, length: count)
    var place = place(of: Self.mixed(word, count))
    while !slots[place].isFree {
      // Values this short are told apart by their bytes as one word and their length alone.
      if slots[place].word == word, Int(slots[place].count) == count {
        return (slots[place].code, false)
      }
      place = self.place(of: place &+ 1)
    }
    return added(UnsafeRawBufferPointer(rebasing: row[start..<end]), word, at: place)
  }

  @inline(never)
  private mutating func code(ofLong value: UnsafeRawBufferPointer) -> (code: UInt16, isNew: Bool) {
    let hash = Self.hash(value)
    var place = place(of: hash)
    while !slots[place].isFree {
      if slots[place].word == hash, Int(slots[place].count) == value.count,
        isSame(value, as: slots[place].code)
      {
        return (slots[place].code, false)
      }
      place = self.place(of: place &+ 1)
    }
    return added(value, hash, at: place)
  }

  /// Where in ``slots`` to begin, which are a power of two.
  @inline(__always)
  private func place(of hash: some FixedWidthInteger) -> Int {
    Int(truncatingIfNeeded: hash) & (slots.count &- 1)
  }

  /// The code of a value that is met for the first time, or of what is beyond the limit.
  @inline(never)
  private mutating func added(
    _ value: UnsafeRawBufferPointer, _ word: UInt64, at place: Int
  ) -> (code: UInt16, isNew: Bool) {
    guard count < Self.limit else { return (Self.remainder, false) }
    let code = UInt16(ends.count)
    bytes.append(contentsOf: value)
    ends.append(bytes.count)
    slots[place] = Slot(word: word, count: Int32(clamping: value.count), code: code)
    if ends.count * 2 > slots.count { grow() }
    return (code, true)
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Self.free, count: 2 * old.count)
    for slot in old where !slot.isFree {
      let isShort = slot.count <= 8
      var place = place(of: isShort ? Self.mixed(slot.word, Int(slot.count)) : slot.word)
      while !slots[place].isFree { place = self.place(of: place &+ 1) }
      slots[place] = slot
    }
  }

  private func isSame(_ value: UnsafeRawBufferPointer, as code: UInt16) -> Bool {
    let known = ends[Int(code) - 1]..<ends[Int(code)]
    return bytes.withUnsafeBytes {
      ByteSearch.areEqual(UnsafeRawBufferPointer(rebasing: $0[known]), value)
    }
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
