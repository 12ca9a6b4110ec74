#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many files the program may hold open: a run of a thousand shards needs a thousand.
enum OpenFileLimit {
  /// Takes what the system allows in place of the few that shells ask for; to be called while there
  /// is one thread.
  static func raise() {
    defer { makeRoom() }
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
    // Beyond this nobody goes, and some systems refuse "as many as you like".
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    _ = setrlimit(resource, &limit)
  }

  /// Has the system make its table of open files as large as it will be.
  ///
  /// With several threads Linux waits for all processors each time that it makes the table larger, which
  /// takes as long as to open hundreds of files.
  private static func makeRoom() {
    let half = Int32(clamping: min(4_096, sysconf(Int32(_SC_OPEN_MAX)) / 2))
    let descriptor = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, half)
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether so many more files can be opened now.
  static func leaves(_ count: Int) -> Bool {
    var descriptors: [Int32] = []
    defer { for descriptor in descriptors { close(descriptor) } }
    for _ in 0..<count {
      let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return false }
      descriptors.append(descriptor)
    }
    return true
  }
}
