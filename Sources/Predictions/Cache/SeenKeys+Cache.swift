extension SeenKeys {
  /// What lies before the tables' slots in the cache: how often ids repeat, and the tables' lengths.
  ///
  /// Rows keep no hash of their id, so an index that goes on could not make the tables again.
  var encodedHead: [UInt8] {
    var encoder = EntryEncoder()
    encoder.add(each: occurrences.sorted { $0.key < $1.key }) { encoder, occurrence in
      encoder.add(occurrence.key)
      encoder.add(occurrence.value)
    }
    encoder.add(each: tables) { $0.add($1.tags.count) }
    return encoder.bytes
  }

  /// The length of all in bytes.
  var encodedLength: Int {
    tables.reduce(encodedHead.count) { $0 + $1.tags.count * MemoryLayout<UInt32>.stride }
  }

  /// Of all of it, piece by piece.
  func checksum(seed: UInt64) -> Checksum {
    var checksum = Checksum(seed: seed)
    checksum.add(encodedHead)
    for table in tables { table.tags.withUnsafeBytes { checksum.add($0) } }
    return checksum
  }

  init(decoding bytes: [UInt8]) throws(EntryDamage) {
    var decoder = EntryDecoder(bytes)
    let pairs = try decoder.each { decoder throws(EntryDamage) in
      (try decoder.word(), try decoder.number())
    }
    let lengths = try decoder.each { decoder throws(EntryDamage) in try decoder.count() }
    var tables: [Table] = []
    for length in lengths { tables.append(Table(tags: try decoder.words(length))) }
    let occurrences = Dictionary(pairs) { $1 }
    guard let keys = SeenKeys(tables: tables, occurrences: occurrences) else {
      throw EntryDamage()
    }
    self = keys
  }
}
