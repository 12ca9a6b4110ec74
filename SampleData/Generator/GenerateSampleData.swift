import SystemPackage

/// Writes the sample data anew: `swift run GenerateSampleData [FOLDER]`, by default `SampleData`.
@main
struct GenerateSampleData {
  static func main() throws {
    let folder = FilePath(CommandLine.arguments.dropFirst().first ?? "SampleData")
    for file in SampleData.runs() + SampleData.ledgers() {
      try write(file, in: folder)
    }
  }

  private static func write(_ file: SampleData.File, in folder: FilePath) throws {
    let descriptor = try FileDescriptor.open(
      folder.appending(FilePath(file.name).components), .writeOnly, options: [.create, .truncate],
      permissions: [.ownerReadWrite, .groupRead, .otherRead])
    try descriptor.closeAfter { _ = try descriptor.writeAll(file.bytes) }
    print("\(file.name): \(file.bytes.count) bytes")
  }
}
