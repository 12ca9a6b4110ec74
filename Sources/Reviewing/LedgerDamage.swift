import Predictions
import SystemPackage

/// Something in a ledger file that could not be used; it is reported and left as it is.
package struct LedgerDamage: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The last line of the file ends before its event does, as after a crash.
    case torn
    /// The line is no JSON; what is wrong in words.
    case notJSON(String)
    /// The line is JSON but not an event; what is wrong in words.
    case notAnEvent(String)
    /// An event of this name was read before with other bytes.
    case idRepeated(EventID)
    /// The file itself could not be read.
    case unreadable(Errno)
    case notARegularFile
    /// The file was replaced, cut short or removed while it was open, and had more lines before.
    case shrunk(from: Int, to: Int)
  }

  package let path: String
  /// The line's number in its file, from 1; 0 where the whole file is meant.
  package let line: Int
  /// The line's first byte in its file.
  package let offset: Int
  package let kind: Kind

  package init(path: String, line: Int, offset: Int, kind: Kind) {
    self.path = path
    self.line = line
    self.offset = offset
    self.kind = kind
  }

  /// Lines that were read are gone.
  package var isLoss: Bool {
    if case .shrunk = kind { true } else { false }
  }

  /// The damage in words, with file and line.
  package var words: String {
    (line > 0 ? "\(path), line \(line) (byte \(offset))" : path) + ": " + kind.words
  }
}

extension LedgerDamage.Kind {
  /// The damage in words, without the place.
  var words: String {
    switch self {
    case .torn: "last line cut off, left as it is"
    case .notJSON(let why): "damaged, skipped: \(why)"
    case .notAnEvent(let why): "not an event, skipped: \(why)"
    case .idRepeated(let id): "event \(id.text) again with other content, skipped"
    case .unreadable(let errno): "cannot be read: \(errno)"
    case .notARegularFile: "not a regular file, skipped"
    case .shrunk(let before, 0):
      "was emptied or removed by somebody else, with \(before == 1 ? "1 line" : "\(before) lines")"
    case .shrunk(let before, let after):
      "was replaced by somebody else: of \(before) lines that were read there are \(after)"
    }
  }
}
