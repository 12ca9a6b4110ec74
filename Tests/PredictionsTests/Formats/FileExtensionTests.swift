import Testing

@testable import Predictions

@Suite("What a file's name says")
struct FileExtensionTests {
  @Test(
    "is said by its last ending, whatever folders are called",
    arguments: [
      ("a.jsonl", .lines), ("runs/v1.json/a.NDJSON", .lines), ("/runs/a.json", .document),
      ("a.b.csv", .commas), ("a.csv.gz", .commas), ("a.Tsv.ZST", .tabs), ("a.csv/", .commas),
      ("caf\u{E9}.json", .document), ("\u{301}.jsonl", .lines), ("a", .other), ("a.gz", .other),
      (".jsonl", .other), ("a.csv/b", .other), ("a.txt", .other), ("", .other), ("/", .other),
    ] as [(String, FileExtension)])
  func endings(path: String, found: FileExtension) {
    #expect(FileExtension(path: path) == found)
  }
}
