import Predictions

/// Texts that repeat, each kept once and named by a small number; 0 is kept free for "absent".
///
/// Looking up bytes that are known allocates nothing, which is what a replay does millions of times.
struct TextTable: Sendable {
  private struct Slot: Sendable {
    var hash: UInt64 = 0
    /// 0 marks a free slot.
    var code: UInt32 = 0
  }

  private(set) var texts: [String] = [""]
  private var slots = [Slot](repeating: Slot(), count: 64)
  /// The texts' bytes one behind the other, and where each of them ends.
  private var bytes: [UInt8] = []
  private var ends = [0]

  subscript(code: UInt32) -> String { texts[Int(code)] }

  /// The code of the text with these bytes, which are valid UTF-8; `expected` is looked at first.
  @inline(__always)
  mutating func code(for text: UnsafeRawBufferPointer, expecting expected: UInt32 = 0) -> UInt32 {
    expected > 0 && isEqual(text, to: expected) ? expected : foundCode(for: text)
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
      return slots[slot(of: bytes, Vocabulary.hash(bytes))].code
    }
  }

  /// The text of a code, nothing for 0.
  func text(_ code: UInt32) -> String? { code == 0 ? nil : texts[Int(code)] }

  private mutating func foundCode(for text: UnsafeRawBufferPointer) -> UInt32 {
    let hash = Vocabulary.hash(text)
    let slot = slot(of: text, hash)
    if slots[slot].code > 0 { return slots[slot].code }
    let code = UInt32(texts.count)
    texts.append(String(decoding: text, as: UTF8.self))
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    slots[slot] = Slot(hash: hash, code: code)
    if texts.count * 2 > slots.count { grow() }
    return code
  }

  /// The slot that holds the text, or the free one where it would be.
  private func slot(of text: UnsafeRawBufferPointer, _ hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[place].code > 0 {
      if slots[place].hash == hash, isEqual(text, to: slots[place].code) { break }
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  @inline(__always)
  private func isEqual(_ text: UnsafeRawBufferPointer, to code: UInt32) -> Bool {
    let (start, end) = (ends[Int(code) - 1], ends[Int(code)])
    guard text.count == end - start else { return false }
    return bytes.withUnsafeBytes {
      text.isEqual(to: UnsafeRawBufferPointer(rebasing: $0[start..<end]))
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.code > 0 {
      var place = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
      while slots[place].code > 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }
}
