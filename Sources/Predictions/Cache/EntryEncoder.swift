/// Writes numbers and texts behind each other, for ``EntryDecoder`` to read.
struct EntryEncoder {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes how many there are and then each.
  mutating func add<Element>(
    each elements: some Collection<Element>, _ body: (inout EntryEncoder, Element) -> Void
  ) {
    add(elements.count)
    for element in elements { body(&self, element) }
  }
}

/// What is wrong with an entry of the cache: it is of no use, and that is all one needs to know.
struct EntryDamage: Error {}

/// Reads what ``EntryEncoder`` wrote, trusting none of it: a length beyond the bytes is damage.
struct EntryDecoder {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  mutating func word() throws(EntryDamage) -> UInt64 {
    guard bytes.count - at >= 8 else { throw EntryDamage() }
    defer { at += 8 }
    let word = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: UInt64.self) }
    return UInt64(littleEndian: word)
  }

  mutating func number() throws(EntryDamage) -> Int {
    Int(Int64(bitPattern: try word()))
  }

  /// A number of things, each of which takes at least a byte.
  mutating func count() throws(EntryDamage) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - at else { throw EntryDamage() }
    return count
  }

  mutating func text() throws(EntryDamage) -> String {
    let count = try count()
    defer { at += count }
    return String(decoding: bytes[at..<at + count], as: UTF8.self)
  }

  /// Words of half the size, as they lie in memory.
  mutating func words(_ count: Int) throws(EntryDamage) -> [UInt32] {
    let length = count * MemoryLayout<UInt32>.stride
    guard bytes.count - at >= length else { throw EntryDamage() }
    defer { at += length }
    return bytes.withUnsafeBytes { bytes in
      [UInt32](unsafeUninitializedCapacity: count) { room, used in
        UnsafeMutableRawBufferPointer(room).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[at..<at + length]))
        used = count
      }
    }
  }

  mutating func each<Element>(
    _ body: (inout EntryDecoder) throws(EntryDamage) -> Element
  ) throws(EntryDamage) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<(try count()) { elements.append(try body(&self)) }
    return elements
  }
}
