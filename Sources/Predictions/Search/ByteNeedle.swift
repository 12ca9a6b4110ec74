/// A few bytes that are looked for in many.
///
/// Sixty-four places are asked at a time whether two of the needle's bytes, the rarest of them, lie
/// where they would: text seldom has both, so that nearly every place is passed without a look at
/// the whole needle.
struct ByteNeedle: Sendable {
  /// Places that are asked at a time.
  private static let places = 64

  let bytes: [UInt8]
  /// Letters of ASCII match in either case; the needle itself has them in lower case.
  let foldsCase: Bool
  private let probes: (Int, Int)

  /// The needle must not be empty.
  init(_ bytes: [UInt8], foldsCase: Bool = false) {
    precondition(!bytes.isEmpty, "nothing to look for")
    self.bytes = bytes
    self.foldsCase = foldsCase
    let rarest = bytes.indices.sorted {
      (Self.commonness(of: bytes[$0]), $0) < (Self.commonness(of: bytes[$1]), $1)
    }
    probes = (rarest[0], rarest.count > 1 ? rarest[1] : rarest[0])
  }

  /// The first place of the needle at or behind `start`; linear in the bytes up to it.
  func firstIndex(in text: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = text.baseAddress else { return nil }
    let last = text.count - bytes.count
    var at = start
    while at + Self.places - 1 <= last {
      if mayLie(from: base + at) {
        for place in at..<at + Self.places where lies(at: place, in: text) { return place }
      }
      at += Self.places
    }
    while at <= last {
      if lies(at: at, in: text) { return at }
      at += 1
    }
    return nil
  }

  /// Whether both probes are met at one of the next places, which all lie in the text.
  ///
  /// A loop without a way out, so that the compiler makes vectors of it; the vector types of the
  /// standard library compare one byte after the other.
  @inline(__always)
  private func mayLie(from text: UnsafeRawPointer) -> Bool {
    // Other bytes than letters become alike as well, which the look at the whole needle finds out.
    let folded: UInt8 = foldsCase ? 0x20 : 0
    let wanted = (bytes[probes.0] | folded, bytes[probes.1] | folded)
    let first = (text + probes.0).assumingMemoryBound(to: UInt8.self)
    let second = (text + probes.1).assumingMemoryBound(to: UInt8.self)
    var misses: UInt8 = .max
    for place in 0..<Self.places {
      let difference =
        ((first[place] | folded) ^ wanted.0) | ((second[place] | folded) ^ wanted.1)
      misses = min(misses, difference)
    }
    return misses == 0
  }

  @inline(__always)
  private func lies(at place: Int, in text: UnsafeRawBufferPointer) -> Bool {
    guard matches(text[place + probes.0], bytes[probes.0]) else { return false }
    for (offset, byte) in bytes.enumerated() {
      guard matches(text[place + offset], byte) else { return false }
    }
    return true
  }

  @inline(__always)
  private func matches(_ byte: UInt8, _ wanted: UInt8) -> Bool {
    if byte == wanted { return true }
    return foldsCase && byte >= 0x41 && byte <= 0x5A && byte | 0x20 == wanted
  }

  /// The place of a byte among those that English in JSON has most of; 0 for all others.
  private static func commonness(of byte: UInt8) -> Int { ranks[Int(byte | 0x20)] }

  private static let ranks: [Int] = {
    var ranks = [Int](repeating: 0, count: 256)
    let order = "etaoinsrhldcu\":,mpfgwybv.0123456789-_{}kxjqz"
    for (place, byte) in order.utf8.enumerated() { ranks[Int(byte | 0x20)] = 64 - place }
    ranks[0x20] = 65
    return ranks
  }()
}
