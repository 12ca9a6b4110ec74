import Foundation
import Predictions
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Files that cannot be opened")
struct OpenErrorTests {
  @Test(
    "a file without a value is empty", arguments: ["", "\n", " \r\n\t", "\u{FEFF}", "\u{FEFF}\n"])
  func empty(content: String) throws {
    for name in ["a.jsonl", "a.json", "a.csv", "a"] {
      let error = #expect(throws: OpenError.self) { try FoundRows(content, name: name) }
      #expect(error?.sentence.hasPrefix("no predictions in ") == true)
    }
  }

  @Test(
    "a file in another encoding is named with the way out",
    arguments: [
      (String.Encoding.utf16LittleEndian, "UTF-16LE"), (.utf16BigEndian, "UTF-16BE"),
      (.utf32LittleEndian, "UTF-32LE"),
      (.utf32BigEndian, "UTF-32BE"),
    ])
  func encodings(encoding: String.Encoding, name: String) throws {
    for text in ["{\"id\":1}\n", "\u{FEFF}{\"id\":1}\n", "id,text\n1,é\n"] {
      let bytes = try #require(text.data(using: encoding))
      let error = #expect(throws: OpenError.self) { try FoundRows(bytes, name: "a.jsonl") }
      #expect(
        error?.sentence.contains("is \(name), not UTF-8: convert it with iconv -f \(name) -t UTF-8")
          == true)
    }
  }

  @Test(
    "a compressed file is named with the command that unpacks it",
    arguments: [
      ([0x1F, 0x8B, 8, 0], "a.jsonl.gz", "gzip -dc"),
      ([0x28, 0xB5, 0x2F, 0xFD], "a.jsonl.zst", "zstd -dc"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "a.jsonl.xz", "xz -dc"),
      (Array("BZh91AY&SY".utf8), "a.jsonl.bz2", "bzip2 -dc"),
      ([0x50, 0x4B, 3, 4], "a.zip", "unzip -p"),
      ([0x50, 0x4B, 3, 4], "a.eval", "inspect log dump"),
    ])
  func compressed(start: [UInt8], name: String, command: String) throws {
    let error = #expect(throws: OpenError.self) { try FoundRows(start + [0, 0, 0], name: name) }
    #expect(error?.sentence.contains("unpack it with \(command) ") == true)
  }

  @Test(
    "the suggested name says what the unpacked file is",
    arguments: [
      ("a.jsonl.gz", "a.jsonl"), ("a.gz", "a.jsonl"), ("a.jsonl", "unpacked-a.jsonl"),
      ("my a.csv.GZ", "'my a.csv'"), (".gz", "unpacked-.gz"),
    ])
  func unpackedNames(name: String, target: String) {
    let sentence = OpenError.compressed(path: "x/\(name)", .gzip).sentence
    #expect(sentence.hasSuffix(" > \(target)"))
  }

  @Test("an empty name and a file that may not be read are said with what to do")
  func names() {
    #expect(OpenError.missing(path: "").sentence.hasPrefix("the name of a file is empty"))
    let denied = OpenError.notReadable(path: "it's", errno: .permissionDenied).sentence
    #expect(denied.hasSuffix(#"chmod u+r 'it'\''s'"#))
  }

  @Test("what is missing, a folder or a pipe is said to be one")
  func places() throws {
    let folder = try TemporaryFolder()
    let missing = folder.path(of: "none.jsonl")
    #expect(throws: OpenError.missing(path: missing)) { try RowFile.open(missing) }
    let below = try folder.write("x", to: "file") + "/none.jsonl"
    #expect(throws: OpenError.missing(path: below)) { try RowFile.open(below) }
    #expect(throws: OpenError.isDirectory(path: folder.path)) { try RowFile.open(folder.path) }
    #expect(throws: OpenError.notAFile(path: "/dev/null")) { try RowFile.open("/dev/null") }
    let pipe = folder.path(of: "pipe.jsonl")
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(throws: OpenError.notAFile(path: pipe)) { try RowFile.open(pipe) }
  }

  @Test("bytes that are no text are refused where the name does not say what they are")
  func binary() throws {
    #expect(throws: OpenError.self) {
      try FoundRows([0x7F, 0x45, 0x4C, 0x46, 2, 1, 0, 0], name: "a")
    }
    #expect(throws: OpenError.self) { try FoundRows("PAR1\u{15}", name: "a.parquet") }
    #expect(throws: OpenError.self) { try FoundRows("just words", name: "a.txt") }
  }
}
