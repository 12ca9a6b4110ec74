import SystemPackage

/// The program of the machine that unpacks a kind of compressed file.
struct Decompressor {
  let program: String
  /// What systems call the package that has it.
  let package: String

  /// Archives have none: which of their files would be meant?
  init?(_ compression: Compression) {
    switch compression {
    case .gzip: (program, package) = ("gzip", "gzip")
    case .zstd: (program, package) = ("zstd", "zstd")
    case .xz: (program, package) = ("xz", "xz-utils (xz in Homebrew and Fedora)")
    case .bzip2: (program, package) = ("bzip2", "bzip2")
    case .zip: return nil
    }
  }

  /// Starts it on `input`.
  func start(on input: FileDescriptor) throws(Errno) -> ChildProcess {
    try ChildProcess(program, ["-dc"], input: input)
  }
}

extension Compression {
  /// What a file is compressed with: its first bytes say so, and where they leave a doubt its name.
  init?(start: [UInt8], path: String) {
    if case .compressed(let known)? = FileSignature(start) {
      self = known
    } else if start.starts(with: Array("BZh".utf8)), path.lowercased().hasSuffix(".bz2") {
      // An empty file has no block whose mark could be seen.
      self = .bzip2
    } else if start.count >= 4, (0x50...0x5F).contains(start[0]),
      start[1...].starts(with: [0x2A, 0x4D, 0x18])
    {
      // A frame of zstd to be skipped, as pzstd writes first.
      self = .zstd
    } else {
      return nil
    }
  }
}
