/// The first bytes of what is still arriving, by which is decided what it is.
struct StreamBeginning {
  private let file: FileBytes

  init(_ file: FileBytes) { self.file = file }

  /// Waits for the first mebibyte, or for all there is.
  ///
  /// - Parameter inHurry: after a short while a line is enough to begin with.
  func wait(inHurry: Bool) throws(OpenError) {
    guard let growth = file.growth else { return }
    let takesLess = inHurry || growth.kind == .followed
    growth.waitForBeginning(
      FormatRecognition.prefixLength, isEnough: takesLess ? { isEnough($0) } : nil)
    if growth.size == 0, let interruption = growth.interruption {
      throw .stream(interruption)
    }
  }

  /// A line came whole that has something on it, or elements of a list.
  private func isEnough(_ size: Int) -> Bool {
    guard let text = try? file.prefix(size),
      let first = text.first(where: { !ByteSearch.isSpace($0) })
    else { return false }
    if file.isWhole { return true }
    if first == UInt8(ascii: "[") { return text.contains(UInt8(ascii: "}")) }
    if let lineFeed = text.lastIndex(of: 0x0A),
      text[..<lineFeed].contains(where: { !ByteSearch.isSpace($0) })
    {
      return true
    }
    return first == UInt8(ascii: "{") && EarlyList.isSure(from: text, of: file)
  }
}
