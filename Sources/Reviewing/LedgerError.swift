import SystemPackage

/// Why a ledger cannot be used at all.
package enum LedgerError: Error, Hashable, Sendable {
  /// A folder, device, pipe or socket where a file was expected.
  case notARegularFile(path: String, kind: FileKind)
  case cannotRead(path: String, Errno)
  case cannotWrite(path: String, Errno)
  /// `{reviewer}` stands in a folder's name; only a file's name may hold it.
  case reviewerInFolder(path: String)
  /// A merge would replace a file that is not one of its inputs.
  case outputExists(path: String)
  /// A file to merge has lines, and none of them is an event.
  case notALedger(path: String)
  case noReviewer
}

/// What lies at a path that is no regular file.
package enum FileKind: String, Hashable, Sendable {
  case folder, device, pipe, socket, other
  /// Only where links are not followed.
  case link
}

extension LedgerError: CustomStringConvertible {
  /// What is wrong, where, and what to do.
  package var description: String {
    switch self {
    case .notARegularFile(let path, .link):
      "\(path) is a link in somebody else's folder, which may lead anywhere, and is not followed: "
        + "--ledger names another file, --config uses theirs"
    case .notARegularFile(let path, let kind):
      "\(path) is a \(kind.rawValue), not a file: name a file, with --ledger for a review"
    case .cannotRead(let path, .noSuchFileOrDirectory):
      "there is no ledger \(path): check the name"
    case .cannotRead(let path, let errno):
      "cannot read the ledger \(path): \(errno)"
    case .cannotWrite(let path, .noSuchFileOrDirectory):
      "cannot write \(path): there is no such folder; make it first"
    case .cannotWrite(let path, let errno):
      "cannot write \(path): \(errno)"
    case .reviewerInFolder(let path):
      "\(path): {reviewer} belongs in the file's name, not in a folder's"
    case .outputExists(let path):
      "\(path) exists and is not among the ledgers to merge: name it as one of them, or another file"
    case .notALedger(let path):
      "\(path) holds no event at all, nothing was written: leave it out if it is no ledger"
    case .noReviewer:
      "no reviewer's name: give one with --reviewer or SPOTCHECK_REVIEWER"
    }
  }
}
