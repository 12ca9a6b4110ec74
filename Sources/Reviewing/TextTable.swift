/// Texts that repeat, each kept once and named by a small number; 0 is kept free for "absent".
///
/// Looking up bytes that are known allocates nothing, which is what a replay does millions of times.
struct TextTable: Sendable {
  private(set) var texts: [String] = [""]
  private var codes: [Int: UInt32] = [:]

  subscript(code: UInt32) -> String { texts[Int(code)] }

  /// The code of the text with these bytes, which are valid UTF-8.
  mutating func code(for bytes: UnsafeRawBufferPointer) -> UInt32 {
    var place = Self.hash(bytes)
    while let code = codes[place] {
      if Self.isEqual(texts[Int(code)], bytes) { return code }
      place &+= 1
    }
    let code = UInt32(texts.count)
    texts.append(String(decoding: bytes, as: UTF8.self))
    codes[place] = code
    return code
  }

  mutating func code(for text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { code(for: UnsafeRawBufferPointer($0)) }
  }

  /// The code of a text that may be absent.
  mutating func code(for text: String?) -> UInt32 {
    guard let text else { return 0 }
    return code(for: text)
  }

  /// The code of a text, 0 where it was never added.
  func existingCode(for text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { utf8 in
      let bytes = UnsafeRawBufferPointer(utf8)
      var place = Self.hash(bytes)
      while let code = codes[place] {
        if Self.isEqual(texts[Int(code)], bytes) { return code }
        place &+= 1
      }
      return 0
    }
  }

  /// The text of a code, nothing for 0.
  func text(_ code: UInt32) -> String? { code == 0 ? nil : texts[Int(code)] }

  private static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: bytes)
    return hasher.finalize()
  }

  private static func isEqual(_ text: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let isEqual = text.utf8.withContiguousStorageIfAvailable { storage in
      storage.count == bytes.count && storage.elementsEqual(bytes)
    }
    return isEqual ?? text.utf8.elementsEqual(bytes)
  }
}

/// Lists of names that repeat, each kept once.
///
/// A list is found by the text it was written as, so that a known list is not decoded again.
struct ListTable: Sendable {
  private var sources = TextTable()
  private(set) var lists: [[String]] = [[]]

  subscript(code: UInt32) -> [String] { lists[Int(code)] }

  /// The code of the list written as `source`; `decode` runs only where it is new.
  mutating func code(
    for source: UnsafeRawBufferPointer, decode: () -> [String]
  ) -> UInt32 {
    let code = sources.code(for: source)
    if Int(code) == lists.count { lists.append(decode()) }
    return code
  }

  mutating func code(for list: [String]) -> UInt32 {
    guard !list.isEmpty else { return 0 }
    var source = LineJSON.array(list)
    return source.withUTF8 { code(for: UnsafeRawBufferPointer($0)) { list } }
  }
}
