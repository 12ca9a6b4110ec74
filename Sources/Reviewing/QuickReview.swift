import Predictions

/// A review as a line of the ledger says it, its texts left where they lie in the line.
///
/// Nearly every line of a ledger is one. What recurs in them (reviewers, runs, files, tags) is then
/// known by its bytes, without a `String` per line.
struct QuickReview: Sendable {
  /// A part of the line.
  struct Text: Sendable {
    /// No text begins where the line does, so 0 stands for "absent".
    private(set) var start: UInt32 = 0
    private(set) var count: UInt32 = 0

    init() {}

    init(_ node: JSONTape.Node) {
      start = UInt32(truncatingIfNeeded: node.start)
      count = UInt32(truncatingIfNeeded: node.end - node.start)
    }

    var isAbsent: Bool { start == 0 }

    func bytes(in line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: line[Int(start)..<Int(start) + Int(count)])
    }
  }

  var id = EventID(high: 0, low: 0)
  var at = Timestamp(milliseconds: 0)
  var seq = 0
  var content = ContentDigest.zero
  var input = ContentDigest.zero
  var position = 0
  var by = Text()
  var writer = Text()
  var key = Text()
  var run = Text()
  var file = Text()
  var automatic = Text()
  var draw = Text()
  var stratum = Text()
  var tier = Text()
  var label = Text()
  /// The whole list as it is written; absent where it is empty.
  var tags = Text()
  /// As in ``ReviewRecord``.
  var verdict: UInt8 = 0
  var flags = ReviewRecord.Flags()
}
