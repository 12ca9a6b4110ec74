extension RowDamage {
  func encode(to encoder: inout EntryEncoder) {
    encoder.add(reason.code)
    if case .wrongNumberOfCells(let found, let expected) = reason {
      encoder.add(found)
      encoder.add(expected)
    }
    encoder.add(offset)
    encoder.add(line)
  }

  init(from decoder: inout EntryDecoder) throws(EntryDamage) {
    let code = try decoder.number()
    let reason: Reason
    if code == Reason.wrongNumberOfCells(found: 0, expected: 0).code {
      reason = .wrongNumberOfCells(found: try decoder.number(), expected: try decoder.number())
    } else if let plain = Reason.plain.first(where: { $0.code == code }) {
      reason = plain
    } else {
      throw EntryDamage()
    }
    self.init(reason: reason, offset: try decoder.number(), line: try decoder.number())
  }
}

extension RowDamage.Reason {
  /// Those that say no numbers.
  static let plain: [RowDamage.Reason] = [
    .stringNotClosed, .objectNotClosed, .arrayNotClosed, .badNumber, .badLiteral, .badEscape,
    .controlInString, .badUTF8, .unexpectedByte, .textAfterValue, .nestedTooDeep, .quoteNotClosed,
    .textAfterQuote, .noValue, .tooLong, .tooManyValues,
  ]

  /// A number for each reason; a switch, so that a new one is not forgotten.
  fileprivate var code: Int {
    switch self {
    case .stringNotClosed: 1
    case .objectNotClosed: 2
    case .arrayNotClosed: 3
    case .badNumber: 4
    case .badLiteral: 5
    case .badEscape: 6
    case .controlInString: 7
    case .badUTF8: 8
    case .unexpectedByte: 9
    case .textAfterValue: 10
    case .nestedTooDeep: 11
    case .wrongNumberOfCells: 12
    case .quoteNotClosed: 13
    case .textAfterQuote: 14
    case .noValue: 15
    case .tooLong: 16
    case .tooManyValues: 17
    }
  }
}
