import Predictions
import Synchronization
import SystemPackage

/// The ledger's one thread: saves what is appended and reads what others append.
///
/// Saving is: lock, look whether the path still leads to the open file, read what others wrote,
/// a line break first where the file does not end in one, one write of whole lines, unlock,
/// `fsync`, and the folder's `fsync` the first time. Whatever has come together meanwhile is saved
/// together. What cannot be saved goes to a rescue file with the same bytes, so that an event that
/// arrives twice counts once.
struct LedgerWriter {
  private let core: Monitor<LedgerCore>
  private let files: LedgerFiles
  private let onChange: @Sendable () -> Void
  private var disk: LedgerDisk
  private var open: [String: OpenFile] = [:]
  /// Open files whose folder has their entry on disk; of a closed one another may get the identity.
  private var anchored: Set<FileIdentity> = []
  /// Files whose `fsync` failed: what the system says of them later cannot be believed.
  private var distrusted: Set<FileIdentity> = []
  /// Folders that the disk did not confirm, so that what was made in them, or they themselves, may
  /// be gone after a crash; a second answer cannot be believed.
  private var doubtful: Set<Folder> = []
  /// The hash of the last line that was made.
  private var previous: String?
  private var rescueAttempt = 0
  private var idleRounds = 0

  /// How often others' files are looked at, in milliseconds.
  static let pollInterval = Duration.milliseconds(500)
  /// Rounds of polling until what could not be saved is tried again.
  private static let roundsUntilRetry = 10
  /// How long another program may hold the lock, in milliseconds.
  static let lockPatience = 10_000
  /// For so long it is nothing to speak of.
  private static let quietLockWait = 200

  init(
    _ core: Monitor<LedgerCore>, _ files: LedgerFiles, _ disk: LedgerDisk,
    onChange: @escaping @Sendable () -> Void
  ) {
    self.core = core
    self.files = files
    self.disk = disk
    self.onChange = onChange
  }

  /// Finds, opens and reads the files, then runs until the ledger is closed.
  ///
  /// - Parameter early: lets other threads of the process, such as a screen's, go first while a
  ///   long ledger is read.
  mutating func run(early: Bool = false, _ isOverNetwork: @Sendable (String) -> Bool) {
    settleWrittenFile(isOverNetwork)
    guard let isLong = openFiles() else { return }
    if early, isLong {
      let core = core
      let read = Mutex(disk)
      // A thread that gave way cannot take its priority back, and saving is what a person waits for.
      BackgroundThread.givingWay { read.withLock { $0.load(into: core) } }
      disk = read.withLock { $0 }
    } else {
      disk.load(into: core)
    }
    onChange()
    while true {
      let (isClosing, refreshes) = core.wait(
        until: \.needsThread, atMost: Self.pollInterval
      ) { ($0.isClosing, $0.refreshesAsked) }
      let hasRead = disk.catchUp(core)
      let (count, hasNew, isAsked) = core.change { core in
        let hasNew = core.queue.count > core.failed
        core.queueLost()
        return (core.queue.count, hasNew, core.refreshesAsked > core.refreshesDone)
      }
      let saves = hasNew || (count > 0 && (isAsked || isClosing || isTimeToRetry()))
      if saves { save(count) }
      core.change { $0.refreshesDone = refreshes }
      // A second try that succeeds is news too: its own lines are not read again.
      if saves || hasRead { onChange() }
      if isClosing, core.withLock(\.isSettled) { break }
    }
    core.change { $0.isClosed = true }
  }

  /// Where several machines may append to the named file, this writer has one of its own.
  private func settleWrittenFile(_ isOverNetwork: (String) -> Bool) {
    guard let path = files.written, let own = files.ownFile(of: core.withLock(\.writer)),
      isOverNetwork(path) || isOverNetwork(own)
    else { return }
    core.change { $0.written = own }
  }

  /// Opens what there is and says whether that is long; nothing where it was refused.
  private mutating func openFiles() -> Bool? {
    let opened = disk.open()
    return core.change { core in
      let isAwaited = core.opening == nil
      switch opened {
      case .success(let size):
        let isLong = size > Ledger.shortSize
        core.opening = .opened(isLong: isLong)
        return isLong
      case .failure(let error) where isAwaited:
        core.opening = .refused(error)
        core.isClosed = true
        return nil
      // Reading tells of it, and what cannot be saved there is rescued.
      case .failure: return false
      }
    }
  }

  private mutating func isTimeToRetry() -> Bool {
    idleRounds += 1
    return idleRounds % Self.roundsUntilRetry == 0
  }

  /// Saves the first `count` events of the queue wherever it can be done.
  private mutating func save(_ count: Int) {
    guard let path = core.withLock(\.written) else { return }
    let failure: SaveFailure
    switch append(count, to: path) {
    case .success: return core.change { $0.finish(count, rescuedTo: nil, because: nil) }
    case .failure(let why): failure = why
    }
    let writer = core.withLock(\.writer)
    for rescue in files.rescues(writer: writer, attempt: rescueAttempt) {
      switch append(count, to: rescue) {
      case .success:
        return core.change { $0.finish(count, rescuedTo: rescue, because: failure.words) }
      case .failure(let why):
        // A file that cannot be believed any more is not used again under its name either.
        if why.step == .synchronize { rescueAttempt += 1 }
      }
    }
    core.change { $0.fail(count, because: failure.words) }
  }

