#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes whose end is the end of memory: reading one byte more ends the test run.
package final class GuardedBytes {
  private let pages: UnsafeMutableRawPointer
  private let size: Int
  private let bytes: UnsafeRawBufferPointer

  package init(_ content: [UInt8]) {
    let page = sysconf(Int32(_SC_PAGESIZE))
    let room = (content.count + page - 1) / page * page
    size = room + page
    guard let pages = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      pages != MAP_FAILED, mprotect(pages + room, page, PROT_NONE) == 0
    else { preconditionFailure("the system has no memory to give") }
    self.pages = pages
    let start = pages + room - content.count
    start.copyMemory(from: content, byteCount: content.count)
    bytes = UnsafeRawBufferPointer(start: start, count: content.count)
  }

  deinit { munmap(pages, size) }

  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    body(bytes)
  }
}
