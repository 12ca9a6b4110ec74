/// Looks for the element behind one that is damaged beyond balancing.
struct ElementSearch {
  let layout: ElementFinder.Layout
  /// With its quotes; empty where no whole object was seen yet.
  let firstKey: [UInt8]

  /// The length of the damaged element when the next one is found in `bytes`.
  func nextElement(in bytes: UnsafeRawBufferPointer) -> Int? {
    var from = 1
    while let brace = ByteSearch.firstIndex(of: UInt8(ascii: "{"), in: bytes, from: from) {
      if let stop = stopBefore(brace, in: bytes), opensElement(brace, in: bytes) { return stop }
      from = brace + 1
    }
    return nil
  }

  /// Where the damaged element ends when the next one begins at `brace`.
  private func stopBefore(_ brace: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let before = lastVisible(in: bytes, before: brace) else { return nil }
    switch layout {
    case .sequence: return bytes[brace - 1] == 0x0A ? before + 1 : nil
    case .list:
      guard bytes[before] == UInt8(ascii: ","),
        let last = lastVisible(in: bytes, before: before)
      else { return nil }
      // Without a key to go by, only an object before the comma makes this the list's own.
      return firstKey.isEmpty && bytes[last] != UInt8(ascii: "}") ? nil : last + 1
    }
  }

  private func opensElement(_ brace: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let key = ByteSearch.firstVisible(in: bytes, from: brace + 1) else { return false }
    guard !firstKey.isEmpty else { return bytes[key] == UInt8(ascii: "\"") }
    return bytes[key...].starts(with: firstKey)
  }

  private func lastVisible(in bytes: UnsafeRawBufferPointer, before index: Int) -> Int? {
    var at = index - 1
    while at >= 0, ByteSearch.isSpace(bytes[at]) { at -= 1 }
    return at >= 0 ? at : nil
  }

  /// The length of a last element that was not closed, without the list's own bracket.
  static func lengthWithoutClosing(
    _ bytes: UnsafeRawBufferPointer, layout: ElementFinder.Layout
  ) -> Int {
    var length = bytes.count
    while length > 1, ByteSearch.isSpace(bytes[length - 1]) { length -= 1 }
    if layout == .list, length > 1, bytes[length - 1] == UInt8(ascii: "]") {
      length -= 1
      while length > 1, ByteSearch.isSpace(bytes[length - 1]) { length -= 1 }
    }
    return length
  }
}
