/// Names of people in the paths of their folders: `/home/jane`, `/Users/jane`, `C:\Users\jane`.
struct HomeFolderFinder: PlaceFinder {
  private static let longest = 64

  func look(at place: Int, in text: RedactionText) -> Glance {
    guard text[place].isOne(of: "/\\"), let folder = Self.folder(in: text, at: place) else {
      return .nothing
    }
    let start = place + folder
    let end = text.end(from: start, most: Self.longest) { $0.isWord || $0.isOne(of: "._-") }
    return end > start ? .found(start..<end, .user) : .nothingUntil(end)
  }

  /// How long the folder of all people's folders is that begins at `index`.
  private static func folder(in text: RedactionText, at index: Int) -> Int? {
    let isWindows = text[index - 1] == UInt32(ascii: ":") && text[index - 2].isLetter
    guard isWindows || (!text[index - 1].isWord && !text[index - 1].isOne(of: "._-/")) else {
      return nil
    }
    // Backslashes are twice there in text that is code.
    for name in ["/home/", "/users/", "\\users\\", "\\\\users\\\\"] as [StaticString]
    where text.has(name, at: index) {
      return name.utf8CodeUnitCount
    }
    return nil
  }
}
