import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program of the machine that turns one stream into another; no shell is involved.
///
/// It owns the process: ``wait()`` must be called once, or the process stays as a zombie.
struct ChildProcess: Sendable {
  private let id: pid_t
  /// What it writes, and what it says about that.
  let output: OwnedDescriptor
  let errors: OwnedDescriptor

  /// Starts `program`, looked for in `PATH`, with `input` as its standard input.
  init(
    _ program: String, _ arguments: [String], input: FileDescriptor
  ) throws(Errno) {
    let output = try PipeEnds()
    let errors = try PipeEnds()
    var actions = SpawnActions()
    defer { actions.destroy() }
    actions.connect(input, to: .standardInput)
    actions.connect(output.writing.descriptor, to: .standardOutput)
    actions.connect(errors.writing.descriptor, to: .standardError)
    // The ends are ours to close, but not before the process has its own.
    defer { withExtendedLifetime((output, errors)) {} }
    id = try actions.spawn(program, arguments)
    self.output = output.reading
    self.errors = errors.reading
  }

  /// Asks it to end, where closing its output would not be noticed.
  func terminate() { kill(id, SIGTERM) }

  /// Waits for its end; nothing where it did what it should, else how it ended.
  func wait() -> String? {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    // The macros of <sys/wait.h> are functions of C alone.
    let signal = status & 0x7F
    if signal != 0 { return "ended by signal \(signal)" }
    let code = (status >> 8) & 0xFF
    return code == 0 ? nil : "ended with status \(code)"
  }
}

/// Two ends of a pipe, neither of which is handed to processes that are started later.
struct PipeEnds {
  let reading: OwnedDescriptor
  let writing: OwnedDescriptor

  init() throws(Errno) {
    do {
      let (reading, writing) = try FileDescriptor.pipe()
      self.reading = OwnedDescriptor(reading)
      self.writing = OwnedDescriptor(writing)
    } catch {
      throw error as? Errno ?? .ioError
    }
    _ = fcntl(reading.descriptor.rawValue, F_SETFD, FD_CLOEXEC)
    _ = fcntl(writing.descriptor.rawValue, F_SETFD, FD_CLOEXEC)
  }
}

/// What `posix_spawn` is told about the new process.
private struct SpawnActions {
  #if canImport(Darwin)
    private var actions: posix_spawn_file_actions_t?
    private var attributes: posix_spawnattr_t?
  #else
    private var actions = posix_spawn_file_actions_t()
    private var attributes = posix_spawnattr_t()
  #endif

  init() {
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    // Ignored signals stay ignored in a new process, and this one ignores broken pipes and limits of
    // size; there they are what tells the process that nobody reads on, or that no more may be written.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
  }

  mutating func destroy() {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }

  mutating func connect(_ descriptor: FileDescriptor, to number: FileDescriptor) {
    posix_spawn_file_actions_adddup2(&actions, descriptor.rawValue, number.rawValue)
  }

  mutating func spawn(_ program: String, _ arguments: [String]) throws(Errno) -> pid_t {
    var id: pid_t = 0
    // Variables such as GZIP and XZ_OPT would change what the program does, and a language what it
    // says.
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let status = CStrings.with([program] + arguments) { arguments in
      CStrings.with(["PATH=\(path)", "LC_ALL=C"]) { variables in
        posix_spawnp(&id, program, &actions, &attributes, arguments, variables)
      }
    }
    guard status == 0 else { throw Errno(rawValue: status) }
    return id
  }
}

private enum CStrings {
  /// Calls `body` with the texts as C wants them, ended by a null pointer.
  static func with<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
