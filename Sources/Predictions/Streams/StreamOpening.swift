import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Opens what the command line names: a file as it lies there, or a spool of what arrives.
struct StreamOpening {
  /// What the first bytes must show: the longest mark of a compressed file.
  private static let markLength = 16

  let options: StreamOptions

  func open(_ path: String) throws(OpenError) -> FileBytes {
    if path == StreamOptions.standardInputPath { return try openStandardInput() }
    let file = try FileBytes(opening: path, pool: options.pool)
    if let unpacked = try unpack(file) { return unpacked }
    return options.follows ? try file.followed(every: options.followInterval) : file
  }

  /// A file of rows that was redirected is read where it lies; all else is spooled.
  private func openStandardInput() throws(OpenError) -> FileBytes {
    let name = StreamOptions.standardInputName
    let input = try Self.takeOver(options.standardInput, name)
    if let file = FileBytes(wholeFile: input, path: name) { return try unpack(file) ?? file }
    let head = try Self.head(of: input, name)
    // A lane of its own, since it may take as long as it likes.
    return try spool(name, on: SpoolLanes(limit: 1)) { () throws(OpenError) in
      guard let (compression, decompressor) = decompressor(for: head, of: name) else {
        return Source(input: input, head: head)
      }
      let pipe = try pipe(name)
      let child = try start(decompressor, compression, on: pipe.reading.descriptor, of: name)
      StreamFeed(from: input, head: head, to: pipe.writing).start()
      return Source(input: child.output, child: child)
    }
  }

  /// What a file of compressed rows holds; nothing where it is not compressed, or cannot be spooled.
  private func unpack(_ file: FileBytes) throws(OpenError) -> FileBytes? {
    let mark: [UInt8]
    do {
      mark = try file.prefix(Self.markLength)
    } catch {
      throw .readFailed(error)
    }
    guard let (compression, decompressor) = decompressor(for: mark, of: file.path) else {
      return nil
    }
    return try spool(file.path, on: options.lanes) { () throws(OpenError) in
      let child = try file.withDescriptor { descriptor throws(OpenError) in
        try start(decompressor, compression, on: descriptor, of: file.path)
      }
      return Source(input: child.output, child: child)
    }
  }

  private func decompressor(
    for start: [UInt8], of path: String
  ) -> (Compression, Decompressor)? {
    guard let compression = Compression(start: start, path: path),
      let decompressor = Decompressor(compression), options.spoolFolder != nil
    else { return nil }
    return (compression, decompressor)
  }

  private func start(
    _ decompressor: Decompressor, _ compression: Compression, on input: FileDescriptor,
    of path: String
  ) throws(OpenError) -> ChildProcess {
    do throws(Errno) {
      return try withRoom { () throws(Errno) in try decompressor.start(on: input) }
    } catch {
      guard error == .noSuchFileOrDirectory else {
        throw .stream("cannot start \(decompressor.program) to unpack \(path): \(error)")
      }
      throw .stream(
        "\(path) is compressed with \(compression.rawValue), and this machine has no "
          + "\(decompressor.program): install the package \(decompressor.package)")
    }
  }

  /// A stream, and what it begins with where that was read already.
  private struct Source {
    let input: OwnedDescriptor
    var child: ChildProcess?
    var head: [UInt8] = []
  }

  /// Sets a pump to work on what `open` opens, as soon as there is a lane for it.
  private func spool(
    _ name: String, on lanes: SpoolLanes, _ open: () throws(OpenError) -> Source
  ) throws(OpenError) -> FileBytes {
    let lane = try takeLane(of: lanes, for: name)
    do throws(OpenError) {
      let source = try open()
      let stop = try pipe(name)
      let growth = Growth { _ = try? stop.writing.descriptor.writeAll([0]) }
      let pump = SpoolPump(
        name: name, input: source.input, child: source.child, lane: lane, growth: growth,
        stop: stop.reading, head: source.head)
      let hasStarted = BackgroundThread.start {
        let count = pump.run()
        lanes.give(SpoolLanes.Lane(spool: lane.spool, end: lane.end + count))
      }
      guard hasStarted else {
        throw .stream("cannot read \(name): the system has no thread to give")
      }
      return FileBytes(
        spooled: lane.spool.file, from: lane.end, path: name, growth: growth)
    } catch {
      lanes.give(lane)
      throw error
    }
  }

  private func takeLane(
    of lanes: SpoolLanes, for name: String
  ) throws(OpenError) -> SpoolLanes.Lane {
    guard let folder = options.spoolFolder else {
      throw .stream("\(name) needs room to be kept in: set XDG_CACHE_HOME to a folder")
    }
    do throws(Errno) {
      return try withRoom { () throws(Errno) in try lanes.take(in: folder) }
    } catch {
      throw .stream("cannot keep \(name) in \(folder): \(error); set XDG_CACHE_HOME to a folder")
    }
  }

  /// Opens something; once more without what is only held open for later, where that is too much.
  private func withRoom<Result>(_ open: () throws(Errno) -> Result) throws(Errno) -> Result {
    do throws(Errno) {
      return try open()
    } catch {
      guard error == .tooManyOpenFiles else { throw error }
      options.pool.forgetAll()
      return try open()
    }
  }

  /// Standard input for us alone, so that its writer notices when we read no more.
  private static func takeOver(
    _ input: FileDescriptor, _ name: String
  ) throws(OpenError) -> OwnedDescriptor {
    let copy = fcntl(input.rawValue, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0 else { throw .stream("cannot read \(name): \(Errno(rawValue: errno))") }
    if input == .standardInput,
      let nothing = try? FileDescriptor.open("/dev/null", .readOnly, options: .closeOnExec)
    {
      _ = try? nothing.duplicate(as: input)
      try? nothing.close()
    }
    return OwnedDescriptor(FileDescriptor(rawValue: copy))
  }

  /// The first bytes of a stream, or all where there are fewer.
  private static func head(
    of input: OwnedDescriptor, _ name: String
  ) throws(OpenError) -> [UInt8] {
    var head: [UInt8] = []
    do {
      var room = [UInt8](repeating: 0, count: markLength)
      while head.count < markLength {
        let left = markLength - head.count
        let count = try room.withUnsafeMutableBytes {
          try input.descriptor.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[..<left]))
        }
        if count == 0 { break }
        head += room[..<count]
      }
    } catch {
      throw .stream("cannot read \(name): \(error as? Errno ?? .ioError)")
    }
    return head
  }

  private func pipe(_ name: String) throws(OpenError) -> PipeEnds {
    do throws(Errno) {
      return try withRoom { () throws(Errno) in try PipeEnds() }
    } catch {
      throw .stream("cannot read \(name): \(error)")
    }
  }
}

/// Hands a stream on to a program, on a thread of its own, until one of the two ends.
private struct StreamFeed: Sendable {
  let input: OwnedDescriptor
  let head: [UInt8]
  let output: OwnedDescriptor

  init(from input: OwnedDescriptor, head: [UInt8], to output: OwnedDescriptor) {
    self.input = input
    self.head = head
    self.output = output
  }

  /// Without a thread to be had the program finds its input ended, and says so.
  func start() {
    _ = BackgroundThread.start { run() }
  }

  private func run() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    // A program that ended is an error of the write, and not the end of this one.
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    do {
      _ = try output.descriptor.writeAll(head)
      while true {
        let count = try block.withUnsafeMutableBytes { try input.descriptor.read(into: $0) }
        if count == 0 { return }
        _ = try output.descriptor.writeAll(block[..<count])
      }
    } catch {
      return
    }
  }
}
