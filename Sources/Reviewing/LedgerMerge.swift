import Predictions
import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The union of several ledgers in one file, every distinct line of them once, byte for byte.
///
/// Lines are ordered by (`seq`, `id`), so the result does not depend on the order of the inputs.
/// Lines that are no events come last, so that nothing is lost; the result is written beside the
/// output, synchronised, and renamed.
package struct LedgerMerge: Sendable {
  package let output: String
  /// The events written.
  package private(set) var events = 0
  /// Lines that were in several inputs.
  package private(set) var repeated = 0
  /// Events that are there with different bytes; all their lines are kept.
  package private(set) var conflicts: [EventID] = []
  /// Lines that are no events; kept, but for a cut-off end that goes on in another input.
  package private(set) var damage: [LedgerDamage] = []
  /// First lines of a ledger; more than one is what `verify` calls a second root.
  package private(set) var roots = 0

  private struct Line {
    let file: Int
    let offset: Int
    let length: Int
    /// Nothing for a line that is no event.
    let key: (seq: Int, id: EventID)?
    let digest: ContentDigest
  }

  /// The end of an input that a crash, or a copy made too early, cut off.
  private struct TornEnd {
    let file: Int
    let offset: Int
    let bytes: [UInt8]
  }

  private var lines: [Line] = []
  private var tornEnds: [TornEnd] = []

  private init(output: String) { self.output = output }

  /// Writes the union of `inputs` to `output`, which may be one of them but no other file, or to where
  /// it leads as a link: a link that became a file would leave two ledgers behind.
  @discardableResult
  package static func merge(
    _ inputs: [String], into output: String
  ) throws(LedgerError) -> LedgerMerge {
    let (folder, name) = Folder.split(output)
    let end = folder.endOfLinks(at: name).map { $0.folder.path(of: $0.name) } ?? output
    for _ in 0..<attempts {
      if let merge = try attempt(inputs, into: end) { return merge }
    }
    throw .cannotWrite(path: output, .resourceTemporarilyUnavailable)
  }

  /// So often the output may be replaced by somebody else in the middle of it.
  private static let attempts = 100

  /// Nothing where another file took the output's place: what that holds has to be read as well.
  private static func attempt(
    _ inputs: [String], into output: String
  ) throws(LedgerError) -> LedgerMerge? {
    let sweep = try LedgerSweep(inputs)
    let target = try existing(output, among: sweep)
    // Whoever appends to the output waits, then sees that the path leads to another file.
    if let target, case .failure(let errno) = target.lock(milliseconds: LedgerWriter.lockPatience) {
      throw .cannotWrite(path: output, errno)
    }
    defer { target?.unlock() }
    // So does this one: another merge, or git, may have been at it until now.
    if let target, !target.isAtItsPath { return nil }
    if target != nil { removeUnfinished(of: output) }
    var merge = LedgerMerge(output: output)
    try merge.collect(sweep)
    try merge.dropContinued(sweep)
    return try merge.write(sweep, over: target) ? merge : nil
  }

  private static func existing(
    _ output: String, among sweep: LedgerSweep
  ) throws(LedgerError) -> OpenFile? {
    switch OpenFile.open(output, toAppend: false) {
    case .success(let file):
      guard let input = sweep.files.first(where: { $0.identity == file.identity }) else {
        throw .outputExists(path: output)
      }
      return input
    case .failure(.system(.noSuchFileOrDirectory)): return nil
    case .failure(.system(let errno)): throw .cannotWrite(path: output, errno)
    case .failure(.notARegularFile(let kind)): throw .notARegularFile(path: output, kind: kind)
    }
  }

  private mutating func collect(_ sweep: LedgerSweep) throws(LedgerError) {
    var seen: Set<ContentDigest> = []
    var ids: Set<EventID> = []
    var kinds = [(lines: Int, events: Int)](repeating: (0, 0), count: sweep.files.count)
    try sweep.forEach { line in
      kinds[line.file].lines += line.isWhole ? 1 : 0
      if case .success = line.event { kinds[line.file].events += 1 }
      let digest = line.digest
      let isTooLong = line.bytes.count < line.length
      guard isTooLong || seen.insert(digest).inserted else {
        repeated += 1
        return
      }
      var key: (seq: Int, id: EventID)?
      switch line.event {
      case .success(let event):
        key = (event.seq, event.id)
        events += 1
        if event.prev == nil { roots += 1 }
        if !ids.insert(event.id).inserted { conflicts.append(event.id) }
      case .failure:
        if let found = sweep.damage(line) { damage.append(found) }
        if !line.isWhole {
          tornEnds.append(
            TornEnd(file: line.file, offset: line.offset, bytes: Array(line.bytes)))
        }
      }
      lines.append(
        Line(file: line.file, offset: line.offset, length: line.length, key: key, digest: digest))
    }
    if let other = kinds.firstIndex(where: { $0.lines > 0 && $0.events == 0 }) {
      throw .notALedger(path: sweep.files[other].path)
    }
    lines.sort { left, right in
      guard let leftKey = left.key, let rightKey = right.key else {
        return left.key != nil && right.key == nil
          || (left.key == nil) == (right.key == nil) && left.digest.text < right.digest.text
      }
      return leftKey == rightKey ? left.digest.text < right.digest.text : leftKey < rightKey
    }
  }

  /// Leaves out cut-off ends whose line goes on in another input: nothing is lost with them.
  private mutating func dropContinued(_ sweep: LedgerSweep) throws(LedgerError) {
    guard !tornEnds.isEmpty else { return }
    var continued: Set<Int> = []
    try sweep.forEach { line in
      for (place, end) in tornEnds.enumerated()
      where line.bytes.count > end.bytes.count && line.bytes.starts(with: end.bytes) {
        continued.insert(place)
      }
    }
    for end in continued.map({ tornEnds[$0] }) {
      lines.removeAll { $0.file == end.file && $0.offset == end.offset }
      damage.removeAll { $0.path == sweep.files[end.file].path && $0.offset == end.offset }
    }
  }

  /// False, and nothing written, where the output is not `target` any more.
  private func write(_ sweep: LedgerSweep, over target: OpenFile?) throws(LedgerError) -> Bool {
    let (folder, name) = Folder.split(output)
    let beside = folder.path(of: Self.unfinished(name) + "\(UInt64.random(in: .min ... .max))")
    do {
      let descriptor = try FileDescriptor.open(
        beside, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: FilePermissions(rawValue: 0o666))
      do {
        try descriptor.closeAfter {
          if let target { try Self.keepPermissions(of: target, on: descriptor) }
          try copy(sweep, to: descriptor)
          try OpenFile.synchronize(descriptor).get()
        }
        guard try put(beside, at: output, over: target) else {
          unlink(beside)
          return false
        }
      } catch {
        unlink(beside)
        throw error
      }
      try folder.synchronize().get()
    } catch {
      throw .cannotWrite(path: output, error as? Errno ?? .ioError)
    }
    return true
  }

  /// What a merge writes before it is finished begins so.
  private static func unfinished(_ name: String) -> String { ".\(name).merging-" }

  /// Removes what merges into this output left behind that were killed; others wait for the lock.
  private static func removeUnfinished(of output: String) {
    let (folder, name) = Folder.split(output)
    for left in folder.names() where left.hasPrefix(unfinished(name)) {
      unlink(folder.path(of: left))
    }
  }

  private static func keepPermissions(of file: OpenFile, on descriptor: FileDescriptor) throws {
    var status = stat()
    guard stat(file.path, &status) == 0, fchmod(descriptor.rawValue, status.st_mode & 0o777) == 0
    else { throw Errno(rawValue: errno) }
  }

  /// Gives the finished file its name; false where another file has it that was not read.
  private func put(_ file: String, at output: String, over target: OpenFile?) throws -> Bool {
    if let target {
      guard target.isAtItsPath else { return false }
      guard rename(file, output) == 0 else { throw Errno(rawValue: errno) }
      return true
    }
    // A name that is new must not hide what somebody else wrote there meanwhile.
    if link(file, output) == 0 {
      unlink(file)
      return true
    }
    if errno == EEXIST { return false }
    // Not every file system has a second name for a file.
    guard rename(file, output) == 0 else { throw Errno(rawValue: errno) }
    return true
  }

  private func copy(_ sweep: LedgerSweep, to descriptor: FileDescriptor) throws {
    var pending: [UInt8] = []
    for line in lines {
      guard let bytes = sweep.files[line.file].bytes(at: line.offset, count: line.length) else {
        throw Errno.ioError
      }
      pending += bytes
      pending.append(UInt8(ascii: "\n"))
      if pending.count > 1 << 20 {
        try descriptor.writeAll(pending)
        pending.removeAll(keepingCapacity: true)
      }
    }
    try descriptor.writeAll(pending)
  }
}

extension LedgerMerge {
  /// The report, a line each.
  package var report: [String] {
    var report = ["\(output): \(events) \(events == 1 ? "event" : "events")"]
    if repeated > 0 {
      report.append("\(repeated) \(repeated == 1 ? "line was" : "lines were") there more than once")
    }
    report += conflicts.map { "event \($0.text) is there with different content; both are kept" }
    report += damage.map(\.words)
    if roots > 1 {
      report.append("the ledgers began apart: `ledger verify` reports \(roots) roots")
    }
    return report
  }
}
