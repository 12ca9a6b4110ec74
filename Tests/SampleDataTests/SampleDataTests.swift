import GenerateSampleData
import SystemPackage
import Testing

@Suite("The sample data")
struct SampleDataTests {
  @Test("is what the generator makes", arguments: Self.files.map(\.name))
  func isGenerated(name: String) throws {
    let generated = try #require(Self.files.first { $0.name == name })
    let committed = try bytes(of: Self.folder.appending(FilePath(name).components))
    #expect(committed == generated.bytes, "run `swift run GenerateSampleData`")
  }

  @Test("is small enough to clone")
  func isSmall() {
    let total = Self.files.reduce(0) { $0 + $1.bytes.count }
    #expect(total < 1_400_000)
  }

  private static let files = SampleData.runs() + SampleData.ledgers()

  static let folder = FilePath("\(#filePath)")
    .removingLastComponent().removingLastComponent().removingLastComponent()
    .appending("SampleData")

  private func bytes(of path: FilePath) throws -> [UInt8] {
    let file = try FileDescriptor.open(path, .readOnly)
    return try file.closeAfter {
      let count = Int(try file.seek(offset: 0, from: .end))
      return try [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
        used = try file.read(fromAbsoluteOffset: 0, into: UnsafeMutableRawBufferPointer(buffer))
      }
    }
  }
}
