import TestSupport
import Testing

@testable import Predictions

/// Texts cut for a list of rows.
@Suite("Excerpts")
struct ExcerptTests {
  @Test(
    "end between characters, also within a flood of marks",
    arguments: [
      "e" + String(repeating: "\u{301}", count: 20_000),
      "👩" + String(repeating: "\u{200D}👩", count: 9_000),
    ])
  func flood(text: String) {
    for limit in [0, 1, 2, 3, 4, 5, 1_000, Content.excerptLength] {
      let (content, isCut) = Content.text(text).cut(to: limit)
      let part = content.plainText
      #expect(isCut)
      #expect(part.utf8.count <= limit && part.utf8.count > limit - 4)
      #expect(text.unicodeScalars.starts(with: part.unicodeScalars))
    }
  }
}
