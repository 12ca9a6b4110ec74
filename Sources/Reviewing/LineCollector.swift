import Predictions

/// Finds out what lines say, one after the other with the same memory, and gathers it for an intake.
///
/// What it gathers may go to one intake alone, whose names it learns.
struct LineCollector: Sendable {
  private(set) var batch = LineBatch()
  private var scanner = JSONScanner()
  private var tape = JSONTape()
  private var quick = QuickReviewReader()
  private var obvious = LedgerLineReader(.replay)
  private var translation = NameTranslation()

  mutating func add(_ line: LineWalk.Line) {
    guard !line.isTooLong else {
      let fault = LineFault.notJSON("longer than \(LineWalk.maximumLength) bytes")
      return batch.add(.fault(fault), from: line)
    }
    if scanner.scan(line.bytes, into: &tape) == nil, quick.read(tape, of: line.bytes) {
      batch.add(
        quick.record, key: UnsafeRawBufferPointer(rebasing: line.bytes[quick.key]),
        by: quick.writer, from: line)
    } else {
      batch.add(content(of: line), from: line)
    }
  }

  /// Leads from the records' codes to those of `names`; may be asked once the batch is complete.
  mutating func translation(to names: inout ReviewNames) -> NameTranslation {
    translation.extend(from: quick.names, to: &names)
    return translation
  }

  mutating func removeAll() { batch.removeAll() }

  private mutating func content(of line: LineWalk.Line) -> LineContent {
    if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return .blank }
    do throws(LineFault) {
      return .event(try obvious.read(line.bytes))
    } catch {
      return .fault(error)
    }
  }
}
