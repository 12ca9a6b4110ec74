import Foundation
import TestSupport
import Testing

@testable import Predictions

@Suite("Files in encodings that no mark names")
struct EncodingGuessTests {
  private static func notes(_ bytes: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    let file = folder.path(of: "a.csv")
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    let store = try PredictionStore.open([file], options: OpenOptions())
    return store.waitUntilComplete().files[0].notes.joined(separator: "\n")
  }

  @Test("western European text in single bytes is named with the way out")
  func windows() throws {
    let text = "id,text\n1,caf\u{E9} au lait\n2,plain\n3,\u{DC}berweisung\n4,f\u{FC}r dich\n"
    let notes = try Self.notes(text.unicodeScalars.map { UInt8($0.value) })
    #expect(notes.contains("3 of the first 4 rows are not UTF-8"))
    #expect(notes.contains("iconv -f WINDOWS-1252 -t UTF-8"))
    #expect(notes.contains("> utf-8-a.csv"))
  }

  @Test("text in another script is not called western European")
  func otherScript() throws {
    let row = Array("1,".utf8) + [0x8F, 0xEE, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x0A]
    let notes = try Self.notes(Array("id,text\n".utf8) + row + row + row)
    #expect(!notes.contains("likely"))
    #expect(notes.contains("iconv -f ENCODING -t UTF-8"))
  }

  @Test("a few damaged rows say nothing about the file")
  func fewRows() throws {
    let good = Array(repeating: Array("1,plain\n".utf8), count: 40).joined()
    let notes = try Self.notes(Array("id,text\n".utf8) + [0x31, 0x2C, 0xE9, 0x0A] + good)
    #expect(!notes.contains("iconv"))
  }
}
