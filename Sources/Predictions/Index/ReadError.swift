import SystemPackage

/// Why a row that the index knows could not be read again.
package enum ReadError: Error, Hashable, Sendable {
  case readFailed(path: String, offset: Int, errno: Errno)
  /// The file ends before the row does: somebody cut it short.
  case endsEarly(path: String, offset: Int)
  /// Other bytes lie where the row was: somebody wrote the file anew.
  case changed(path: String, offset: Int)

  /// The error in words, for the place where the prediction would be shown.
  package var words: String {
    switch self {
    case .readFailed(let path, let offset, let errno):
      "cannot read \(path) at byte \(offset): \(errno)"
    case .endsEarly(let path, let offset):
      "\(path) was cut short: the row at byte \(offset) is gone; open the file again"
    case .changed(let path, let offset):
      "\(path) was changed: another row lies at byte \(offset) now; open the file again"
    }
  }
}
