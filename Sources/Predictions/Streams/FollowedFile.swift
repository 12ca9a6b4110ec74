import SystemPackage

/// Looks at a file that somebody adds to, and notices when it is another one.
struct FollowedFile: Sendable {
  private let path: String
  private let file: OwnedDescriptor
  private let size: Monitor<Int>

  init(_ file: OwnedDescriptor, path: String) {
    self.file = file
    self.path = path
    size = Monitor(0)
  }

  /// How long the file is now.
  ///
  /// A file that was cut or replaced is not followed into its new life: the rows on the screen,
  /// and what was said about them, belong to the old one.
  func look() -> Growth.Look {
    guard let open = try? Stat(file.descriptor) else {
      return .over(why: "\(path) cannot be followed any more: open it again")
    }
    let length = Int(open.size)
    guard length >= size.value else {
      return .over(
        why: "\(path) was cut short while it was followed: rows behind byte \(length) are gone; "
          + "open it again")
    }
    size.change { $0 = length }
    guard let named = try? Stat(FilePath(path)) else {
      return .over(why: "\(path) was removed or renamed while it was followed: no more rows come")
    }
    guard named.deviceID == open.deviceID, named.inode == open.inode else {
      return .over(
        why: "\(path) was replaced while it was followed: open it again to see the new file")
    }
    return .size(length)
  }
}
