import Predictions
import Reviewing

/// What a ledger held when its heads were printed, for exporting only what came later.
///
/// A head is the hash of a line. The cut at some heads is every line that stands, in the file of
/// a head, at or before it: so with one ledger file per reviewer an export is continued by naming
/// all heads that the last one printed, and a reviewer without a head is new altogether. Clocks
/// and sequence numbers decide nothing, since files merged later may bring lower ones.
package enum LedgerCut {
  /// The events up to `heads` in ledger files given as bytes; hashes every line once.
  ///
  /// Throws a head that no line has: then the ledger is another one, or was changed.
  package static func events(
    upTo heads: [String], in files: [[UInt8]]
  ) throws(LedgerCutError) -> Set<EventID> {
    var missing = Set(heads)
    var known: Set<EventID> = []
    for file in files {
      var events: [EventID] = []
      for line in file.split(separator: UInt8(ascii: "\n")) {
        event(of: line).map { events.append($0) }
        let head = ContentDigest(of: line).text
        guard heads.contains(head) else { continue }
        missing.remove(head)
        known.formUnion(events)
      }
    }
    if let head = missing.min() { throw .unknownHead(head) }
    return known
  }

  private static func event(of line: ArraySlice<UInt8>) -> EventID? {
    var scanner = JSONScanner()
    var tape = JSONTape()
    return line.withUnsafeBytes { bytes in
      guard scanner.scan(bytes, into: &tape) == nil,
        let node = tape.value(at: FieldPath("id"), in: bytes)
      else { return nil }
      return EventID(tape.text(of: node, in: bytes))
    }
  }
}

/// Why a ledger cannot be cut.
package enum LedgerCutError: Error, Hashable, Sendable {
  case unknownHead(String)

  /// The error in words, with what to do.
  package var words: String {
    switch self {
    case .unknownHead(let head):
      "no ledger line has the hash \(head): check that this is the ledger the export was made from"
    }
  }
}
