import Predictions
import SystemPackage

/// The files of a ledger as one thread reads them: all of them at first, then what is new.
struct LedgerDisk {
  private let files: LedgerFiles
  private var readers: [LedgerFileReader] = []

  /// What was opened and is not read yet.
  private var opened: LedgerIntake?

  init(_ files: LedgerFiles) { self.files = files }

  /// Opens the files that there are and returns how many bytes they have.
  ///
  /// Fails where a file that was named is there and cannot be a ledger; the others are open then.
  mutating func open() -> Result<Int, LedgerError> {
    readers = []
    var intake = LedgerIntake()
    var refusal: LedgerError?
    for path in files.current() {
      let failure = add(path, files.open(path, toAppend: false), to: &intake)
      if let failure, files.named.contains(path) {
        refusal = refusal ?? LedgerError(failure, reading: path)
      }
    }
    opened = intake
    if let refusal { return .failure(refusal) }
    return .success(readers.reduce(0) { $0 + $1.sizeToRead })
  }

  /// Reads everything from the start into a fresh intake, which then takes the place of `core`'s.
  ///
  /// Also done when a file was replaced or cut short: what was read of it may never have been.
  mutating func load(into core: Monitor<LedgerCore>) {
    let before = readers
    if opened == nil { _ = open() }
    var intake = opened ?? LedgerIntake()
    opened = nil
    for index in readers.indices {
      let end = readers[index].sizeToRead
      LedgerReading.read(&readers[index], to: end, into: &intake, of: index)
      let failure = readers[index].read(to: end) { $0.take(&$1, into: &intake, of: index) }
      note(failure, of: readers[index], &intake)
    }
    noteShrunk(before, &intake)
    core.change { $0.replace(by: intake) }
  }

  /// Notes the files that somebody took lines away from.
  private func noteShrunk(_ before: [LedgerFileReader], _ intake: inout LedgerIntake) {
    for old in before where !old.isForeign {
      // Of a file that is there and cannot be read nobody knows what it holds.
      guard !intake.damage.contains(where: { $0.path == old.file.path && $0.line == 0 }) else {
        continue
      }
      let left = readers.first { $0.file.path == old.file.path }?.lineNumber ?? 0
      guard left < old.lineNumber else { continue }
      let kind = LedgerDamage.Kind.shrunk(from: old.lineNumber, to: left)
      intake.note(unusable: LedgerDamage(path: old.file.path, line: 0, offset: 0, kind: kind))
    }
  }

  /// Reads what was appended since, and says whether there was anything.
  mutating func catchUp(_ core: Monitor<LedgerCore>) -> Bool {
    var grown: [(index: Int, end: Int)] = []
    for index in readers.indices {
      switch readers[index].change() {
      case .none: break
      case .grown(let end): grown.append((index, end))
      case .replaced:
        load(into: core)
        return true
      }
    }
    var isNew = false
    for (index, end) in grown { read(index, to: end, core) }
    for path in files.current() where !readers.contains(where: { $0.file.path == path }) {
      isNew = begin(path, core) || isNew
    }
    return isNew || !grown.isEmpty
  }

  /// Reads what is new in one file, which is open elsewhere under this identity.
  ///
  /// Returns its reader, or nothing where it cannot be read.
  mutating func catchUp(
    with file: OpenFile, _ core: Monitor<LedgerCore>
  ) -> LedgerFileReader? {
    guard let index = readers.firstIndex(where: { $0.file.path == file.path }) else {
      return begin(file.path, core) ? readers.last : nil
    }
    switch readers[index].change() {
    case .none: break
    case .grown(let end): read(index, to: end, core)
    case .replaced: load(into: core)
    }
    return readers.first { $0.file.path == file.path && $0.file.identity == file.identity }
  }

  /// Only what the lines say is taken while the screen has to wait, not their reading.
  private mutating func read(_ index: Int, to end: Int, _ core: Monitor<LedgerCore>) {
    core.change { $0.intake.forgetTorn(of: index) }
    let failure = readers[index].read(to: end) { reader, lines in
      core.change { reader.take(&lines, into: &$0.intake, of: index) }
    }
    core.change { note(failure, of: readers[index], &$0.intake) }
  }

  private mutating func begin(_ path: String, _ core: Monitor<LedgerCore>) -> Bool {
    let count = readers.count
    let found = files.open(path, toAppend: false)
    core.change { _ = add(path, found, to: &$0.intake) }
    guard readers.count > count else { return false }
    read(count, to: readers[count].sizeToRead, core)
    return true
  }

  /// Takes up a file that was found, or notes why it cannot be read and returns that.
  private mutating func add(
    _ path: String, _ found: Result<OpenFile, OpenFile.Failure>, to intake: inout LedgerIntake
  ) -> OpenFile.Failure? {
    switch found {
    case .success(let file):
      _ = intake.add(file)
      readers.append(LedgerFileReader(file, isSibling: !files.named.contains(path)))
      return nil
    case .failure(.system(.noSuchFileOrDirectory)): return nil
    case .failure(let failure):
      intake.note(
        unusable: LedgerDamage(path: path, line: 0, offset: 0, kind: .init(failure)))
      return failure
    }
  }

  /// Notes why a file could not be read to its end, or that it is not known what a line of it says.
  private func note(
    _ failure: Errno?, of reader: LedgerFileReader, _ intake: inout LedgerIntake
  ) {
    guard let failure else { return }
    intake.note(
      unusable: LedgerDamage(
        path: reader.file.path, line: 0, offset: 0, kind: .unreadable(failure)))
  }
}

extension LedgerDamage.Kind {
  fileprivate init(_ failure: OpenFile.Failure) {
    switch failure {
    case .system(let errno): self = .unreadable(errno)
    case .notARegularFile: self = .notARegularFile
    }
  }
}

extension LedgerError {
  fileprivate init(_ failure: OpenFile.Failure, reading path: String) {
    switch failure {
    case .system(let errno): self = .cannotRead(path: path, errno)
    case .notARegularFile(let kind): self = .notARegularFile(path: path, kind: kind)
    }
  }
}

extension LedgerFileReader {
  /// The file's size by now.
  fileprivate var sizeToRead: Int {
    guard case .success(let status) = file.status() else { return 0 }
    return status.size
  }
}
