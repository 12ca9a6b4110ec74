/// Why a row could not be read, and where the trouble lies.
package struct RowDamage: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case stringNotClosed, objectNotClosed, arrayNotClosed
    case badNumber, badLiteral, badEscape, controlInString, badUTF8
    case unexpectedByte, textAfterValue, nestedTooDeep
    case wrongNumberOfCells(found: Int, expected: Int)
    case quoteNotClosed, textAfterQuote
    case noValue, tooLong, tooManyValues
  }

  package let reason: Reason
  /// Bytes from the start of the file to the place where reading failed.
  package let offset: Int
  /// The line of the row's first byte, from 1.
  package let line: Int

  package init(reason: Reason, offset: Int, line: Int) {
    self.reason = reason
    self.offset = offset
    self.line = line
  }
}

extension RowDamage.Reason {
  /// The reason in words, as screens and reports print it.
  package var words: String {
    switch self {
    case .stringNotClosed: "string not closed"
    case .objectNotClosed: "object not closed"
    case .arrayNotClosed: "array not closed"
    case .badNumber: "bad number"
    case .badLiteral: "unknown word"
    case .badEscape: "bad escape in a string"
    case .controlInString: "control character in a string"
    case .badUTF8: "bad UTF-8"
    case .unexpectedByte: "unexpected character"
    case .textAfterValue: "text after the value"
    case .nestedTooDeep: "nested deeper than 512"
    case .wrongNumberOfCells(let found, let expected): "\(found) cells instead of \(expected)"
    case .quoteNotClosed: "quote not closed"
    case .textAfterQuote: "text after a closing quote"
    case .noValue: "no value"
    case .tooLong: "longer than 2 GiB"
    case .tooManyValues: "more than 16 million values"
    }
  }
}
