/// Texts that hardly repeat, one behind the other in chunks that copies of the pile share.
///
/// A text is named by where it lies, so a record that has one refers to nothing.
struct TextPile: Sendable {
  /// Where a text lies.
  struct Text: Sendable {
    var chunk: UInt32 = 0
    var start: UInt32 = 0
    var count: UInt32 = 0
  }

  private static let chunkSize = 1 << 16
  private var chunks: [[UInt8]] = [[]]

  subscript(text: Text) -> String {
    let start = Int(text.start)
    return String(
      decoding: chunks[Int(text.chunk)][start..<start + Int(text.count)], as: UTF8.self)
  }

  mutating func append(_ text: String) -> Text {
    let bytes = Array(text.utf8)
    return append(bytes).moved(Text(chunk: 0, start: 0, count: UInt32(bytes.count)))
  }

  /// Adds many texts at once, and says how far those that lie in `bytes` alone are moved by that.
  mutating func append(_ bytes: [UInt8]) -> Shift {
    let last = chunks.count - 1
    guard chunks[last].count + bytes.count > Self.chunkSize else {
      let shift = Shift(chunk: UInt32(last), start: UInt32(chunks[last].count))
      chunks[last] += bytes
      return shift
    }
    chunks.append(bytes)
    return Shift(chunk: UInt32(last + 1), start: 0)
  }

  /// From the texts of a pile of one chunk to those of the pile that it was added to.
  struct Shift: Sendable {
    fileprivate let chunk: UInt32
    fileprivate let start: UInt32

    func moved(_ text: Text) -> Text {
      Text(chunk: chunk, start: start + text.start, count: text.count)
    }
  }
}
