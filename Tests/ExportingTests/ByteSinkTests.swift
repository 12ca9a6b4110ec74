import Exporting
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("A descriptor's sink")
struct ByteSinkTests {
  @Test("says closed where the reader of the pipe went away")
  func closed() throws {
    signal(SIGPIPE, SIG_IGN)
    let pipe = try FileDescriptor.pipe()
    try pipe.readEnd.close()
    var sink = DescriptorSink(pipe.writeEnd)
    #expect(throws: SinkError.closed) { try sink.write([1, 2, 3]) }
    try pipe.writeEnd.close()
  }

  @Test("says why a write failed")
  func failed() throws {
    let file = try FileDescriptor.open("/dev/null", .readOnly)
    var sink = DescriptorSink(file)
    #expect(throws: SinkError.failed(.badFileDescriptor)) { try sink.write([1]) }
    try file.close()
  }
}
