/// What a line of the ledger holds.
enum LineContent: Sendable {
  /// Nothing but white space.
  case blank
  /// An ordinary review, whose texts are still in the line.
  case review(QuickReview)
  indirect case event(LedgerEvent)
  indirect case fault(LineFault)

  /// The line holds an event of any kind.
  var isEvent: Bool {
    switch self {
    case .review, .event: true
    case .blank, .fault: false
    }
  }
}

extension LedgerLineReader {
  /// What a line holds, read the quick way where that is possible.
  mutating func content(of line: LineWalk.Line) -> LineContent {
    guard !line.isTooLong else {
      return .fault(.notJSON("longer than \(LineWalk.maximumLength) bytes"))
    }
    if line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return .blank }
    do throws(LineFault) {
      if let review = try quickReview(line.bytes) { return .review(review) }
      return .event(try read(line.bytes))
    } catch {
      return .fault(error)
    }
  }
}
