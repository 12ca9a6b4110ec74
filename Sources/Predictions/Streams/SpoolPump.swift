import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Brings the bytes of a stream to a spool as they arrive, on a thread of its own.
///
/// It ends with the stream, when the disk takes no more, or when nobody wants more; the stream's
/// producer then finds its pipe closed.
struct SpoolPump: Sendable {
  private static let blockSize = 1 << 18

  /// The stream's name in messages.
  let name: String
  let input: OwnedDescriptor
  /// The program that writes the stream, where we started it.
  let child: ChildProcess?
  /// Where the bytes go to.
  let lane: SpoolLanes.Lane
  let growth: Growth
  /// Becomes readable when nobody wants more.
  let stop: OwnedDescriptor
  /// What was read from the stream already.
  let head: [UInt8]

  /// Brings everything; returns when that is over, how many bytes came.
  func run() -> Int {
    var size = 0
    var complaint = Complaint(of: child)
    var trouble = write(head, at: &size)
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    while trouble == nil {
      switch waitForBytes(&complaint) {
      case .stopped:
        end(stopping: true, &complaint, nil)
        return size
      case .nothing: continue
      case .bytes: break
      }
      do throws(Errno) {
        let count = try read(into: &block)
        if count == 0 { break }
        trouble = write(block[..<count], at: &size)
      } catch {
        if error == .resourceTemporarilyUnavailable { continue }
        trouble = "cannot read \(name) behind byte \(size): \(error)"
      }
    }
    end(stopping: trouble != nil, &complaint, trouble)
    return size
  }

  private enum Event { case bytes, nothing, stopped }

  /// Waits for bytes of the stream, and takes in meanwhile what its program says.
  private func waitForBytes(_ complaint: inout Complaint) -> Event {
    let descriptors = [input.descriptor, stop.descriptor] + complaint.awaited
    var waiting = descriptors.map { pollfd(fd: $0.rawValue, events: Int16(POLLIN), revents: 0) }
    guard poll(&waiting, nfds_t(waiting.count), -1) > 0 else { return .nothing }
    if waiting[1].revents != 0 { return .stopped }
    if waiting[0].revents != 0 { return .bytes }
    complaint.read()
    return .nothing
  }

  private func read(into block: inout [UInt8]) throws(Errno) -> Int {
    do {
      return try block.withUnsafeMutableBytes { try input.descriptor.read(into: $0) }
    } catch {
      throw error as? Errno ?? .ioError
    }
  }

  /// Adds bytes to the spool; why that cannot be, in words, otherwise.
  private func write(_ bytes: some Sequence<UInt8>, at size: inout Int) -> String? {
    do {
      let place = Int64(lane.end + size)
      size += try lane.spool.file.descriptor.writeAll(toAbsoluteOffset: place, bytes)
      growth.advance(to: size)
      return nil
    } catch {
      let errno = error as? Errno ?? .ioError
      return "\(name) could be kept up to byte \(size) only, what follows is missing: \(errno) in "
        + "\(lane.spool.folder); make room there and open it again"
    }
  }

  private func end(stopping: Bool, _ complaint: inout Complaint, _ trouble: String?) {
    guard let child else { return growth.finish(interruption: trouble) }
    if stopping { child.terminate() } else { complaint.read() }
    let failure = child.wait()
    guard !stopping, let failure else { return growth.finish(interruption: trouble) }
    growth.finish(
      interruption: "\(name) is damaged or cut, only what came before that is shown: "
        + (complaint.firstLine ?? failure))
  }
}

/// What a program says on its standard error, as far as that is of interest.
private struct Complaint {
  private static let limit = 4096

  private let source: OwnedDescriptor?
  private var bytes: [UInt8] = []
  private var isOver = false

  init(of child: ChildProcess?) { source = child?.errors }

  /// What is to be waited for, to read when there is something.
  var awaited: [FileDescriptor] {
    isOver ? [] : [source?.descriptor].compactMap(\.self)
  }

  mutating func read() {
    guard !isOver, let source else { return }
    var block = [UInt8](repeating: 0, count: 1024)
    let count = block.withUnsafeMutableBytes { (try? source.descriptor.read(into: $0)) ?? 0 }
    isOver = count == 0
    if bytes.count < Self.limit { bytes += block[..<count] }
  }

  var firstLine: String? {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map { String($0).trimmed }
  }
}
