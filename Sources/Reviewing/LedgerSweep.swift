import Predictions

/// Reads whole ledger files from their start, each line with its place, for the `ledger` commands.
///
/// Unlike the replay it hashes, keeps every word and stops at nothing.
struct LedgerSweep {
  struct Line {
    let file: Int
    /// The line's number in its file, from 1, its first byte and its length without line break.
    let number: Int
    let offset: Int
    let length: Int
    let isWhole: Bool
    let bytes: UnsafeRawBufferPointer
    let event: Result<LedgerEvent, LineFault>

    /// What the line's hash is to `prev` and heads.
    var digest: ContentDigest {
      var hasher = SHA256()
      hasher.update(bytes)
      return hasher.digest
    }
  }

  let files: [OpenFile]

  /// Opens the files, which must all be there.
  init(_ paths: [String]) throws(LedgerError) {
    var files: [OpenFile] = []
    for path in paths {
      switch OpenFile.open(path, toAppend: false) {
      case .success(let file):
        if !files.contains(where: { $0.identity == file.identity }) { files.append(file) }
      case .failure(.system(let errno)): throw .cannotRead(path: path, errno)
      case .failure(.notARegularFile(let kind)): throw .notARegularFile(path: path, kind: kind)
      }
    }
    self.files = files
  }

  /// Hands over every line that is not blank, file by file.
  func forEach(_ body: (Line) -> Void) throws(LedgerError) {
    var reader = LedgerLineReader(.whole)
    for (index, file) in files.enumerated() {
      guard case .success(let status) = file.status() else { continue }
      var number = 0
      let failure = LineWalk.walk(file, from: 0, to: status.size) { line in
        number += 1
        guard line.isTooLong || line.bytes.contains(where: { $0 != 0x20 && $0 != 0x0D }) else {
          return
        }
        body(
          Line(
            file: index, number: number, offset: line.offset, length: line.length,
            isWhole: line.isWhole, bytes: line.bytes, event: Self.event(line, &reader)))
      }
      if let failure { throw .cannotRead(path: file.path, failure) }
    }
  }

  /// What is wrong with a line, where something is.
  func damage(_ line: Line) -> LedgerDamage? {
    guard case .failure(let fault) = line.event else { return nil }
    return LedgerDamage(
      path: files[line.file].path, line: line.number, offset: line.offset,
      kind: line.isWhole ? fault.kind : .torn)
  }

  private static func event(
    _ line: LineWalk.Line, _ reader: inout LedgerLineReader
  ) -> Result<LedgerEvent, LineFault> {
    guard !line.isTooLong else {
      return .failure(.notJSON("longer than \(LineWalk.maximumLength) bytes"))
    }
    do throws(LineFault) {
      return .success(try reader.read(line.bytes))
    } catch {
      return .failure(error)
    }
  }
}
