/// The different values of a field, each with a code in the order in which it was met.
///
/// Values are told apart by the bytes of the row, so no text is made of those that were met before.
/// Code 0 is for rows without a value.
struct Vocabulary: Sendable {
  /// Values beyond this many are told apart no more and get ``remainder``.
  static let limit = Int(UInt16.max) - 1
  static let remainder = UInt16.max

  /// The codes by the hash of their bytes; 0 marks a free slot.
  private var slots = [UInt16](repeating: 0, count: 128)
  private var hashes: [UInt64] = [0]
  private var spans: [Range<Int>] = [0..<0]
  private var bytes: [UInt8] = []

  /// How many values there are, code 0 aside.
  var count: Int { spans.count - 1 }

  /// The code of a value, and whether it is met for the first time; constant time on average.
  mutating func code(of value: UnsafeRawBufferPointer) -> (code: UInt16, isNew: Bool) {
    let hash = Self.hash(value)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let code = Int(slots[slot])
      if hashes[code] == hash, isValue(code, value) { return (slots[slot], false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard count < Self.limit else { return (Self.remainder, false) }
    return (add(value, hash, in: slot), true)
  }

  private mutating func add(_ value: UnsafeRawBufferPointer, _ hash: UInt64, in slot: Int) -> UInt16
  {
    let code = UInt16(spans.count)
    spans.append(bytes.count..<bytes.count + value.count)
    hashes.append(hash)
    bytes.append(contentsOf: value)
    slots[slot] = code
    if spans.count * 2 > slots.count { grow() }
    return code
  }

  private mutating func grow() {
    slots = [UInt16](repeating: 0, count: slots.count * 2)
    for code in 1..<spans.count {
      var slot = Int(truncatingIfNeeded: hashes[code]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt16(code)
    }
  }

  @inline(__always)
  private func isValue(_ code: Int, _ value: UnsafeRawBufferPointer) -> Bool {
    let span = spans[code]
    guard span.count == value.count else { return false }
    for place in 0..<value.count where bytes[span.lowerBound + place] != value[place] {
      return false
    }
    return true
  }

  /// FNV-1a, eight bytes at a time, with its bits mixed.
  @inline(__always)
  static func hash(_ value: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(value.count)
    var at = 0
    while at + 8 <= value.count {
      let word = value.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      hash = mixed((hash ^ UInt64(littleEndian: word)) &* 0x0000_0100_0000_01b3)
      at += 8
    }
    while at < value.count {
      hash = (hash ^ UInt64(value[at])) &* 0x0000_0100_0000_01b3
      at += 1
    }
    return mixed(hash)
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ hash >> 32) &* 0xd6e8_feb8_6659_fd93
    return mixed ^ mixed >> 32
  }
}
