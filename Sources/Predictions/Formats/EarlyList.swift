/// Chooses the list of rows of a document that is still arriving, for somebody who waits for a screen.
///
/// Which list holds the rows is known for sure when all of the document has come. Until then a list
/// that is named like rows is taken once it has an object. One without such a name must be none of
/// a row's own, since JSON Lines with a long first row begin alike: several elements have come, and
/// neither it nor what stands before it is named like a part of a prediction.
enum EarlyList {
  private static let leastElements = 2
  /// The document's own fields are looked for in so much of its beginning.
  private static let lookedAt = 1 << 20

  /// The list to take by now, in a document that begins at `start`; nothing where none is sure enough.
  static func choose(
    from outline: DocumentOutline, of file: FileBytes, from start: Int, at offset: Int
  ) throws(ReadError) -> DocumentOutline.Candidate? {
    guard let (list, isNamed, elements) = outline.openList(at: offset) else { return nil }
    if isNamed { return list }
    guard elements >= leastElements, let path = list.path else { return nil }
    let names = try fields(of: file, from: start, to: list.start)
    return (names + path.split(separator: ".").map(String.init)).contains(where: isPart)
      ? nil : list
  }

  /// The beginning of a document tells enough to go on with.
  static func isSure(from text: [UInt8], of file: FileBytes) -> Bool {
    var outline = DocumentOutline(rowsPath: nil)
    let taken = text.withUnsafeBytes { outline.read($0, at: 0, isLast: false) }
    if outline.isDecided { return true }
    return (try? choose(from: outline, of: file, from: 0, at: taken)) != nil
  }

  /// The names of the document's own fields before `end`.
  private static func fields(
    of file: FileBytes, from start: Int, to end: Int
  ) throws(ReadError) -> [String] {
    let text = try file.prefix(min(lookedAt, end - start), at: start)
    var scanner = JSONScanner()
    var tape = JSONTape()
    return text.withUnsafeBytes { bytes in
      _ = scanner.scan(bytes, into: &tape)
      guard tape.kind == .object else { return [] }
      var names: [String] = []
      var key = 1
      while key < tape[0].after, key < tape.count {
        names.append(tape.text(of: key, in: bytes))
        guard key + 1 < tape.count else { break }
        key = tape[key + 1].after
      }
      return names
    }
  }

  private static func isPart(_ name: String) -> Bool {
    let name = PartNames.normalised(name)
    return [Part.id, .input, .output, .target].contains {
      PartNames.names(of: $0).contains(name)
    }
  }
}
