/// Which files hold the ledger: the one that is written and those that are read with it.
///
/// A path may hold `{reviewer}` in its file name; then every reviewer has a file of their own, and
/// all `*.jsonl` files of that folder are read.
package struct LedgerLocation: Hashable, Sendable {
  /// The path or template of the written file; nothing is written without one.
  package var written: String?
  /// Further paths or templates that are read.
  package var read: [String]
  /// A link in place of a file is followed; where somebody else chose the folder, it may lead
  /// anywhere and is refused.
  package var followsLinks: Bool

  package init(written: String?, read: [String] = [], followsLinks: Bool = true) {
    self.written = written
    self.read = read
    self.followsLinks = followsLinks
  }

  /// Several paths as the command line names them: the first is written, all are read.
  package init(_ paths: [String], followsLinks: Bool = true) {
    self.init(
      written: paths.first, read: Array(paths.dropFirst()), followsLinks: followsLinks)
  }

  /// Nothing is read or written: for practice and replay.
  package static let memory = LedgerLocation(written: nil)

  /// Where a ledger lies unless somebody says otherwise.
  package static let defaultTemplate = "ledger/{reviewer}.jsonl"

  /// A reviewer's name as part of a file name: all but `[A-Za-z0-9@._-]` and a leading dot as `%XX`.
  package static func encoded(reviewer: String) -> String {
    var result = ""
    for (place, byte) in reviewer.utf8.enumerated() {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "@"), UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ".") where place > 0:
        result.unicodeScalars.append(".")
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
