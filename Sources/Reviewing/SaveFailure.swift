import SystemPackage

/// Why events are not in a file.
struct SaveFailure: Error, Hashable {
  enum Step: Hashable {
    case open, lock, read, write, synchronize
    /// The file does not have what the system said was written.
    case readBack
    case notARegularFile(FileKind)
  }

  let path: String
  let step: Step
  let errno: Errno

  /// The failure in words, with the path.
  var words: String {
    switch step {
    case .lock where errno == .wouldBlock: "\(path): another program holds its lock"
    case .notARegularFile(let kind): "\(path): now a \(kind.rawValue), not a file"
    case .readBack: "\(path): what was written is not there"
    case .synchronize: "\(path): the disk did not confirm it: \(errno)"
    case .open, .lock, .read, .write: "\(path): \(errno)"
    }
  }
}
