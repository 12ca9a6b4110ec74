import Foundation
import Predictions
import TestSupport
import Testing

@Suite("Conformance suites beside the package")
struct ConformanceTests {
  static let bareWords: Set = [
    "n_number_NaN.json", "n_number_infinity.json", "n_number_minus_infinity.json",
  ]

  static let documentsWithoutRows: Set = [
    "i_structure_UTF-8_BOM_empty_object.json", "i_object_key_lone_2nd_surrogate.json",
  ]

  static func suite(_ prefix: String) throws -> [URL] {
    try SharedFolder.files(in: SharedFolder.corpus("JSONTestSuite").appending(path: "test_parsing"))
      .filter { $0.lastPathComponent.hasPrefix(prefix) }
  }

  @Test(
    "every text that must be accepted is", .enabled(if: SharedFolder.hasCorpus("JSONTestSuite")))
  func accepted() throws {
    let files = try Self.suite("y_")
    #expect(files.count == 95)
    for file in files {
      #expect(Scanned(Array(try Data(contentsOf: file))).fault == nil, "\(file.lastPathComponent)")
    }
  }

  @Test(
    "every text that must be refused is, but for bare NaN and infinities",
    .enabled(if: SharedFolder.hasCorpus("JSONTestSuite")))
  func refused() throws {
    let files = try Self.suite("n_")
    #expect(files.count == 188)
    for file in files {
      let fault = Scanned(Array(try Data(contentsOf: file))).fault
      let name = file.lastPathComponent
      #expect((fault == nil) == Self.bareWords.contains(name), "\(name)")
    }
  }

  @Test(
    "texts that may be either are rows with their bytes, or their encoding is named",
    .enabled(if: SharedFolder.hasCorpus("JSONTestSuite")))
  func either() throws {
    let files = try Self.suite("i_")
    #expect(files.count == 35)
    for file in files {
      do {
        let found = try FoundRows(path: file.path)
        let isObject = Self.documentsWithoutRows.contains(file.lastPathComponent)
        #expect(found.texts.isEmpty == isObject, "\(file.lastPathComponent)")
      } catch OpenError.encoding {
        #expect(file.lastPathComponent.lowercased().contains("utf"))
      }
    }
  }

  @Test(
    "numbers keep their digits and keys stay apart",
    .enabled(if: SharedFolder.hasCorpus("JSONTestSuite")))
  func transformed() throws {
    let folder = SharedFolder.corpus("JSONTestSuite").appending(path: "test_transform")
    let files = try SharedFolder.files(in: folder)
    #expect(files.count == 22)
    for file in files {
      let name = file.lastPathComponent
      let scanned = Scanned(Array(try Data(contentsOf: file)))
      #expect(scanned.tape.isComplete, "\(name)")
      #expect(scanned.hasDuplicateKeys == name.contains("same_key"), "\(name)")
      guard name.hasPrefix("number_") else { continue }
      let written = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      #expect(scanned.canonicalJSON == written.filter { !$0.isWhitespace }, "\(name)")
    }
  }

  @Test(
    "invalid UTF-8 becomes U+FFFD by maximal subparts, and valid text nothing else",
    .enabled(if: SharedFolder.hasCorpus("utf8-stress")))
  func stress() throws {
    struct Case: Decodable {
      let id: String
      let hex: String
      let valid_rfc3629: Bool
      let whatwg_replacement: String
    }
    let file = SharedFolder.corpus("utf8-stress").appending(path: "kuhn-cases.json")
    let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
    #expect(cases.count == 80)
    for test in cases {
      let bytes = Self.bytes(hex: test.hex)
      // Controls are no part of the question here, and bare ones are damage of another kind.
      guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else { continue }
      let scanned = Scanned([0x22] + bytes + [0x22])
      #expect((scanned.fault == nil) == test.valid_rfc3629, "\(test.id)")
      #expect(scanned.text == test.whatwg_replacement, "\(test.id)")
      let escaped = Scanned(Array("\"\\t".utf8) + bytes + Array("\\t\"".utf8))
      #expect(escaped.text == "\t\(test.whatwg_replacement)\t", "\(test.id)")
    }
  }

  @Test(
    "invalid UTF-8 of the second suite becomes U+FFFD as it says",
    .enabled(if: SharedFolder.hasCorpus("utf8-stress")))
  func flenniken() throws {
    let file = SharedFolder.corpus("utf8-stress").appending(path: "flenniken/utf8tests.txt")
    var cases = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: ":", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard !line.hasPrefix("#"), parts.count > 2 else { continue }
      cases += 1
      let isText = parts[1] == "valid"
      let bytes = isText ? Array(parts[2].utf8) : Self.bytes(hex: parts[2])
      guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else { continue }
      let expected = parts[1] == "invalid hex" ? Self.bytes(hex: parts[4]) : bytes
      let scanned = Scanned([0x22] + bytes + [0x22])
      #expect(scanned.fault?.reason == (parts[1] == "invalid hex" ? .badUTF8 : nil), "\(line)")
      #expect(scanned.text.map { Array($0.utf8) } == expected, "\(line)")
    }
    #expect(cases == 222)
  }

  @Test(
    "a table of spectrum reads as its JSON says",
    .enabled(if: SharedFolder.hasCorpus("csv-spectrum")))
  func spectrum() throws {
    let folder = SharedFolder.corpus("csv-spectrum")
    let files = try SharedFolder.files(in: folder.appending(path: "csvs"))
    #expect(files.count == 12)
    for file in files {
      let name = file.deletingPathExtension().lastPathComponent
      let twin = folder.appending(path: "json/\(name).json")
      let found = try FoundRows(path: file.path)
      // The twin of this one holds another number than the table.
      guard name != "location_coordinates" else {
        #expect(found.accepted == 1)
        continue
      }
      let expected = try JSONDecoder().decode(
        [[String: String]].self, from: Data(contentsOf: twin))
      #expect(try Self.objects(found) == expected, "\(name)")
    }
  }

  static func objects(_ found: FoundRows) throws -> [[String: String]] {
    guard case .table(let layout, let header, _, _) = found.format else { return [] }
    var scanner = DelimitedScanner(layout: layout, columns: header.count)
    var cells = DelimitedCells()
    return found.texts.map { text in
      Array(text.utf8).withUnsafeBytes { row in
        _ = scanner.scan(row, into: &cells)
        let pairs = zip(header, (0..<cells.count).map { cells.text(of: $0, in: row) })
        return Dictionary(uniqueKeysWithValues: pairs)
      }
    }
  }

  static func bytes(hex: String) -> [UInt8] {
    let digits = hex.filter { $0.isHexDigit }.map { $0 }
    return stride(from: 0, to: digits.count, by: 2)
      .compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
  }
}
