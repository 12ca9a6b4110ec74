import SystemPackage

/// How a file begins: enough to know it again, also after it grew or was cut shorter.
///
/// Checksums of beginnings of several lengths, so that one is left to compare of a file of which only
/// a few rows remain.
struct FileMark: Equatable, Sendable {
  private static let lengths: [Int] = [4 << 10, 512, 64, 8]

  /// The bytes that the file had.
  private let size: Int
  /// In the order of the lengths, each of as many bytes as the file had of them.
  private let checksums: SIMD4<UInt64>

  /// - Parameter head: what a file of `size` bytes begins with, as far as the longest beginning goes.
  init(head: [UInt8], size: Int) {
    self.size = size
    checksums = head.withUnsafeBytes { Self.checksums(of: $0) }
  }

  /// Whether a file that has `size` bytes now begins like this one, as far as it goes.
  func isBeginning(of file: FileDescriptor, size: Int) throws -> Bool {
    let longest = Self.lengths[0]
    let found = try withUnsafeTemporaryAllocation(byteCount: longest, alignment: 8) { room in
      let wanted = UnsafeMutableRawBufferPointer(rebasing: room[..<min(self.size, room.count)])
      let count = try file.read(fromAbsoluteOffset: 0, into: wanted)
      return Self.checksums(of: UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
    return Self.lengths.indices.allSatisfy { place in
      // Of a file that was cut shorter the longer beginnings say nothing.
      min(self.size, Self.lengths[place]) > size || found[place] == checksums[place]
    }
  }

  private static func checksums(of head: UnsafeRawBufferPointer) -> SIMD4<UInt64> {
    var found = SIMD4<UInt64>()
    for (place, length) in lengths.enumerated() {
      var checksum = Checksum()
      checksum.add(UnsafeRawBufferPointer(rebasing: head[..<min(head.count, length)]))
      found[place] = checksum.value
    }
    return found
  }
}
