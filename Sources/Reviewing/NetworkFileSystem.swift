import CFileSystem
import SystemPackage

/// Tells file systems that several machines reach from those that only this one does.
///
/// What several machines append to one file there may overwrite each other: the end of the file is
/// what each of them last heard of it, and a lock may hold on one of them alone.
enum NetworkFileSystem {
  /// Whether the file at `path`, or where there is none the nearest folder above it, lies on one.
  ///
  /// Asks the system, which waits for a server that does not answer. What is not known is no.
  static func holds(_ path: String) -> Bool {
    var path = path
    while true {
      var kind = file_system_kind()
      let errno = Errno(rawValue: file_system_of(path, &kind))
      if errno.rawValue == 0 { return kind.isRemote || isOne(type: kind.type) }
      let folder = Folder.split(path).folder.path
      guard errno == .noSuchFileOrDirectory || errno == .notDirectory, folder != path else {
        return false
      }
      path = folder
    }
  }

  /// Whether the number by which Linux names a type of file system is that of a shared one.
  ///
  /// Those that run outside of the kernel count: sshfs and GlusterFS are among them, and tell nobody
  /// by this number.
  static func isOne(type: UInt32) -> Bool { sharedTypes.contains(type) }

  private static let sharedTypes: Set<UInt32> = [
    0x6969,  // NFS
    0x517B, 0xFE53_4D42, 0xFF53_4D42,  // SMB, SMB2, CIFS
    0x564C,  // NCP
    0x5346_414F, 0x6B41_4653, 0x7375_7245,  // OpenAFS, the kernel's AFS, Coda
    0x0102_1997, 0x786F_4256,  // 9P, the shared folders of VirtualBox
    0x6573_5546,  // FUSE
    0x00C3_6400, 0x0BD0_0BD0, 0x4750_4653, 0x1983_0326,  // Ceph, Lustre, GPFS, BeeGFS
    0x7461_636F, 0x0116_1970,  // OCFS2, GFS2
  ]
}
