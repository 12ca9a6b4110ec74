import SystemPackage

/// Why a row that the index knows could not be read again.
package enum ReadError: Error, Hashable, Sendable {
  case readFailed(path: String, offset: Int, errno: Errno)
  /// The file ends before the row does: somebody cut it short.
  case endsEarly(path: String, offset: Int)
  /// Other bytes lie where the row was: somebody wrote the file anew.
  case changed(path: String, offset: Int)
  /// Another file has the name now.
  case replaced(path: String, offset: Int)
  /// Nothing has the name any more.
  case removed(path: String, offset: Int)

  /// The error in words, for the place where the prediction would be shown.
  package var words: String {
    switch self {
    case .readFailed(let path, let offset, let errno):
      "cannot read \(path) at byte \(offset): \(errno)"
    case .endsEarly(let path, let offset):
      "\(path) was cut short: the row at byte \(offset) is gone; open the file again"
    case .changed(let path, let offset):
      "\(path) was changed: another row lies at byte \(offset) now; open the file again"
    case .replaced(let path, let offset):
      "\(path) was replaced or written anew: the row at byte \(offset) of the old one cannot be "
        + "read; open the new one"
    case .removed(let path, let offset):
      "\(path) was removed or renamed: the row at byte \(offset) cannot be read until it is back"
    }
  }
}
