import SystemPackage

/// Where an export's bytes go.
package protocol ByteSink {
  mutating func write(_ bytes: [UInt8]) throws(SinkError)
}

/// Why a sink takes no more.
package enum SinkError: Error, Hashable, Sendable {
  /// Whoever read the other end has seen enough, as in `export | head -1`: no failure.
  case closed
  case failed(Errno)
}

/// Keeps what is written, for tests and for text that is shown.
package struct MemorySink: ByteSink {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// What was written, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func write(_ bytes: [UInt8]) {
    self.bytes += bytes
  }
}

/// Writes to an open descriptor that belongs to somebody else, such as standard output.
///
/// The process has to ignore SIGPIPE; then a pipe whose reader went away says ``SinkError/closed``.
package struct DescriptorSink: ByteSink {
  private let descriptor: FileDescriptor

  package init(_ descriptor: FileDescriptor) {
    self.descriptor = descriptor
  }

  package mutating func write(_ bytes: [UInt8]) throws(SinkError) {
    var written = 0
    while written < bytes.count {
      do {
        written += try bytes.withUnsafeBytes {
          try descriptor.write(UnsafeRawBufferPointer(rebasing: $0[written...]))
        }
      } catch {
        let errno = error as? Errno ?? .ioError
        throw errno == .brokenPipe ? .closed : .failed(errno)
      }
    }
  }
}
