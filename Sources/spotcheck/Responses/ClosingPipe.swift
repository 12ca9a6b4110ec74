import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Owns the two ends of a pipe, which no other program inherits, and closes each once.
final class ClosingPipe {
  private(set) var reading: Int32
  private(set) var writing: Int32

  init() throws(Errno) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Errno(rawValue: errno) }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  /// Writes that would have to wait fail instead.
  func neverWaitToWrite() {
    _ = fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) | O_NONBLOCK)
  }

  func closeReading() { Self.close(&reading) }
  func closeWriting() { Self.close(&writing) }

  func close() {
    closeReading()
    closeWriting()
  }

  deinit { close() }

  private static func close(_ end: inout Int32) {
    guard end >= 0 else { return }
    #if canImport(Glibc)
      Glibc.close(end)
    #elseif canImport(Musl)
      Musl.close(end)
    #else
      Darwin.close(end)
    #endif
    end = -1
  }
}