  /// Appends the lines of the first `count` events to the file at `path` until they are there.
  private mutating func append(_ count: Int, to path: String) -> Result<Void, SaveFailure> {
    var repairs = 0
    for _ in 0..<20 {
      let file: OpenFile
      switch openFile(path) {
      case .success(let found): file = found
      case .failure(let failure): return .failure(failure)
      }
      if case .failure(let errno) = lock(file) {
        return .failure(SaveFailure(path: path, step: .lock, errno: errno))
      }
      guard file.isAtItsPath else {
        file.unlock()
        forget(path)
        continue
      }
      let written = write(count, to: file)
      file.unlock()
      if case .failure(let failure) = written.flatMap({ synchronize(file) }) {
        return .failure(failure)
      }
      // Reading our own lines back shows whether they are where the path leads to now, and whole.
      if let errno = disk.catchUp(with: file, core)?.failure {
        // They may be there, so that appending them again could leave them there twice.
        return .failure(SaveFailure(path: path, step: .read, errno: errno))
      }
      if !file.isAtItsPath {
        forget(path)
        disk.load(into: core)
      }
      if core.withLock({ $0.isOnDisk(count) }) { return .success(()) }
      repairs += 1
      guard repairs < 3 else {
        return .failure(SaveFailure(path: path, step: .readBack, errno: .ioError))
      }
    }
    return .failure(SaveFailure(path: path, step: .open, errno: .resourceBusy))
  }

  /// Takes the lock, and says what it waits for as soon as that takes long.
  private func lock(_ file: OpenFile) -> Result<Void, Errno> {
    var waited = 0
    while true {
      let result = file.lock(milliseconds: Self.quietLockWait)
      waited += Self.quietLockWait
      guard case .failure(.wouldBlock) = result, waited < Self.lockPatience,
        !core.withLock(\.isHurried)
      else {
        if waited > Self.quietLockWait { core.change { $0.noteWaiting(forLockOf: nil) } }
        return result
      }
      core.change { $0.noteWaiting(forLockOf: file.path) }
      onChange()
    }
  }

  private mutating func write(_ count: Int, to file: OpenFile) -> Result<Void, SaveFailure> {
    // Without its reader nothing is known of the file's last line.
    guard let reader = disk.catchUp(with: file, core) else {
      return .failure(SaveFailure(path: file.path, step: .open, errno: .ioError))
    }
    if let errno = reader.failure {
      return .failure(SaveFailure(path: file.path, step: .read, errno: errno))
    }
    let first = previous == nil ? reader.digestOfLastLine() : nil
    var last = previous
    var bytes = core.change { $0.lines(of: count, missingIn: file, after: &last, else: first) }
    previous = last
    if bytes.isEmpty { return .success(()) }
    if reader.endsWithinLine { bytes.insert(UInt8(ascii: "\n"), at: 0) }
    return file.append(bytes).mapError {
      SaveFailure(path: file.path, step: .write, errno: $0)
    }
  }

  private mutating func synchronize(_ file: OpenFile) -> Result<Void, SaveFailure> {
    if case .failure(let errno) = file.synchronize() {
      distrusted.insert(file.identity)
      forget(file.path)
      return .failure(SaveFailure(path: file.path, step: .synchronize, errno: errno))
    }
    guard !anchored.contains(file.identity) else { return .success(()) }
    let folder = Folder.split(file.path).folder
    if case .failure(let errno) = folder.synchronize() {
      doubtful.insert(folder)
      return .failure(SaveFailure(path: folder.path, step: .synchronize, errno: errno))
    }
    anchored.insert(file.identity)
    return .success(())
  }

  /// The file at `path`, opened to append to, with its folders created where they are missing.
  private mutating func openFile(_ path: String) -> Result<OpenFile, SaveFailure> {
    let folder = Folder.split(path).folder
    guard !doubtful.contains(folder) else {
      return .failure(SaveFailure(path: folder.path, step: .synchronize, errno: .ioError))
    }
    if let file = open[path] {
      if file.isAtItsPath { return .success(file) }
      forget(path)
    }
    var opened = files.open(path, toAppend: true)
    if case .failure(.system(.noSuchFileOrDirectory)) = opened {
      if case .failure(let failure) = create(folder) { return .failure(failure) }
      opened = files.open(path, toAppend: true)
    }
    switch opened {
    case .success(let file) where distrusted.contains(file.identity):
      return .failure(SaveFailure(path: path, step: .synchronize, errno: .ioError))
    case .success(let file):
      open[path] = file
      return .success(file)
    case .failure(.system(let errno)):
      return .failure(SaveFailure(path: path, step: .open, errno: errno))
    case .failure(.notARegularFile(let kind)):
      return .failure(
        SaveFailure(path: path, step: .notARegularFile(kind), errno: .invalidArgument))
    }
  }

  /// Closes the file that is open under this path.
  private mutating func forget(_ path: String) {
    guard let file = open.removeValue(forKey: path) else { return }
    anchored.remove(file.identity)
  }

  private mutating func create(_ folder: Folder) -> Result<Void, SaveFailure> {
    let changed: [Folder]
    switch folder.create() {
    case .success(let folders): changed = folders
    case .failure(let errno):
      return .failure(SaveFailure(path: folder.path, step: .open, errno: errno))
    }
    for above in changed {
      guard case .failure(let errno) = above.synchronize() else { continue }
      doubtful.insert(folder)
      return .failure(SaveFailure(path: above.path, step: .synchronize, errno: errno))
    }
    return .success(())
  }
}
