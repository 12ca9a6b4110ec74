import Predictions
import SystemPackage

/// The files of a ledger as one thread reads them: all of them at first, then what is new.
struct LedgerDisk {
  private let files: LedgerFiles
  private var readers: [LedgerFileReader] = []

  init(_ files: LedgerFiles) { self.files = files }

  /// Reads everything from the start into a fresh intake, which then takes the place of `core`'s.
  ///
  /// Also done when a file was replaced or cut short: what was read of it may never have been.
  mutating func load(into core: Monitor<LedgerCore>) {
    readers = []
    var intake = LedgerIntake()
    for path in files.current() { open(path, &intake) }
    for index in readers.indices {
      let end = readers[index].sizeToRead
      LedgerReading.read(&readers[index], to: end, into: &intake, of: index)
      let failure = readers[index].read(to: end, into: &intake, of: index)
      note(failure, of: readers[index].file.path, &intake)
    }
    core.change { $0.replace(by: intake) }
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

  private mutating func read(_ index: Int, to end: Int, _ core: Monitor<LedgerCore>) {
    // The lines are parsed while the screen is kept waiting: what others append is short.
    let failure = core.change { core in
      core.intake.forgetTorn(of: index)
      return readers[index].read(to: end, into: &core.intake, of: index)
    }
    core.change { note(failure, of: readers[index].file.path, &$0.intake) }
  }

  private mutating func begin(_ path: String, _ core: Monitor<LedgerCore>) -> Bool {
    let isOpen = core.change { open(path, &$0.intake) }
    guard isOpen, let reader = readers.last else { return false }
    read(readers.count - 1, to: reader.sizeToRead, core)
    return true
  }

  @discardableResult
  private mutating func open(_ path: String, _ intake: inout LedgerIntake) -> Bool {
    switch files.open(path, toAppend: false) {
    case .success(let file):
      let isNamed = files.named.contains(path)
      _ = intake.add(file)
      readers.append(LedgerFileReader(file, isSibling: !isNamed))
      return true
    case .failure(.system(.noSuchFileOrDirectory)): break
    case .failure(.system(let errno)): note(errno, of: path, &intake)
    case .failure(.notARegularFile):
      intake.note(unusable: LedgerDamage(path: path, line: 0, offset: 0, kind: .notARegularFile))
    }
    return false
  }

  private func note(_ failure: Errno?, of path: String, _ intake: inout LedgerIntake) {
    guard let failure else { return }
    intake.note(
      unusable: LedgerDamage(path: path, line: 0, offset: 0, kind: .unreadable(failure)))
  }
}

extension LedgerFileReader {
  /// The file's size by now.
  fileprivate var sizeToRead: Int {
    guard case .success(let status) = file.status() else { return 0 }
    return status.size
  }
}
