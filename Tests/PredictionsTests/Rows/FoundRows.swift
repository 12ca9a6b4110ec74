import Foundation
import Predictions
import TestSupport

/// A file's rows as a test wants to see them.
struct FoundRows {
  let format: RowFormat
  let notes: [String]
  /// Each row's bytes as text.
  let texts: [String]
  let positions: [RowPosition]
  /// Each row's fault, as the scanner for the format gives it.
  let faults: [RowDamage.Reason?]
  let documentDamage: RowDamage?

  /// Reads `content` from a file of that name, in blocks of `blockSize` bytes.
  init(
    _ content: some Sequence<UInt8>, name: String, rows: String? = nil, blockSize: Int = 1 << 16
  ) throws {
    let folder = try TemporaryFolder()
    try self.init(
      path: folder.write(Data(content), to: name), rows: rows, blockSize: blockSize)
  }

  init(_ content: String, name: String, rows: String? = nil, blockSize: Int = 1 << 16) throws {
    try self.init(content.utf8, name: name, rows: rows, blockSize: blockSize)
  }

  init(path: String, rows: String? = nil, blockSize: Int = 1 << 16) throws {
    let file = try RowFile.open(path, rowsPath: rows, blockSize: blockSize)
    var source = file.rows()
    var block = RowBlock()
    var texts: [String] = []
    var positions: [RowPosition] = []
    var faults: [RowDamage.Reason?] = []
    var judge = Judge(file.format)
    while try source.next(into: &block) {
      block.forEachRow { position, bytes in
        positions.append(position)
        texts.append(String(decoding: bytes, as: UTF8.self))
        faults.append(judge.fault(bytes)?.reason)
      }
    }
    format = file.format
    notes = file.notes
    self.texts = texts
    self.positions = positions
    self.faults = faults
    documentDamage = source.documentDamage
  }

  /// How many rows can be read.
  var accepted: Int { faults.count { $0 == nil } }

  private struct Judge {
    var scanner = JSONScanner()
    var tape = JSONTape()
    var cells = DelimitedCells()
    var delimited: DelimitedScanner?

    init(_ format: RowFormat) {
      guard case .table(let layout, let header, _, _) = format else { return }
      delimited = DelimitedScanner(layout: layout, columns: header.count)
    }

    mutating func fault(_ bytes: UnsafeRawBufferPointer) -> RowFault? {
      if delimited == nil { return scanner.scan(bytes, into: &tape) }
      return delimited?.scan(bytes, into: &cells)
    }
  }
}
