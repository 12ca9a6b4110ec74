import Foundation
import Predictions
import TestSupport
import Testing

@Suite("The minefield of JSON Lines", .enabled(if: SharedFolder.hasCorpus("jsonl-minefield")))
struct MinefieldTests {
  enum Outcome: Sendable {
    case rows(accepted: Int, damaged: [RowDamage.Reason] = [])
    case empty
    case compressed(Compression)
    case encoding(TextEncoding)
  }

  static let outcomes: [(name: String, outcome: Outcome)] = [
    ("bom-first-line", .rows(accepted: 1)), ("crlf", .rows(accepted: 2)),
    ("no-final-newline", .rows(accepted: 2)),
    ("truncated-last", .rows(accepted: 1, damaged: [.stringNotClosed])),
    ("blank-lines", .rows(accepted: 2)),
    ("nul-inside", .rows(accepted: 0, damaged: [.controlInString])),
    ("nul-padding", .rows(accepted: 2, damaged: [.unexpectedByte])),
    ("lone-high", .rows(accepted: 1)), ("lone-low", .rows(accepted: 1)),
    ("swapped", .rows(accepted: 1)),
    ("pair", .rows(accepted: 1)), ("dup-keys", .rows(accepted: 1)),
    ("dup-keys-escaped", .rows(accepted: 1)),
    ("bigint", .rows(accepted: 1)), ("id-precision", .rows(accepted: 2)),
    ("float", .rows(accepted: 1)),
    ("python-nan", .rows(accepted: 1)),
    ("trailing-comma", .rows(accepted: 0, damaged: [.unexpectedByte])),
    ("single-quotes", .rows(accepted: 0, damaged: [.unexpectedByte])),
    ("comment", .rows(accepted: 1, damaged: [.unexpectedByte])),
    ("top-scalars", .rows(accepted: 5)),
    ("array-file", .rows(accepted: 2)), ("pretty-array", .rows(accepted: 2)),
    ("concatenated", .rows(accepted: 0, damaged: [.textAfterValue])),
    // Rows may be nested 512 deep.
    ("deep-1000", .rows(accepted: 0, damaged: [.nestedTooDeep])),
    ("deep-100000", .rows(accepted: 0, damaged: [.nestedTooDeep])),
    ("deep-open", .rows(accepted: 1, damaged: [.nestedTooDeep])), ("u2028", .rows(accepted: 1)),
    ("vt-ff", .rows(accepted: 1)),
    ("raw-control", .rows(accepted: 0, damaged: [.controlInString])),
    ("raw-newline", .rows(accepted: 0, damaged: [.stringNotClosed, .badLiteral])),
    ("invalid-utf8", .rows(accepted: 0, damaged: [.badUTF8])),
    ("latin1", .rows(accepted: 0, damaged: [.badUTF8])),
    ("utf16le", .encoding(.utf16LittleEndian)), ("utf16be", .encoding(.utf16BigEndian)),
    ("gzip-magic", .compressed(.gzip)),
    ("empty", .empty), ("only-newline", .empty), ("key-empty", .rows(accepted: 1)),
    ("key-proto", .rows(accepted: 1)),
    ("key-control", .rows(accepted: 1)), ("long-key", .rows(accepted: 1)),
    ("many-keys", .rows(accepted: 1)),
    ("escapes", .rows(accepted: 1)), ("whitespace", .rows(accepted: 1)),
    ("one-mb-line", .rows(accepted: 1)),
  ]

  static func path(_ name: String) -> String {
    SharedFolder.corpus("jsonl-minefield").appending(path: "\(name).jsonl").path
  }

  @Test("each file ends as it should", arguments: outcomes)
  func outcome(name: String, outcome: Outcome) throws {
    let path = Self.path(name)
    switch outcome {
    case .rows(let accepted, let damaged):
      let found = try FoundRows(path: path)
      #expect(found.accepted == accepted)
      #expect(found.faults.compactMap { $0 } == damaged)
      #expect(found.documentDamage == nil)
    case .empty: #expect(throws: OpenError.empty(path: path)) { try RowFile.open(path) }
    case .compressed(let kind):
      #expect(throws: OpenError.compressed(path: path, kind)) { try RowFile.open(path) }
    case .encoding(let encoding):
      #expect(throws: OpenError.encoding(path: path, encoding)) { try RowFile.open(path) }
    }
  }

  @Test("each file has an outcome here")
  func complete() throws {
    let file = SharedFolder.corpus("jsonl-minefield").appending(path: "EXPECTED.json")
    let expected = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
    #expect(Set(expected.keys) == Set(Self.outcomes.map(\.name)))
  }

  @Test("repeated keys are noticed and texts are decoded")
  func contents() throws {
    func row(_ name: String) throws -> Scanned {
      Scanned(try FoundRows(path: Self.path(name)).texts[0])
    }
    #expect(try row("dup-keys").hasDuplicateKeys)
    #expect(try row("dup-keys-escaped").hasDuplicateKeys)
    #expect(try !row("many-keys").hasDuplicateKeys)
    #expect(try row("lone-high").text(at: "output") == "x\u{FFFD}")
    #expect(try row("pair").text(at: "output") == "😀")
    #expect(try row("bigint").text(at: "n") == "123456789012345678901234567890")
    #expect(try row("float").text(at: "q") == "1e400")
  }
}
