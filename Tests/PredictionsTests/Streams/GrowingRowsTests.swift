import SystemPackage
import TestSupport
import Testing

@testable import Predictions

/// The rows of a file that is written while they are looked for.
@Suite("Rows that grow")
struct GrowingRowsTests {
  @Test(
    "after every byte the rows are a beginning of those of the whole file",
    arguments: [
      ("a.jsonl", #"{"id":1,"s":"ä\n"}"# + "\n\n" + #"{"id":2"# + "\n[1]\r\n{}\n"),
      ("a.json", #"[{"id":1,"s":"a]"},"# + "\n" + #" {"id":2}, 17, {"id":3}]"# + "\n"),
    ])
  func everyByte(name: String, text: String) throws {
    let folder = try TemporaryFolder()
    let bytes = Array(text.utf8)
    let whole = try Self.rows(of: RowFile.open(folder.write(text, to: name)))
    for blockSize in [16, 64] {
      let spool = try Spool.create(in: folder.path)
      let growth = Growth()
      let writer = Writer(spool: spool, growth: growth)
      try writer.write(bytes[..<16])
      let file = try RowFile.open(growing: spool.file, path: name, growth: growth)
      var source = file.rows(blockSize: blockSize)
      var found: [RowPosition] = []
      for at in 16...bytes.count {
        if at < bytes.count { try writer.write(bytes[at..<at + 1]) } else { growth.finish() }
        try Self.take(from: &source, into: &found)
        #expect(whole.starts(with: found))
      }
      #expect(found == whole)
    }
  }

  private static func rows(of file: RowFile) throws -> [RowPosition] {
    var source = file.rows()
    var rows: [RowPosition] = []
    try take(from: &source, into: &rows)
    return rows
  }

  private static func take(from source: inout RowSource, into rows: inout [RowPosition]) throws {
    var block = RowBlock()
    while try source.next(into: &block) { rows += block.rows }
  }

  private final class Writer {
    private let spool: Spool
    private let growth: Growth
    private var size = 0

    init(spool: Spool, growth: Growth) {
      self.spool = spool
      self.growth = growth
    }

    func write(_ bytes: some Collection<UInt8>) throws {
      size += try spool.file.descriptor.writeAll(toAbsoluteOffset: Int64(size), bytes)
      growth.advance(to: size)
    }
  }
}
